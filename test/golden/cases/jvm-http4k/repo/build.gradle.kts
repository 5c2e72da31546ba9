plugins {
    kotlin("jvm") version "2.2.21"
    application
}

repositories {
    mavenCentral()
}

kotlin {
    jvmToolchain(21)
}

application {
    mainClass = "com.example.HelloWorldKt"
}

dependencies {
    implementation(platform("org.http4k:http4k-bom:6.20.0.0"))
    implementation("org.http4k:http4k-core")
    implementation("org.http4k:http4k-server-undertow")
    testImplementation("org.junit.jupiter:junit-jupiter-api:5.13.4")
}

tasks.test {
    useJUnitPlatform()
}
