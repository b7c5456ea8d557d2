//! What runs beside the conversation: deliveries go out, promises are kept, old things are deleted.
//!
//! A worker is a step on a given time; the loop around it asks the clock and waits.

pub mod deliveries;
pub mod follow_ups;
pub mod pace;
pub mod retention;

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures::FutureExt;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

/// The pauses before a worker that panicked begins anew; the end of the program waits for one.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// Lets a worker run to its end; one that panics begins anew after a pause, so that serving never goes on without it.
///
/// `end` tells when all is to be over: one that panics at every try does not hold it up.
pub async fn again<F: Future<Output = ()>>(
    name: &'static str,
    end: watch::Receiver<Option<Instant>>,
    worker: impl Fn() -> F,
) {
    for attempt in 1.. {
        if AssertUnwindSafe(worker()).catch_unwind().await.is_ok() {
            return;
        }
        let pause = back_off(attempt, FIRST_PAUSE, LONGEST_PAUSE, 0);
        if end.borrow().is_some_and(|end| Instant::now() + pause >= end) {
            tracing::error!("{name}: stopped by a defect, and not begun anew at the end");
            return;
        }
        tracing::error!("{name}: stopped by a defect, begins anew in {} seconds", pause.as_secs());
        sleep(pause).await;
    }
}

/// The pause before the next try: doubled each time up to a limit, and longer by up to a quarter, by
/// `who`, so that many who failed together do not come back together.
pub fn back_off(attempts: i64, first: Duration, longest: Duration, who: i64) -> Duration {
    let doublings = u32::try_from(attempts.clamp(1, 16) - 1).unwrap_or_default();
    let pause = first.saturating_mul(1 << doublings).min(longest);
    // Fibonacci hashing: neighbouring ids fall far apart.
    let spread = who.wrapping_add(attempts).cast_unsigned().wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56;
    pause + pause.mul_f64(f64::from(u32::try_from(spread).unwrap_or_default()) / 1024.0)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use tokio::time::timeout_at;

    use super::*;

    #[tokio::test]
    async fn a_worker_that_panics_begins_anew_and_one_that_ends_does_not() {
        let times = Cell::new(0);
        let worker = || async {
            times.set(times.get() + 1);
            assert!(times.get() > 1, "asked to");
        };
        let (_tell, end) = watch::channel(None);
        again("a test", end, worker).await;
        assert_eq!(times.get(), 2);
    }

    #[tokio::test]
    async fn a_worker_that_panics_at_every_try_does_not_hold_up_the_end() {
        let soon = Instant::now() + FIRST_PAUSE.mul_f64(1.5);
        let (_tell, end) = watch::channel(Some(soon));
        let times = Cell::new(0);
        let worker = || async {
            times.set(times.get() + 1);
            panic!("asked to");
        };
        timeout_at(soon, again("a test", end, worker)).await.expect("it ends in time");
        assert_eq!(times.get(), 2, "while there is time, it begins anew");
    }

    #[test]
    fn pauses_double_up_to_a_limit_and_differ_a_little() {
        let pause = |attempts, who| back_off(attempts, Duration::from_secs(1), Duration::from_secs(60), who);
        for (attempts, least) in [(0, 1), (1, 1), (2, 2), (4, 8), (7, 60), (1000, 60)] {
            let least = Duration::from_secs(least);
            assert!((0..100).all(|who| (least..=least.mul_f64(1.25)).contains(&pause(attempts, who))), "{attempts}");
        }
        assert_ne!(pause(3, 1), pause(3, 2));
    }
}
