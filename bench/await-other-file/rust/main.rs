// An await that the compiler cannot see through, as if the function were in another crate.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

struct Elsewhere<F>(F);

impl<F: Future> Future for Elsewhere<F> {
    type Output = F::Output;

    #[inline(never)]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        unsafe { self.map_unchecked_mut(|this| &mut this.0) }.poll(context)
    }
}

async fn add(a: i64, b: i64) -> i64 {
    a + b
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut sum = 0;
    for i in 0..argument(1) {
        sum = Elsewhere(add(sum, i)).await;
    }
    println!("{}", sum);
}
