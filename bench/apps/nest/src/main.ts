import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Controller()
class Hello {
  @Get()
  get(): string {
    return 'hello';
  }
}

@Module({ controllers: [Hello] })
class App {}

void NestFactory.create(App).then((app) => app.listen(process.env.PORT ?? 3000));
