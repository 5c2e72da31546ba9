package com.example.links;

import io.javalin.Javalin;
import java.sql.DriverManager;

public class Main {

  public static void main(String[] args) {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "7070"));
    Javalin.create()
      .get("/health", ctx -> ctx.result("ok"))
      .get("/", ctx -> {
        try (var connection = DriverManager.getConnection(System.getenv("JDBC_DATABASE_URL"), System.getenv("JDBC_DATABASE_USERNAME"), System.getenv("JDBC_DATABASE_PASSWORD"))) {
          ctx.result(connection.getMetaData().getDatabaseProductName());
        }
      })
      .start(port);
  }
}
