use std::future::Future;
use std::pin::Pin;

const DEPTH: i64 = 101;

fn deep(depth: i64, value: i64) -> Pin<Box<dyn Future<Output = i64> + Send>> {
    Box::pin(async move {
        if depth == 1 {
            tokio::task::yield_now().await;
            return value;
        }
        deep(depth - 1, value).await
    })
}

async fn all(rounds: i64) -> i64 {
    let mut sum = 0;
    for i in 0..rounds {
        sum += deep(DEPTH, i).await;
    }
    sum
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", tokio::spawn(all(argument(1) / DEPTH)).await.unwrap());
}
