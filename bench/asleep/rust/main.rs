use std::time::Duration;

async fn nap(n: i64) -> i64 {
    tokio::time::sleep(Duration::from_secs(1)).await;
    n
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let list: Vec<_> = (0..argument(1)).map(|i| tokio::spawn(nap(i))).collect();
    let mut sum = 0;
    for task in list {
        sum += task.await.unwrap();
    }
    println!("{}", sum);
}
