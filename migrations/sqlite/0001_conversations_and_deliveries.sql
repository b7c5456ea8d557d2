-- Times are unix seconds, given by the program: the database is never asked what time it is.
-- A person is (channel, chat): no name, no text of hers is kept.

create table conversations (
    channel         text    not null,
    chat            integer not null,
    language        text,
    language_chosen integer not null,
    stage           text    not null,
    offered         text    not null,
    trips           text    not null,
    nationality     text,
    left_bank       integer,
    last_heard_at   integer not null,
    constraint one_conversation_per_chat primary key (channel, chat),
    constraint a_choice_is_yes_or_no check (language_chosen in (0, 1)),
    constraint a_bank_is_known_or_not check (left_bank in (0, 1))
) strict;

-- The numbers of what was heard, so that nothing is answered twice. They name no person.
create table heard (
    channel  text    not null,
    id       integer not null,
    heard_at integer not null,
    constraint heard_once primary key (channel, id)
) strict, without rowid;

create index heard_by_age on heard (heard_at);

-- What is promised and not sent yet: written with the decision, gone once it is sent.
-- `heard_since`: how often its person wrote while it waited: whoever blocked us and writes again has come back,
-- also when both reach us in one moment.
-- `autoincrement`: an id is never given twice, so that a late result of one delivery cannot settle another.
create table deliveries (
    id           integer primary key autoincrement,
    channel      text    not null,
    chat         integer not null,
    reply        text    not null,
    language     text    not null,
    day          text    not null,
    state        text    not null default 'waiting',
    state_since  integer not null,
    due_at       integer not null,
    leased_until integer not null default 0,
    attempts     integer not null default 0,
    parts_sent   integer not null default 0,
    heard_since  integer not null default 0,
    reason       text,
    constraint a_known_state check (state in ('waiting', 'parked', 'given-up')),
    constraint a_reason_to_give_up check (state <> 'given-up' or reason is not null)
) strict;

create index deliveries_in_order on deliveries (channel, state, id);
create index deliveries_of_a_chat on deliveries (channel, chat, state, id);
create index deliveries_by_due_time on deliveries (channel, state, due_at);
