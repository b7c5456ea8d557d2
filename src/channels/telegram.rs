//! Telegram, by long polling.
//!
//! Inbound is ours: [`update`] reads raw JSON leniently, so that a message with something newer than this
//! program keeps its text, and [`poll`] confirms an update only after its turn is committed. Outbound is
//! teloxide's: its `Bot`, payloads and typed errors, carried by [`call`]. This room alone knows teloxide.

pub mod call;
pub mod commands;
pub mod inline;
pub mod poll;
pub mod render;
pub mod send;
pub mod start;
pub mod update;

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use teloxide::Bot;
use url::{Host, Url};

/// How long one call may take. An answer that comes later than this may have been a message that was sent.
const LONGEST_CALL: Duration = Duration::from_secs(17);

/// A bot at a Bot API server.
#[derive(Clone, Debug)]
pub struct Telegram {
    bot: Bot,
}

/// Why the settings name no bot.
#[derive(Debug, thiserror::Error)]
pub enum NoBot {
    #[error("TELOXIDE_TOKEN is not set: ask @BotFather in Telegram for a token and set TELOXIDE_TOKEN to it")]
    NoToken,
    #[error("TELOXIDE_API_URL must be an address such as https://api.telegram.org")]
    NoAddress,
    #[error("the HTTP client cannot be built: {0}")]
    NoClient(#[from] reqwest::Error),
}

impl Telegram {
    /// Nothing is asked of the server yet.
    pub fn new(token: Option<&SecretString>, server: Option<&Url>) -> Result<Telegram, NoBot> {
        let token = token.map(|token| token.expose_secret().trim()).filter(|token| !token.is_empty());
        let token = token.ok_or(NoBot::NoToken)?;
        if server.is_some_and(|server| !matches!(server.scheme(), "http" | "https")) {
            return Err(NoBot::NoAddress);
        }
        let mut client = teloxide::net::default_reqwest_settings().timeout(LONGEST_CALL);
        if server.is_some_and(is_loopback) {
            client = client.no_proxy();
        }
        let bot = Bot::with_client(token, client.build()?);
        Ok(Telegram { bot: server.cloned().into_iter().fold(bot, Bot::set_api_url) })
    }
}

/// A proxy of the environment cannot reach what is on this machine.
fn is_loopback(server: &Url) -> bool {
    match server.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bot_needs_a_token_and_an_address_that_can_be_called() {
        let bot = |token: &str, server: &str| {
            let token = SecretString::from(token);
            Telegram::new(Some(&token), Url::parse(server).ok().as_ref()).map(drop)
        };
        assert!(bot("1:a", "http://127.0.0.1:1/base").is_ok());
        assert!(bot("1:a", "").is_ok());
        assert!(matches!(bot(" ", ""), Err(NoBot::NoToken)));
        assert!(matches!(bot("1:a", "localhost:8081"), Err(NoBot::NoAddress)));
        assert!(matches!(Telegram::new(None, None), Err(NoBot::NoToken)));
    }
}
