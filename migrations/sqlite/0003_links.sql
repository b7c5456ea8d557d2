-- How often a link was opened, by what it opens, the language of the answer and the day in Chișinău. No person, no chat.

create table link_openings (
    day      text    not null,
    link     text    not null,
    language text    not null,
    times    integer not null,
    constraint one_count_a_day primary key (day, link, language),
    constraint counted_at_least_once check (times > 0)
) strict, without rowid;

-- Links that staff prepare for one person. `contents` (JSON) are gone as soon as the link was opened or its time is over;
-- who opened it is written nowhere. `channel`, `chat`: where it was prepared;
-- `told_in`: the language spoken there.
create table prepared_links (
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

create index prepared_links_by_end on prepared_links (expires_at);
create index prepared_links_of_a_chat on prepared_links (channel, chat, number);

-- What a staff member has said so far of a link she prepares; in a group each her own.
create table link_drafts (
    channel text    not null,
    chat    integer not null,
    staff   integer not null,
    draft   text    not null,
    said_at integer not null,
    constraint one_draft_each primary key (channel, chat, staff)
) strict, without rowid;
