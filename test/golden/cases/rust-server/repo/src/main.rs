//! Answers every request with one line.
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;

mod light;

fn main() -> std::io::Result<()> {
    let port = env::var("PORT").unwrap_or_else(|_| "7070".to_string());
    let listener = TcpListener::bind(format!("0.0.0.0:{port}"))?;
    for stream in listener.incoming() {
        let mut stream = stream?;
        let mut reader = BufReader::new(stream.try_clone()?);
        let mut line = String::new();
        while reader.read_line(&mut line)? > 2 {
            line.clear();
        }
        let body = light::text();
        write!(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())?;
    }
    Ok(())
}
