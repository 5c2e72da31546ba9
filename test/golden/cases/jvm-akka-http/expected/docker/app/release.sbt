// The program and the libraries that it runs with in one folder, for projects that no plugin packs.
val stageRelease = taskKey[File]("Lays the program and its libraries into target/universal/stage/lib")

stageRelease := {
  val folder = baseDirectory.value / "target" / "universal" / "stage" / "lib"
  IO.delete(folder)
  (Runtime / fullClasspathAsJars).value.map(_.data).foreach(jar => IO.copyFile(jar, folder / jar.getName))
  folder
}
