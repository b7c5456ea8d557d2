//! `popas run`: serves on Telegram.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use crate::assistant::{Assistant, Mind};
use crate::call_centre::CallCentre;
use crate::channels::telegram::poll::{Patience, Poll};
use crate::channels::telegram::update::Desk;
use crate::channels::telegram::{Telegram, commands};
use crate::message::StaffId;
use crate::settings::{self, Settings};
use crate::stay::Holidays;
use crate::store::{Channel, Store, deliveries};
use crate::workers::again;
use crate::workers::deliveries::Deliveries;
use crate::workers::follow_ups::FollowUps;
use crate::workers::pace::Limits;
use crate::workers::retention;

/// How to serve; the rest are settings.
#[derive(clap::Args, Clone, Debug)]
pub struct Args {
    /// Remove a webhook that is set for the bot: its messages come here from then on
    #[arg(long)]
    pub drop_webhook: bool,

    /// How long the Bot API may hold a call until there is something new, in seconds
    #[arg(long, env = "POPAS_POLL_TIMEOUT", value_name = "SECONDS", default_value_t = 30)]
    #[arg(value_parser = clap::value_parser!(u64).range(..=50))]
    pub poll_timeout: u64,

    /// Messages a second to all chats together; 0: without limit (a Bot API server of your own)
    #[arg(long, env = "POPAS_MESSAGES_PER_SECOND", value_name = "COUNT", default_value_t = 30)]
    pub messages_per_second: u32,

    /// Pause between two messages to the same person, in milliseconds; in a group three times as long
    #[arg(long, env = "POPAS_CHAT_PAUSE", value_name = "MILLISECONDS", default_value_t = 1000)]
    pub chat_pause: u64,

    /// A reminder that is later than this, in hours, is not sent but reported when the person writes again
    #[arg(long, env = "POPAS_LATEST_REMINDER", value_name = "HOURS", default_value_t = 24)]
    pub latest_reminder: u32,

    #[command(flatten)]
    pub desk: settings::Desk,
}

/// The pauses after trouble: soon at first, then once a minute.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// How long replies that are decided may take to leave after the program was told to stop.
const LAST_REPLIES: Duration = Duration::from_secs(5);

pub async fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    settings.start_log()?;
    keep_panics_short();
    // First of all: told to stop while it learns, it ends in peace as well.
    let stop = told_to_stop()?;
    let telegram = Telegram::new(settings.teloxide_token.as_ref(), settings.teloxide_api_url.as_ref())?;
    // First what fails at once; learning from the content takes its time.
    let store = Store::open(&settings.database_url).await?;
    let engine = Arc::new(settings.engine()?);
    let holidays = engine.faq.holidays.clone();
    let service = Service { mind: engine, holidays, store, telegram, args: args.clone() };
    service.serve(stop).await
}

/// A panic is one line with its place. Its own words may quote what a person wrote, so they are not shown.
fn keep_panics_short() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a defect in Popas: this place gave up");
    }));
}

/// Turns true with SIGTERM or Ctrl-C.
fn told_to_stop() -> anyhow::Result<watch::Receiver<bool>> {
    let (tell, stop) = watch::channel(false);
    let (mut terminated, mut interrupted) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::spawn(async move {
        tokio::select! { _ = terminated.recv() => {}, _ = interrupted.recv() => {} }
        tracing::info!("stopping: what is in hand is finished");
        tell.send_replace(true);
    });
    Ok(stop)
}

/// All that serves.
#[derive(Clone)]
pub struct Service {
    pub mind: Arc<dyn Mind>,
    pub store: Store,
    pub telegram: Telegram,
    /// The days on which the call centre is closed.
    pub holidays: Holidays,
    pub args: Args,
}

impl Service {
    /// Serves until told to stop; an error is one that waiting does not mend.
    pub async fn serve(self, mut stop: watch::Receiver<bool>) -> anyhow::Result<()> {
        let patience = Patience {
            poll: Duration::from_secs(self.args.poll_timeout),
            first_pause: FIRST_PAUSE,
            longest_pause: LONGEST_PAUSE,
        };
        let me = tokio::select! {
            me = self.telegram.meet(patience) => me?,
            _ = stop.wait_for(|stop| *stop) => return Ok(()),
        };
        self.telegram.clear_webhook(self.args.drop_webhook).await?;
        // One process serves a bot (Telegram sees to that), so whoever held a lease is dead.
        deliveries::release(&self.store, Channel::Telegram).await?;
        let wake = Arc::new(Notify::new());
        let (tell, told) = watch::channel(None);
        let centre = self.args.desk.call_centre().map(Arc::new);
        let sending = self.send(wake.clone(), told.clone());
        let others = [
            tokio::spawn(self.menu()),
            self.forget(told.clone()),
            self.keep_promises(centre.clone(), wake.clone(), told),
        ];
        let links = self.args.desk.links(me.username.clone());
        let assistant = Assistant::new(self.mind.clone(), self.store.clone(), centre).with_links(links);
        tracing::info!("serving");
        let staff = self.args.desk.staff.iter().copied().map(StaffId).collect();
        let desk = Desk { chat: self.args.desk.desk, staff };
        let polled = Poll::new(self.telegram.clone(), assistant, me, desk, patience, wake, stop).run().await;
        tell.send_replace(Some(Instant::now() + LAST_REPLIES));
        sending.await?;
        others.iter().for_each(|other| other.abort());
        self.store.close().await;
        Ok(polled?)
    }

    fn send(&self, wake: Arc<Notify>, told: watch::Receiver<Option<Instant>>) -> JoinHandle<()> {
        let service = self.clone();
        tokio::spawn(again("deliveries", told.clone(), move || service.deliveries().run(wake.clone(), told.clone())))
    }

    fn forget(&self, told: watch::Receiver<Option<Instant>>) -> JoinHandle<()> {
        let store = self.store.clone();
        tokio::spawn(again("retention", told, move || retention::run(store.clone())))
    }

    fn keep_promises(
        &self,
        centre: Option<Arc<CallCentre>>,
        wake: Arc<Notify>,
        told: watch::Receiver<Option<Instant>>,
    ) -> JoinHandle<()> {
        let service = self.clone();
        tokio::spawn(again("follow-ups", told, move || service.follow_ups(centre.clone(), wake.clone()).run()))
    }

    fn deliveries(&self) -> Deliveries {
        let limits = Limits {
            per_second: self.args.messages_per_second,
            chat_pause: Duration::from_millis(self.args.chat_pause),
        };
        Deliveries::new(self.mind.clone(), self.store.clone(), self.telegram.clone(), limits)
    }

    fn follow_ups(&self, centre: Option<Arc<CallCentre>>, wake: Arc<Notify>) -> FollowUps {
        FollowUps {
            mind: self.mind.clone(),
            store: self.store.clone(),
            centre,
            holidays: self.holidays.clone(),
            latest: TimeDelta::hours(self.args.latest_reminder.into()),
            wake,
        }
    }

    fn menu(&self) -> impl Future<Output = ()> + Send + 'static {
        let (telegram, mind, staff) = (self.telegram.clone(), self.mind.clone(), self.args.desk.chats());
        async move { commands::set(&telegram, &*mind, &staff).await }
    }
}
