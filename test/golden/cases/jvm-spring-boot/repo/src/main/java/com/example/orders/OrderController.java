package com.example.orders;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

  @GetMapping("/")
  List<String> all() {
    return List.of();
  }
}
