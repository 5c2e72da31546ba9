package com.example.quickstart

import cats.effect.Async
import com.comcast.ip4s.*
import fs2.io.net.Network
import org.http4s.HttpRoutes
import org.http4s.dsl.Http4sDsl
import org.http4s.ember.server.EmberServerBuilder
import org.http4s.implicits.*

object QuickstartServer:

  def run[F[_]: Async: Network]: F[Nothing] = {
    val dsl = Http4sDsl[F]
    import dsl.*
    val httpApp = HttpRoutes.of[F] {
      case GET -> Root / "health" => Ok("ok")
      case GET -> Root / "hello" / name => Ok(s"Hello, $name")
    }.orNotFound

    for {
      _ <-
        EmberServerBuilder.default[F]
          .withHost(ipv4"0.0.0.0")
          .withPort(port"8080")
          .withHttpApp(httpApp)
          .build
    } yield ()
  }.useForever
