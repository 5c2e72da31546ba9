package com.example.orchard

import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.runApplication
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RestController

@SpringBootApplication
class OrchardApplication

@RestController
class Trees {
    @GetMapping("/health")
    fun health() = "ok"
}

fun main(args: Array<String>) {
    runApplication<OrchardApplication>(*args)
}
