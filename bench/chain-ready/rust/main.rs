use std::future::Future;
use std::pin::Pin;

const DEPTH: i64 = 101;

fn deep(depth: i64, value: i64) -> Pin<Box<dyn Future<Output = i64> + Send>> {
    Box::pin(async move {
        if depth == 1 {
            return value;
        }
        deep(depth - 1, value).await
    })
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut sum = 0;
    for i in 0..argument(1) / DEPTH {
        sum += deep(DEPTH, i).await;
    }
    println!("{}", sum);
}
