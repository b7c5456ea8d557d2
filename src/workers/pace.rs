//! Telegram's limits: so many messages a second overall, and a pause between two to the same chat.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// How fast messages may go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Messages a second to all chats together; 0: without limit.
    pub per_second: u32,
    /// The pause between two messages to the same person; in a group it is three times as long.
    pub chat_pause: Duration,
}

/// Gives out the moments at which messages may go.
#[derive(Debug)]
pub struct Pace {
    gap: Duration,
    chat_pause: Duration,
    next: Mutex<Next>,
}

#[derive(Debug)]
struct Next {
    overall: Instant,
    chats: HashMap<i64, Instant>,
}

impl Pace {
    pub fn new(limits: Limits) -> Pace {
        let gap = if limits.per_second == 0 { Duration::ZERO } else { Duration::from_secs(1) / limits.per_second };
        let next = Next { overall: Instant::now(), chats: HashMap::new() };
        Pace { gap, chat_pause: limits.chat_pause, next: Mutex::new(next) }
    }

    /// Waits until a message to that chat may go. Two messages to one chat must not wait at the same time.
    pub async fn turn(&self, chat: i64) {
        // First the chat's own pause: a place in the common row is taken when it can be used.
        sleep_until(self.free(chat, Instant::now())).await;
        sleep_until(self.place(chat, Instant::now())).await;
    }

    /// When the chat's own pause is over.
    fn free(&self, chat: i64, now: Instant) -> Instant {
        self.with(|next| next.chats.get(&chat).map_or(now, |free| now.max(*free)))
    }

    /// Takes the next place in the common row.
    fn place(&self, chat: i64, now: Instant) -> Instant {
        self.with(|next| {
            let place = next.overall.max(now);
            next.overall = place + self.gap;
            if next.chats.len() > MOST_CHATS {
                next.chats.retain(|_, free| *free > now);
            }
            next.chats.insert(chat, place + self.pause(chat));
            place
        })
    }

    /// One message a second is what Telegram takes to a person, twenty a minute to a group (its number is negative).
    fn pause(&self, chat: i64) -> Duration {
        if chat < 0 { self.chat_pause * GROUPS_ARE_SLOWER } else { self.chat_pause }
    }

    fn with<T>(&self, act: impl FnOnce(&mut Next) -> T) -> T {
        act(&mut self.next.lock().unwrap_or_else(|poisoned| poisoned.into_inner()))
    }
}

const GROUPS_ARE_SLOWER: u32 = 3;
/// So many chats are remembered before those whose pause is over are dropped.
const MOST_CHATS: usize = 4096;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_keep_both_pauses() {
        let pace = Pace::new(Limits { per_second: 10, chat_pause: Duration::from_secs(1) });
        let start = Instant::now();
        let mut now = start;
        let times = [1, 2, -3, 1, 2, 4, -3].map(|chat| {
            now = pace.place(chat, pace.free(chat, now));
            (now - start).as_millis()
        });
        assert_eq!(times, [0, 100, 200, 1000, 1100, 1200, 3200], "a group waits longer");
    }

    #[test]
    fn without_a_limit_only_the_chats_pause_counts() {
        let pace = Pace::new(Limits { per_second: 0, chat_pause: Duration::ZERO });
        let now = Instant::now();
        assert!([1, 1, 2].iter().all(|chat| pace.place(*chat, pace.free(*chat, now)) == now));
    }
}
