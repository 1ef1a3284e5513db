const LENGTH: usize = 4096;

async fn look(n: i64) -> i64 {
    if n < 0 {
        tokio::task::yield_now().await;
    }
    n & 7
}

async fn change(text: &mut [u8; LENGTH], rounds: i64) -> i64 {
    let mut sum = 0;
    for k in 0..rounds {
        let key = look(k).await as u8;
        for byte in text.iter_mut() {
            *byte = (*byte ^ key).wrapping_add(3);
        }
        sum += text[k as usize % LENGTH] as i64;
    }
    sum
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut text = [b'x'; LENGTH];
    println!("{}", change(&mut text, argument(1) / LENGTH as i64).await);
}
