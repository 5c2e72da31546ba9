use poem::{EndpointExt, Route, Server, get, handler, listener::TcpListener, middleware::Tracing, web::Path};

#[handler]
fn hello(Path(name): Path<String>) -> String {
    format!("hello: {name}")
}

#[handler]
fn health() -> &'static str {
    "ok"
}

#[tokio::main]
async fn main() -> Result<(), std::io::Error> {
    tracing_subscriber::fmt::init();

    let app = Route::new().at("/hello/:name", get(hello)).at("/health", get(health)).with(Tracing);
    Server::new(TcpListener::bind("0.0.0.0:3000")).name("hello-world").run(app).await
}
