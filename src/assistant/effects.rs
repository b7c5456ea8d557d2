//! What a turn does besides answering, written into the database; the call centre is told of what concerns it.

use super::Record;
use crate::call_centre::{HandOver, HandOverId, HandOverState};
use crate::dialogue::phrase::Phrase;
use crate::dialogue::reply::Reply;
use crate::dialogue::{Effect, desk};
use crate::follow_ups::{FollowUp, State};
use crate::links::prepared::Token;
use crate::message::Address;
use crate::store::deliveries::New;
use crate::store::{self, Connection};
use crate::store::{conversations, counters, deliveries, follow_ups, hand_overs, openings, prepared_links, watches};

impl Record<'_> {
    pub(super) async fn carry_out(&self, tx: &mut Connection, effects: &[Effect]) -> Result<(), store::Error> {
        for effect in effects {
            match effect {
                Effect::Forget => self.forget(tx).await?,
                Effect::Promise(follow_up) => self.promise(tx, follow_up).await?,
                Effect::Watch { entry, meaning } => {
                    watches::put(tx, self.owner, entry, *meaning, self.now).await?;
                }
                Effect::HandOver(matter) => self.hand_over(tx, matter).await?,
                Effect::TellDesk { about, reply } => self.tell_desk(tx, *about, reply).await?,
                Effect::LinkOpened { name } => openings::count(tx, name, self.language, self.today).await?,
                Effect::PreparedRead(token) => self.prepared_read(tx, *token).await?,
                Effect::TellPerson { reply, .. } => {
                    let new = New { reply, language: self.language, day: self.today, about: None };
                    deliveries::add(tx, self.owner, &new, self.now).await?;
                    if !reply.choices.is_empty() {
                        conversations::offer(tx, self.owner, &reply.choices).await?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The link is used up; who prepared it learns that it was opened.
    async fn prepared_read(&self, tx: &mut Connection, token: Token) -> Result<(), store::Error> {
        let Some(origin) = prepared_links::open(tx, token, self.now).await? else { return Ok(()) };
        let reply = Reply::say(Phrase::HandOpened { number: origin.number });
        let new = New { reply: &reply, language: origin.language, day: self.today, about: None };
        deliveries::add(tx, origin.at, &new, self.now).await
    }

    async fn promise(&self, tx: &mut Connection, made: &FollowUp) -> Result<(), store::Error> {
        let known = follow_ups::load(tx, made.id).await?;
        if known.as_ref().is_some_and(|(owner, _)| *owner != self.owner) {
            // Nobody's button reaches another person's promise.
            return Ok(());
        }
        follow_ups::put(tx, self.owner, made, self.now).await?;
        counters::give_follow_up(tx, made.id.0).await?;
        match (made.is_call_back() && self.by.is_none(), known) {
            (true, None) => self.call_booked(tx, made).await,
            (true, Some((_, known))) if known.due != made.due || known.state != made.state => {
                self.call_changed(tx, made).await
            }
            _ => Ok(()),
        }
    }

    /// A new call is a matter of the call centre.
    async fn call_booked(&self, tx: &mut Connection, call: &FollowUp) -> Result<(), store::Error> {
        let id = HandOverId(counters::next(tx).await?.hand_over);
        let matter = HandOver {
            id,
            call: Some(call.clone()),
            language: self.language,
            state: HandOverState::Waiting,
            holder: None,
            since: call.booked,
        };
        self.hand_over(tx, &matter).await?;
        self.tell_desk(tx, id, &desk::arrived(&matter, None)).await
    }

    /// Its person moved or cancelled it.
    async fn call_changed(&self, tx: &mut Connection, call: &FollowUp) -> Result<(), store::Error> {
        let Some((_, matter)) = hand_overs::of_call(tx, call.id).await? else { return Ok(()) };
        let over = matches!(call.state, State::Cancelled | State::Done);
        let state = if over { HandOverState::Closed } else { HandOverState::Waiting };
        let changed = HandOver { state, holder: None, call: Some(call.clone()), ..matter };
        self.hand_over(tx, &changed).await?;
        self.tell_desk(tx, changed.id, &desk::call_changed(&changed, call)).await
    }

    async fn hand_over(&self, tx: &mut Connection, matter: &HandOver) -> Result<(), store::Error> {
        hand_overs::put(tx, self.owner, matter, self.by, self.now).await?;
        counters::give_hand_over(tx, matter.id.0).await
    }

    async fn tell_desk(&self, tx: &mut Connection, about: HandOverId, reply: &Reply) -> Result<(), store::Error> {
        let Some(centre) = self.centre else { return Ok(()) };
        let new = New { reply, language: centre.language, day: self.today, about: Some(about.0) };
        deliveries::add(tx, Address::Telegram(centre.chat), &new, self.now).await
    }

    /// Deletes all that is kept about the person; the call centre learns that a matter of hers is no more.
    async fn forget(&self, tx: &mut Connection) -> Result<(), store::Error> {
        for (_, matter) in hand_overs::open(tx, Some(self.owner)).await? {
            hand_overs::forget(tx, matter.id, self.now).await?;
            self.tell_desk(tx, matter.id, &desk::forgotten(&matter)).await?;
        }
        for other in hand_overs::all(tx, self.owner).await? {
            hand_overs::forget(tx, other, self.now).await?;
        }
        follow_ups::forget(tx, self.owner).await?;
        watches::forget(tx, self.owner).await?;
        conversations::forget(tx, self.owner).await?;
        deliveries::forget(tx, self.owner).await
    }
}
