lazy val pekkoHttpVersion = "1.3.0"
lazy val pekkoVersion     = "1.2.1"

lazy val root = (project in file("."))
  .enablePlugins(JavaAppPackaging)
  .settings(
    organization := "com.example",
    name         := "pekko-http-quickstart",
    scalaVersion := "3.3.7",
    Compile / mainClass := Some("com.example.QuickstartApp"),
    libraryDependencies ++= Seq(
      "org.apache.pekko" %% "pekko-http"            % pekkoHttpVersion,
      "org.apache.pekko" %% "pekko-http-spray-json" % pekkoHttpVersion,
      "org.apache.pekko" %% "pekko-actor-typed"     % pekkoVersion,
      "org.apache.pekko" %% "pekko-stream"          % pekkoVersion,
      "ch.qos.logback"    % "logback-classic"       % "1.5.20",
      "org.scalatest"    %% "scalatest"             % "3.2.19" % Test
    )
  )
