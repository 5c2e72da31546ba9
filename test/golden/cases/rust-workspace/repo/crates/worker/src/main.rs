use apalis::prelude::*;

#[tokio::main]
async fn main() {
    let _url = shared::database_url();
    Monitor::new().run().await.unwrap();
}
