addSbtPlugin("io.spray" % "sbt-revolver" % "0.10.0")
