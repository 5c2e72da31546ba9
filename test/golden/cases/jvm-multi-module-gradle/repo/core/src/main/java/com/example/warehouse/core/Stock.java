package com.example.warehouse.core;

public record Stock(String item, int count) {
}
