# Every image tag of the product, as FROM lines that an update bot can raise. The stage name is the key.
FROM node:26-trixie-slim AS node
FROM eclipse-temurin:25-jdk-noble AS temurin-jdk
FROM eclipse-temurin:25-jre-noble AS temurin-jre
FROM maven:3.9.16-eclipse-temurin-25 AS maven
FROM gradle:9.7.1-jdk25 AS gradle
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS dotnet-sdk
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble AS dotnet-aspnet
FROM nginxinc/nginx-unprivileged:1.30.4-alpine AS dotnet-files
FROM nginxinc/nginx-unprivileged:1.30.4-alpine AS nginx
FROM postgres:18.6-trixie AS postgres
FROM redis:8.10.2-trixie AS redis
