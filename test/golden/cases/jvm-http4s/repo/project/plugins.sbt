addSbtPlugin("org.typelevel"    % "sbt-tpolecat" % "0.5.2")
addSbtPlugin("io.spray"         % "sbt-revolver" % "0.10.0")
addSbtPlugin("com.eed3si9n"     % "sbt-assembly" % "2.3.1")
