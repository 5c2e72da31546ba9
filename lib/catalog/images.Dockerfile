# Every image tag of the product, as FROM lines that an update bot can raise. The stage name is the key.
FROM node:26-trixie-slim AS node
FROM php:8.5-apache-trixie AS php
FROM composer:2.10.2 AS composer
FROM ruby:4.0-slim-trixie AS ruby
FROM nginxinc/nginx-unprivileged:1.30.4-alpine AS nginx
FROM postgres:18.6-trixie AS postgres
FROM redis:8.10.2-trixie AS redis
