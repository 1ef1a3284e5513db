async fn number(n: i64) -> i64 {
    n
}

async fn all(count: i64) -> i64 {
    let mut sum = 0;
    for i in 0..count {
        sum += tokio::spawn(number(i)).await.unwrap();
    }
    sum
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", tokio::spawn(all(argument(1))).await.unwrap());
}
