package com.example.shop.mailer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

@EnableScheduling
@SpringBootApplication
public class MailerApplication {

  public static void main(String[] args) {
    SpringApplication.run(MailerApplication.class, args);
  }

  @Scheduled(fixedDelay = 60_000)
  void send() {
  }
}
