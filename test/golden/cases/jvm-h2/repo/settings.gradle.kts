rootProject.name = "orchard"
