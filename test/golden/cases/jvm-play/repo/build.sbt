name := "notes"
version := "1.0"
scalaVersion := "3.3.6"

lazy val root = (project in file(".")).enablePlugins(PlayScala)

libraryDependencies ++= Seq(
  guice,
  "org.playframework" %% "play-slick" % "6.2.0",
  "org.postgresql" % "postgresql" % "42.7.8",
  "org.scalatestplus.play" %% "scalatestplus-play" % "7.0.2" % Test
)
