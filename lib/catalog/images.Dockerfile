# Every image tag of the product, as FROM lines that an update bot can raise. The stage name is the key.
FROM node:26-trixie-slim AS node
FROM nginxinc/nginx-unprivileged:1.30.4-alpine AS nginx
FROM postgres:18.6-trixie AS postgres
FROM redis:8.10.2-trixie AS redis
FROM golang:1.27-trixie AS golang
FROM rust:1.98-slim-trixie AS rust
FROM alpine:3.24 AS alpine
FROM debian:13-slim AS debian
