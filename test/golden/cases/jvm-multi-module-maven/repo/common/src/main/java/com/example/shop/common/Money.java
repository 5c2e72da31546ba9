package com.example.shop.common;

public record Money(long cents, String currency) {

  public static void main(String[] args) {
    System.out.println(new Money(100, "EUR"));
  }
}
