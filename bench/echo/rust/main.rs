use std::process::Command;
use tokio::io::{AsyncReadExt, AsyncWriteExt, Result};
use tokio::net::{TcpListener, TcpStream};

async fn echo(mut stream: TcpStream) -> Result<i64> {
    let mut buffer = [0; 4096];
    let mut served = 0;
    loop {
        let n = stream.read(&mut buffer).await?;
        if n == 0 {
            return Ok(served);
        }
        stream.write_all(&buffer[..n]).await?;
        served += 1;
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments: Vec<_> = std::env::args().collect();
    let (requests, connections, load) = (&arguments[1], &arguments[2], &arguments[3]);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port().to_string();
    Command::new(load).args([&port, connections, requests]).status()?;
    let mut list = Vec::new();
    for _ in 0..connections.parse().unwrap() {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        list.push(tokio::spawn(echo(stream)));
    }
    let mut served = 0;
    for task in list {
        served += task.await??;
    }
    println!("{}", served);
    Ok(())
}
