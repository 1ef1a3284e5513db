use std::future::Future;
use std::pin::Pin;

fn skynet(number: i64, size: i64) -> Pin<Box<dyn Future<Output = i64> + Send>> {
    Box::pin(async move {
        if size == 1 {
            return number;
        }
        let mut sum = 0;
        for i in 0..10 {
            sum += skynet(number + i * (size / 10), size / 10).await;
        }
        sum
    })
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", skynet(0, argument(1)).await);
}
