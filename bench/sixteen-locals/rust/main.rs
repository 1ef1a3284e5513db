async fn mix(count: i64, seed: i64) -> i64 {
    let a = seed;
    let b = a + 1;
    let c = b * 3;
    let d = c ^ a;
    let e = d + 5;
    let f = e * 7;
    let g = f ^ 11;
    let h = g + a;
    let i = h * 3;
    let j = i ^ b;
    let k = j + c;
    let l = k * 5;
    let m = l ^ d;
    let n = m + e;
    let (mut sum, mut done) = (0, 0);
    while done < count {
        tokio::task::yield_now().await;
        done += 1;
        sum += done;
    }
    sum + (a ^ b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j ^ k ^ l ^ m ^ n)
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", tokio::spawn(mix(argument(1), std::env::args().count() as i64)).await.unwrap());
}
