use loco_rs::prelude::*;

async fn current() -> Result<Response> {
    format::json("Hello")
}

pub fn routes() -> Routes {
    Routes::new().prefix("/api").add("/", get(current))
}
