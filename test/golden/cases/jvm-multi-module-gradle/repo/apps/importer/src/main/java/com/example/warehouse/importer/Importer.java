package com.example.warehouse.importer;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;

public class Importer {

  public static void main(String[] args) {
    var settings = new Properties();
    settings.put("bootstrap.servers", System.getenv("KAFKA_BOOTSTRAP_SERVERS"));
    try (var consumer = new KafkaConsumer<String, String>(settings)) {
      consumer.subscribe(List.of("deliveries"));
      while (true) {
        consumer.poll(Duration.ofSeconds(1));
      }
    }
  }
}
