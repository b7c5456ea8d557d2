-- Written by Popas itself, see tests/migrations.rs.
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
insert into _sqlx_migrations (checksum, description, execution_time, installed_on, success, version) values (X'D478A7DDB94C4022BD34CF4DB0033BEE8A02DC4741803FB19BF9BAF394065A468ED65473B06C1866941C271D8DD49912', 'conversations and deliveries', 7471632, '2026-11-22 20:45:57', 1, 1);
insert into _sqlx_migrations (checksum, description, execution_time, installed_on, success, version) values (X'0D06E99EB58976152EF8200409899BA580918A3F1FBBA2060E027066E81BB9C849D21C236B802791696AA2E967256F69', 'follow ups', 15979752, '2026-11-22 20:45:57', 1, 2);
insert into _sqlx_migrations (checksum, description, execution_time, installed_on, success, version) values (X'78B24A827FFBE5C1F7FCF679DCC45046C0FB71DF04F0C3339D5B4423F1F2843078C42EEAB13781DCA0BB0B7AE76A6715', 'links', 3969145, '2026-11-22 20:45:57', 1, 3);
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
    last_heard_at   integer not null, about text,
    constraint one_conversation_per_chat primary key (channel, chat),
    constraint a_choice_is_yes_or_no check (language_chosen in (0, 1)),
    constraint a_bank_is_known_or_not check (left_bank in (0, 1))
) strict;
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values ('overstay-fine', 'telegram', 1, 'en', 0, 1763800060, NULL, NULL, '["days",{"entry":"overstay-consequences"},{"entry":"permit-expired-fine"},"call-centre",{"watch":"overstay-fine"}]', '{"stage":"open"}', '[]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values (NULL, 'telegram', 2, 'ro', 0, 1763800120, NULL, NULL, '["count-trips","correct-trips","add-trip"]', '{"stage":"confirming","trips":[["2025-09-03","2025-10-20"],["2025-11-02",null]]}', '[]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values (NULL, 'telegram', 3, 'ru', 1, 1763800420, NULL, 'other', '["remind-last-day","correct-trips","add-trip","nearest-office","call-centre"]', '{"stage":"open"}', '[["2025-09-03",null]]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values ('family-reunification-deadline', 'telegram', 4, 'uk', 0, 1763800540, NULL, NULL, '["yes","no"]', '{"stage":"forgetting"}', '[]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values ('one-stop-shops', 'telegram', 5, 'tr', 0, 1763800600, NULL, NULL, '[{"entry-part":["one-stop-shops",0]},{"offices-of":"one-stop-shops"},{"entry":"contact-gim"},{"entry":"integration-centres"},{"watch":"one-stop-shops"}]', '{"stage":"place","kind":"one-stop-shop"}', '[]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values (NULL, 'telegram', 6, 'az', 0, 1763800720, NULL, NULL, '["yes","no"]', '{"stage":"citizenship","trips":[["2025-09-03",null]]}', '[["2025-09-03",null]]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values (NULL, 'telegram', 7, 'ro', 0, 1763800840, NULL, NULL, '[{"theme":"stay"},{"theme":"family"},{"theme":"offices"},"days","nearest-office","call-centre"]', '{"stage":"open"}', '[]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values (NULL, 'telegram', 8, 'en', 0, 1763800960, NULL, NULL, '["follow-ups","topics"]', '{"stage":"open"}', '[]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values (NULL, 'telegram', 9, 'en', 0, 1763801260, NULL, NULL, '["follow-ups","topics"]', '{"stage":"open"}', '[]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values (NULL, 'telegram', 10, 'en', 0, 1763801500, NULL, 'other', '["follow-ups","topics"]', '{"stage":"open"}', '[["2025-11-02",null]]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values (NULL, 'telegram', 11, 'en', 0, 1763801740, NULL, NULL, '["follow-ups","topics"]', '{"stage":"open"}', '[]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values (NULL, 'telegram', 12, 'en', 0, 1763801860, NULL, NULL, '[{"done":7},{"snooze":7},"follow-ups"]', '{"stage":"open"}', '[]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values ('employment-ended', 'telegram', 13, 'en', 0, 1763801980, NULL, NULL, '["follow-ups","topics"]', '{"stage":"open"}', '[]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values (NULL, 'telegram', 14, 'en', 0, 1763802040, NULL, NULL, '["hand-over","call-back","topics","nearest-office"]', '{"stage":"open"}', '[]');
insert into conversations (about, channel, chat, language, language_chosen, last_heard_at, left_bank, nationality, offered, stage, trips) values ('overstay-fine', 'telegram', 15, 'ro', 0, 1763802100, NULL, NULL, '["days",{"entry":"overstay-consequences"},{"entry":"permit-expired-fine"},"call-centre",{"watch":"overstay-fine"}]', '{"stage":"open"}', '[]');
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
insert into heard (channel, heard_at, id) values ('telegram', 1763800900, 15);
insert into heard (channel, heard_at, id) values ('telegram', 1763800960, 16);
insert into heard (channel, heard_at, id) values ('telegram', 1763801020, 17);
insert into heard (channel, heard_at, id) values ('telegram', 1763801080, 18);
insert into heard (channel, heard_at, id) values ('telegram', 1763801140, 19);
insert into heard (channel, heard_at, id) values ('telegram', 1763801200, 20);
insert into heard (channel, heard_at, id) values ('telegram', 1763801260, 21);
insert into heard (channel, heard_at, id) values ('telegram', 1763801320, 22);
insert into heard (channel, heard_at, id) values ('telegram', 1763801380, 23);
insert into heard (channel, heard_at, id) values ('telegram', 1763801440, 24);
insert into heard (channel, heard_at, id) values ('telegram', 1763801500, 25);
insert into heard (channel, heard_at, id) values ('telegram', 1763801560, 26);
insert into heard (channel, heard_at, id) values ('telegram', 1763801620, 27);
insert into heard (channel, heard_at, id) values ('telegram', 1763801680, 28);
insert into heard (channel, heard_at, id) values ('telegram', 1763801740, 29);
insert into heard (channel, heard_at, id) values ('telegram', 1763801800, 30);
insert into heard (channel, heard_at, id) values ('telegram', 1763801860, 31);
insert into heard (channel, heard_at, id) values ('telegram', 1763801920, 32);
insert into heard (channel, heard_at, id) values ('telegram', 1763801980, 33);
insert into heard (channel, heard_at, id) values ('telegram', 1763802040, 34);
insert into heard (channel, heard_at, id) values ('telegram', 1763802100, 35);
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
    reason       text, hand_over integer,
    constraint a_known_state check (state in ('waiting', 'parked', 'given-up')),
    constraint a_reason_to_give_up check (state <> 'given-up' or reason is not null)
) strict;
insert into deliveries (attempts, channel, chat, day, due_at, hand_over, heard_since, id, language, leased_until, parts_sent, reason, reply, state, state_since) values (2, 'telegram', 2, '2025-11-22', 1763800120, NULL, 0, 2, 'ro', 1763933200, 0, NULL, '{"parts":[{"say":"first-line"},{"say":"trips-read"},{"trips":{"trips":[["2025-09-03","2025-10-20"],["2025-11-02",null]],"on":"2025-11-22"}},{"say":"trips-right"}],"choices":["count-trips","correct-trips","add-trip"]}', 'waiting', 1763800120);
insert into deliveries (attempts, channel, chat, day, due_at, hand_over, heard_since, id, language, leased_until, parts_sent, reason, reply, state, state_since) values (1, 'telegram', 3, '2025-11-22', 1763800420, NULL, 0, 7, 'ru', 0, 0, NULL, '{"parts":[{"stay":{"trips":[["2025-09-03",null]],"on":"2025-11-22","nationality":"other","left_bank":false}}],"choices":["remind-last-day","correct-trips","add-trip","nearest-office","call-centre"]}', 'parked', 1763800420);
insert into deliveries (attempts, channel, chat, day, due_at, hand_over, heard_since, id, language, leased_until, parts_sent, reason, reply, state, state_since) values (1, 'telegram', 5, '2025-11-22', 1763800600, NULL, 0, 10, 'tr', 0, 0, 'message-refused', '{"parts":[{"say":"first-line"},{"answer":"one-stop-shops"},{"say":"place-ask"},"location-button"],"choices":[{"entry-part":["one-stop-shops",0]},{"offices-of":"one-stop-shops"},{"entry":"contact-gim"},{"entry":"integration-centres"},{"watch":"one-stop-shops"}]}', 'given-up', 1763800600);
insert into deliveries (attempts, channel, chat, day, due_at, hand_over, heard_since, id, language, leased_until, parts_sent, reason, reply, state, state_since) values (2, 'telegram', 7, '2025-11-22', 1763886400, NULL, 0, 14, 'ro', 1763933200, 0, NULL, '{"parts":[{"say":"topics-ask"}],"choices":[{"theme":"stay"},{"theme":"family"},{"theme":"offices"},"days","nearest-office","call-centre"]}', 'waiting', 1763800840);
CREATE TABLE follow_ups (
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
insert into follow_ups (booked_at, changes, channel, chat, due_at, id, kind, seat, state, state_since, what) values (1763800960, 0, 'telegram', 8, 1764921600, 1, 'reminder', NULL, 'pending', 1763800960, '{"reminder":{"note":{"text":"remind me on 5 December at 10 to call the office"}}}');
insert into follow_ups (booked_at, changes, channel, chat, due_at, id, kind, seat, state, state_since, what) values (1763801080, 1, 'telegram', 9, 1765008000, 2, 'reminder', NULL, 'cancelled', 1763801260, '{"reminder":{"note":{"text":"remind me on 6 December at 10 to buy the tickets"}}}');
insert into follow_ups (booked_at, changes, channel, chat, due_at, id, kind, seat, state, state_since, what) values (1763801500, 0, 'telegram', 10, 1768460400, 3, 'reminder', NULL, 'pending', 1763801500, '{"reminder":"last-day"}');
insert into follow_ups (booked_at, changes, channel, chat, due_at, id, kind, seat, state, state_since, what) values (1763801500, 0, 'telegram', 10, 1769497200, 4, 'reminder', NULL, 'pending', 1763801500, '{"reminder":"last-day"}');
insert into follow_ups (booked_at, changes, channel, chat, due_at, id, kind, seat, state, state_since, what) values (1763801500, 0, 'telegram', 10, 1769756400, 5, 'reminder', NULL, 'pending', 1763801500, '{"reminder":"last-day"}');
insert into follow_ups (booked_at, changes, channel, chat, due_at, id, kind, seat, state, state_since, what) values (1763801740, 0, 'telegram', 11, 1763964000, 6, 'call-back', 0, 'pending', 1763801740, '{"call-back":"chat"}');
insert into follow_ups (booked_at, changes, channel, chat, due_at, id, kind, seat, state, state_since, what) values (1763801860, 0, 'telegram', 12, 1763881200, 7, 'reminder', NULL, 'told', 1763929600, '{"reminder":{"note":{"text":"remind me on 23 November at 9 to go to the office"}}}');
insert into follow_ups (booked_at, changes, channel, chat, due_at, id, kind, seat, state, state_since, what) values (1763801980, 0, 'telegram', 13, 1763967600, 8, 'reminder', NULL, 'pending', 1763801980, '{"reminder":{"deadline":{"kind":"employment-ended","event":"2025-11-20","exit":null}}}');
insert into follow_ups (booked_at, changes, channel, chat, due_at, id, kind, seat, state, state_since, what) values (1763801980, 0, 'telegram', 13, 1764226800, 9, 'reminder', NULL, 'pending', 1763801980, '{"reminder":{"deadline":{"kind":"employment-ended","event":"2025-11-20","exit":null}}}');
CREATE TABLE counters (
    name text    primary key,
    last integer not null
) strict, without rowid;
insert into counters (last, name) values (9, 'follow-up');
insert into counters (last, name) values (1, 'hand-over');
CREATE TABLE hand_overs (
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
insert into hand_overs (channel, chat, follow_up, holder, id, language, nudged, state, state_since) values ('telegram', 11, 6, NULL, 1, 'en', 0, 'waiting', 1763801740);
CREATE TABLE hand_over_log (
    id        integer primary key autoincrement,
    hand_over integer not null,
    at        integer not null,
    staff     integer,
    what      text    not null
) strict;
insert into hand_over_log (at, hand_over, id, staff, what) values (1763801740, 1, 1, NULL, 'waiting');
CREATE TABLE desk_messages (
    chat      integer not null,
    message   integer not null,
    hand_over integer not null,
    constraint one_matter_per_message primary key (chat, message)
) strict, without rowid;
insert into desk_messages (chat, hand_over, message) values (-500, 1, 29);
CREATE TABLE watches (
    channel   text    not null,
    chat      integer not null,
    entry     text    not null,
    meaning   integer not null,
    since     integer not null,
    constraint watched_once primary key (channel, chat, entry)
) strict, without rowid;
insert into watches (channel, chat, entry, meaning, since) values ('telegram', 13, 'employment-ended', 1, 1763801980);
CREATE TABLE link_openings (
    day      text    not null,
    link     text    not null,
    language text    not null,
    times    integer not null,
    constraint one_count_a_day primary key (day, link, language),
    constraint counted_at_least_once check (times > 0)
) strict, without rowid;
insert into link_openings (day, language, link, times) values ('2025-11-22', 'ro', 'overstay-fine', 1);
CREATE TABLE prepared_links (
    number     integer primary key autoincrement,
    token      text    not null,
    channel    text    not null,
    chat       integer not null,
    entry      text    not null,
    language   text    not null,
    contents   text,
    told_in    text    not null,
    made_at    integer not null,
    expires_at integer not null,
    opened_at  integer,
    constraint one_link_per_token unique (token),
    constraint opened_once_and_emptied check (opened_at is null or contents is null)
) strict;
CREATE TABLE link_drafts (
    channel text    not null,
    chat    integer not null,
    staff   integer not null,
    draft   text    not null,
    said_at integer not null,
    constraint one_draft_each primary key (channel, chat, staff)
) strict, without rowid;
CREATE INDEX heard_by_age on heard (heard_at);
CREATE INDEX deliveries_in_order on deliveries (channel, state, id);
CREATE INDEX deliveries_of_a_chat on deliveries (channel, chat, state, id);
CREATE INDEX deliveries_by_due_time on deliveries (channel, state, due_at);
CREATE UNIQUE INDEX one_booking_per_slot on follow_ups (due_at, seat) where kind = 'call-back' and state = 'pending';
CREATE UNIQUE INDEX one_open_call_per_person on follow_ups (channel, chat)
    where kind = 'call-back' and state in ('pending', 'told');
CREATE INDEX follow_ups_by_due_time on follow_ups (state, due_at);
CREATE INDEX follow_ups_of_a_chat on follow_ups (channel, chat, state);
CREATE INDEX follow_ups_by_age on follow_ups (state, state_since);
CREATE UNIQUE INDEX one_open_conversation_per_person on hand_overs (channel, chat)
    where follow_up is null and state <> 'closed';
CREATE INDEX hand_overs_of_a_chat on hand_overs (channel, chat, state);
CREATE INDEX hand_overs_by_state on hand_overs (state, state_since);
CREATE INDEX hand_overs_of_a_follow_up on hand_overs (follow_up) where follow_up is not null;
CREATE INDEX hand_over_log_by_time on hand_over_log (at);
CREATE TRIGGER hand_over_log_is_only_added_to before update on hand_over_log
begin
    select raise(abort, 'the log of hand-overs is only ever added to');
end;
CREATE INDEX desk_messages_of_a_hand_over on desk_messages (hand_over);
CREATE INDEX watches_by_entry on watches (entry, meaning);
CREATE INDEX prepared_links_by_end on prepared_links (expires_at);
CREATE INDEX prepared_links_of_a_chat on prepared_links (channel, chat, number);
