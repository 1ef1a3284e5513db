const LENGTH: usize = 512;

async fn look(n: i64) -> i64 {
    if n < 0 {
        tokio::task::yield_now().await;
    }
    n
}

async fn product(a: &[i32; LENGTH], b: &[i32; LENGTH], rounds: i64) -> i64 {
    let mut sum = 0;
    for k in 0..rounds {
        let mut part = look(k).await as i32;
        for i in 0..LENGTH {
            part = part.wrapping_add(a[i].wrapping_mul(b[i]));
        }
        sum += part as i64;
    }
    sum
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (mut a, mut b) = ([0; LENGTH], [0; LENGTH]);
    for i in 0..LENGTH {
        a[i] = i as i32;
        b[i] = 3 * i as i32 + 1;
    }
    println!("{}", product(&a, &b, argument(1) / LENGTH as i64).await);
}
