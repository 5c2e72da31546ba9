use axum::{routing::get, Router};

#[tokio::main]
async fn main() {
    let _url = shared::database_url();
    let app = Router::new().route("/healthz", get(|| async { "ok" }));
    let listener = tokio::net::TcpListener::bind("0.0.0.0:4000").await.unwrap();
    axum::serve(listener, app).await.unwrap();
}
