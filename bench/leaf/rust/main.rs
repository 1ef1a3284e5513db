use std::future::Future;
use std::pin::Pin;

async fn leaf(count: i64) -> i64 {
    let mut done = 0;
    while done < count {
        tokio::task::yield_now().await;
        done += 1;
    }
    done
}

fn deep(depth: i64, count: i64) -> Pin<Box<dyn Future<Output = i64> + Send>> {
    Box::pin(async move {
        if depth == 1 {
            return leaf(count).await;
        }
        deep(depth - 1, count).await
    })
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", tokio::spawn(deep(argument(2), argument(1))).await.unwrap());
}
