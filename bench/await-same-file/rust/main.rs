async fn step(a: i64, b: i64) -> i64 {
    if a < 0 {
        tokio::task::yield_now().await;
    }
    a ^ b
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut sum = 0;
    for i in 0..argument(1) {
        sum = step(sum, i).await;
    }
    println!("{}", sum);
}
