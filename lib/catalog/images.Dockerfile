# Every image tag of the product, as FROM lines that an update bot can raise. The stage name is the key.
FROM node:26-trixie-slim AS node
FROM python:3.14-slim-trixie AS python
FROM mambaorg/micromamba:2.3.0 AS micromamba
FROM nginxinc/nginx-unprivileged:1.30.4-alpine AS nginx
FROM postgres:18.6-trixie AS postgres
FROM redis:8.10.2-trixie AS redis
FROM debian:13-slim AS debian
FROM rust:1.98-slim-trixie AS rust
FROM ghcr.io/gohugoio/hugo:v0.165.0 AS hugo
FROM ghcr.io/getzola/zola:v0.22.1 AS zola
