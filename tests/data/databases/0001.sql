-- Written by Popas itself, see tests/migrations.rs.
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
insert into _sqlx_migrations (checksum, description, execution_time, installed_on, success, version) values (X'D478A7DDB94C4022BD34CF4DB0033BEE8A02DC4741803FB19BF9BAF394065A468ED65473B06C1866941C271D8DD49912', 'conversations and deliveries', 2768123, '2026-11-22 19:17:24', 1, 1);
CREATE TABLE conversations (
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
insert into conversations (channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values ('telegram', 1, 'en', 0, 1763800060, NULL, NULL, '["days",{"entry":"overstay-consequences"},{"entry":"permit-expired-fine"},"call-centre"]', '{"stage":"open"}', '[]');
insert into conversations (channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values ('telegram', 2, 'ro', 0, 1763800120, NULL, NULL, '["count-trips","correct-trips","add-trip"]', '{"stage":"confirming","trips":[["2025-09-03","2025-10-20"],["2025-11-02",null]]}', '[]');
insert into conversations (channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values ('telegram', 3, 'ru', 1, 1763800420, NULL, 'other', '["correct-trips","add-trip","nearest-office","call-centre"]', '{"stage":"open"}', '[["2025-09-03",null]]');
insert into conversations (channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values ('telegram', 4, 'uk', 0, 1763800540, NULL, NULL, '["yes","no"]', '{"stage":"forgetting"}', '[]');
insert into conversations (channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values ('telegram', 5, 'tr', 0, 1763800600, NULL, NULL, '[{"entry-part":["one-stop-shops",0]},{"offices-of":"one-stop-shops"},{"entry":"contact-gim"},{"entry":"integration-centres"}]', '{"stage":"place","kind":"one-stop-shop"}', '[]');
insert into conversations (channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values ('telegram', 6, 'az', 0, 1763800720, NULL, NULL, '["yes","no"]', '{"stage":"citizenship","trips":[["2025-09-03",null]]}', '[["2025-09-03",null]]');
insert into conversations (channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values ('telegram', 7, 'ro', 0, 1763800840, NULL, NULL, '[{"theme":"stay"},{"theme":"family"},{"theme":"offices"},"days","nearest-office","call-centre"]', '{"stage":"open"}', '[]');
CREATE TABLE heard (
    channel  text    not null,
    id       integer not null,
    heard_at integer not null,
    constraint heard_once primary key (channel, id)
) strict, without rowid;
insert into heard (channel, heard_at, id) values ('telegram', 1763800060, 1);
insert into heard (channel, heard_at, id) values ('telegram', 1763800120, 2);
insert into heard (channel, heard_at, id) values ('telegram', 1763800180, 3);
insert into heard (channel, heard_at, id) values ('telegram', 1763800240, 4);
insert into heard (channel, heard_at, id) values ('telegram', 1763800300, 5);
insert into heard (channel, heard_at, id) values ('telegram', 1763800360, 6);
insert into heard (channel, heard_at, id) values ('telegram', 1763800420, 7);
insert into heard (channel, heard_at, id) values ('telegram', 1763800480, 8);
insert into heard (channel, heard_at, id) values ('telegram', 1763800540, 9);
insert into heard (channel, heard_at, id) values ('telegram', 1763800600, 10);
insert into heard (channel, heard_at, id) values ('telegram', 1763800660, 11);
insert into heard (channel, heard_at, id) values ('telegram', 1763800720, 12);
insert into heard (channel, heard_at, id) values ('telegram', 1763800780, 13);
insert into heard (channel, heard_at, id) values ('telegram', 1763800840, 14);
CREATE TABLE deliveries (
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
insert into deliveries (attempts, channel, chat, day, due_at, heard_since, id, language, leased_until, parts_sent, reason, reply, state, state_since) values (1, 'telegram', 2, '2025-11-22', 1763800120, 0, 2, 'ro', 1763803720, 0, NULL, '{"parts":[{"say":"first-line"},{"say":"trips-read"},{"trips":{"trips":[["2025-09-03","2025-10-20"],["2025-11-02",null]],"on":"2025-11-22"}},{"say":"trips-right"}],"choices":["count-trips","correct-trips","add-trip"]}', 'waiting', 1763800120);
insert into deliveries (attempts, channel, chat, day, due_at, heard_since, id, language, leased_until, parts_sent, reason, reply, state, state_since) values (1, 'telegram', 3, '2025-11-22', 1763800420, 0, 7, 'ru', 0, 0, NULL, '{"parts":[{"stay":{"trips":[["2025-09-03",null]],"on":"2025-11-22","nationality":"other","left_bank":false}}],"choices":["correct-trips","add-trip","nearest-office","call-centre"]}', 'parked', 1763800420);
insert into deliveries (attempts, channel, chat, day, due_at, heard_since, id, language, leased_until, parts_sent, reason, reply, state, state_since) values (1, 'telegram', 5, '2025-11-22', 1763800600, 0, 10, 'tr', 0, 0, 'message-refused', '{"parts":[{"say":"first-line"},{"answer":"one-stop-shops"},{"say":"place-ask"},"location-button"],"choices":[{"entry-part":["one-stop-shops",0]},{"offices-of":"one-stop-shops"},{"entry":"contact-gim"},{"entry":"integration-centres"}]}', 'given-up', 1763800600);
insert into deliveries (attempts, channel, chat, day, due_at, heard_since, id, language, leased_until, parts_sent, reason, reply, state, state_since) values (1, 'telegram', 7, '2025-11-22', 1763886400, 0, 14, 'ro', 0, 0, NULL, '{"parts":[{"say":"topics-ask"}],"choices":[{"theme":"stay"},{"theme":"family"},{"theme":"offices"},"days","nearest-office","call-centre"]}', 'waiting', 1763800840);
CREATE INDEX heard_by_age on heard (heard_at);
CREATE INDEX deliveries_in_order on deliveries (channel, state, id);
CREATE INDEX deliveries_of_a_chat on deliveries (channel, chat, state, id);
CREATE INDEX deliveries_by_due_time on deliveries (channel, state, due_at);
