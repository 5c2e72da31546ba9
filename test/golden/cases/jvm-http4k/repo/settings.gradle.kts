rootProject.name = "HelloWorld"
