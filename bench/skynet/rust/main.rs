use std::future::Future;
use std::pin::Pin;

fn skynet(number: i64, size: i64) -> Pin<Box<dyn Future<Output = i64> + Send>> {
    Box::pin(async move {
        if size == 1 {
            return number;
        }
        let children: Vec<_> = (0..10).map(|i| tokio::spawn(skynet(number + i * (size / 10), size / 10))).collect();
        let mut sum = 0;
        for child in children {
            sum += child.await.unwrap();
        }
        sum
    })
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", tokio::spawn(skynet(0, argument(1))).await.unwrap());
}
