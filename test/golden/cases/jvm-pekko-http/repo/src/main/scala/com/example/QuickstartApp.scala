package com.example

import org.apache.pekko.actor.typed.ActorSystem
import org.apache.pekko.actor.typed.scaladsl.Behaviors
import org.apache.pekko.http.scaladsl.Http
import org.apache.pekko.http.scaladsl.server.Directives._

object QuickstartApp {
  def main(args: Array[String]): Unit = {
    implicit val system: ActorSystem[Nothing] = ActorSystem(Behaviors.empty, "HelloPekkoHttpServer")

    val routes = concat(
      path("health") { get { complete("ok") } },
      path("users") { get { complete("[]") } }
    )
    Http().newServerAt("0.0.0.0", 8085).bind(routes)
  }
}
