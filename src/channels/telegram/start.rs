//! Meets the Bot API: who are we, does a webhook stand in the way, and what to do about trouble.

use std::time::Duration;

use serde::Deserialize;
use serde::de::IgnoredAny;
use teloxide::payloads::{DeleteWebhook, GetMe, GetWebhookInfo};
use tokio::time::sleep;

use super::Telegram;
use super::call::CallError;
use super::poll::Patience;
use super::update::Me;
use crate::workers::back_off;

/// What waiting does not mend.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("the Bot API does not know this token: take the bot's token from @BotFather and set TELOXIDE_TOKEN to it")]
    Token,
    #[error(
        "a webhook is set for this bot, so its messages go there and cannot be polled: \
         stop the program that uses it, or remove it with `popas run --drop-webhook`"
    )]
    Webhook,
    #[error("the bot is not taken by the Bot API: {0}")]
    Refused(CallError),
}

/// Tries again and again, with growing pauses, and says once what it is waiting for.
pub struct Retries {
    patience: Patience,
    attempts: i64,
    said: Option<String>,
}

impl Retries {
    pub fn new(patience: Patience) -> Retries {
        Retries { patience, attempts: 0, said: None }
    }

    /// The trouble is over.
    pub fn worked(&mut self) {
        self.attempts = 0;
        if self.said.take().is_some() {
            tracing::info!("the Bot API answers again");
        }
    }

    /// How long to wait after that error, or what to do when waiting does not help.
    pub async fn after(&mut self, telegram: &Telegram, error: &CallError) -> Result<Duration, Trouble> {
        let waiting_for = match error {
            CallError::Api { code: 401 | 404, .. } => return Err(Trouble::Token),
            CallError::Api { code: 409, .. } if telegram.has_webhook().await => return Err(Trouble::Webhook),
            CallError::Api { code: 409, .. } => {
                "another program polls this bot: stop it, or give this one a bot of its own".into()
            }
            error => format!("the Bot API cannot be worked with ({error})"),
        };
        if self.said.as_ref() != Some(&waiting_for) {
            tracing::warn!("{waiting_for}; trying on, at least every {} seconds", self.longest().as_secs());
            self.said = Some(waiting_for);
        }
        self.attempts += 1;
        let pause = back_off(self.attempts, self.patience.first_pause, self.patience.longest_pause, 0);
        Ok(if let CallError::RetryAfter(named) = error { pause.max(*named) } else { pause })
    }

    fn longest(&self) -> Duration {
        self.patience.longest_pause.mul_f64(1.25)
    }
}

impl Telegram {
    /// Who we are; waits for a server that cannot be reached.
    pub async fn meet(&self, patience: Patience) -> Result<Me, Trouble> {
        let mut retries = Retries::new(patience);
        loop {
            match self.call::<_, Me>(&GetMe::new()).await {
                Ok(me) => {
                    retries.worked();
                    return Ok(me);
                }
                Err(error) => sleep(retries.after(self, &error).await?).await,
            }
        }
    }

    /// Who we are, asked once.
    pub async fn who_am_i(&self) -> Result<Me, CallError> {
        self.call(&GetMe::new()).await
    }

    /// Removes the webhook, or says that one is set. What waits for it at the server stays there for us.
    pub async fn clear_webhook(&self, drop_it: bool) -> Result<(), Trouble> {
        if drop_it {
            return self.call::<_, IgnoredAny>(&DeleteWebhook::new()).await.map(drop).map_err(Trouble::Refused);
        }
        if self.has_webhook().await { Err(Trouble::Webhook) } else { Ok(()) }
    }

    /// Whether a webhook is set; a server that cannot tell has none.
    async fn has_webhook(&self) -> bool {
        #[derive(Deserialize)]
        struct Webhook {
            url: Option<String>,
        }
        let known = self.call::<_, Webhook>(&GetWebhookInfo::new()).await;
        known.is_ok_and(|webhook| webhook.url.is_some_and(|url| !url.is_empty()))
    }
}
