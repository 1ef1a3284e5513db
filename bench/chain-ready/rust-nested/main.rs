// One type for the whole chain, whose depth is in the source.
#![recursion_limit = "512"]
use std::arch::asm;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

const DEPTH: i64 = 101;

async fn innermost(value: i64) -> i64 {
    value
}

struct Level<F>(F);

impl<F: Future<Output = i64>> Future for Level<F> {
    type Output = i64;

    #[inline(never)]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<i64> {
        let polled = unsafe { self.map_unchecked_mut(|this| &mut this.0) }.poll(context);
        polled.map(|mut value| {
            unsafe { asm!("/* {0} */", inout(reg) value) }; // or else the call is a jump
            value
        })
    }
}

macro_rules! ten {
    ($inner:expr) => {
        Level(Level(Level(Level(Level(Level(Level(Level(Level(Level($inner))))))))))
    };
}

async fn all(rounds: i64) -> i64 {
    let mut sum = 0;
    for i in 0..rounds {
        sum += ten!(ten!(ten!(ten!(ten!(ten!(ten!(ten!(ten!(ten!(innermost(i))))))))))).await;
    }
    sum
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", tokio::spawn(all(argument(1) / DEPTH)).await.unwrap());
}
