async fn turns(count: i64) -> i64 {
    let mut done = 0;
    while done < count {
        tokio::task::yield_now().await;
        done += 1;
    }
    done
}

fn argument(n: usize) -> i64 {
    std::env::args().nth(n).unwrap().parse().unwrap()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (count, tasks) = (argument(1), argument(2));
    let list: Vec<_> = (0..tasks).map(|_| tokio::spawn(turns(count / tasks))).collect();
    let mut sum = 0;
    for task in list {
        sum += task.await.unwrap();
    }
    println!("{}", sum);
}
