-- What was promised for later, and what was handed over to the call centre.

-- Reminders and calls. `what` is JSON (follow_ups::What); `seat`: which of the calls of its half hour it is.
-- `autoincrement` is not enough for the number: the reply that confirms a promise names it before it is written,
-- so it is taken from `counters`; it is never given twice.
create table follow_ups (
    id          integer primary key,
    channel     text    not null,
    chat        integer not null,
    kind        text    not null,
    what        text    not null,
    seat        integer,
    due_at      integer not null,
    state       text    not null,
    state_since integer not null,
    changes     integer not null,
    booked_at   integer not null,
    constraint a_known_kind check (kind in ('reminder', 'call-back')),
    constraint a_known_state check (state in ('pending', 'told', 'done', 'cancelled', 'missed')),
    constraint a_seat_for_each_call check ((kind = 'call-back') = (seat is not null))
) strict;

create unique index one_booking_per_slot on follow_ups (due_at, seat) where kind = 'call-back' and state = 'pending';
create unique index one_open_call_per_person on follow_ups (channel, chat)
    where kind = 'call-back' and state in ('pending', 'told');
create index follow_ups_by_due_time on follow_ups (state, due_at);
create index follow_ups_of_a_chat on follow_ups (channel, chat, state);
create index follow_ups_by_age on follow_ups (state, state_since);

-- The last number given of each kind.
create table counters (
    name text    primary key,
    last integer not null
) strict, without rowid;

insert into counters (name, last) values ('follow-up', 0), ('hand-over', 0);

-- A person's matter in the hands of the call centre: a conversation, or a call (then with its promise).
create table hand_overs (
    id          integer primary key,
    channel     text    not null,
    chat        integer not null,
    follow_up   integer,
    language    text    not null,
    state       text    not null,
    holder      integer,
    state_since integer not null,
    nudged      integer not null default 0,
    constraint a_known_state check (state in ('waiting', 'human', 'closed')),
    constraint somebody_has_it check (state <> 'human' or holder is not null)
) strict;

create unique index one_open_conversation_per_person on hand_overs (channel, chat)
    where follow_up is null and state <> 'closed';
create index hand_overs_of_a_chat on hand_overs (channel, chat, state);
create index hand_overs_by_state on hand_overs (state, state_since);
create index hand_overs_of_a_follow_up on hand_overs (follow_up) where follow_up is not null;

-- Who changed what, when: only ever added to. It names staff by number and no person.
create table hand_over_log (
    id        integer primary key autoincrement,
    hand_over integer not null,
    at        integer not null,
    staff     integer,
    what      text    not null
) strict;

create index hand_over_log_by_time on hand_over_log (at);

create trigger hand_over_log_is_only_added_to before update on hand_over_log
begin
    select raise(abort, 'the log of hand-overs is only ever added to');
end;

-- Which message at the call centre is about which matter: the way back for an answer.
create table desk_messages (
    chat      integer not null,
    message   integer not null,
    hand_over integer not null,
    constraint one_matter_per_message primary key (chat, message)
) strict, without rowid;

create index desk_messages_of_a_hand_over on desk_messages (hand_over);

-- Who is told when an answer changes in meaning: `meaning` is the revision she has read.
create table watches (
    channel   text    not null,
    chat      integer not null,
    entry     text    not null,
    meaning   integer not null,
    since     integer not null,
    constraint watched_once primary key (channel, chat, entry)
) strict, without rowid;

create index watches_by_entry on watches (entry, meaning);

-- A message for the call centre that is about a matter.
alter table deliveries add column hand_over integer;

-- The last answer that a person read: an office reminder tells what to take along.
alter table conversations add column about text;
