-- How often a link was opened, by what it opens, the language of the answer and the day in Chișinău. No person, no chat.

create table link_openings (
    day      text    not null,
    link     text    not null,
    language text    not null,
    times    integer not null,
    constraint one_count_a_day primary key (day, link, language),
    constraint counted_at_least_once check (times > 0)
) strict, without rowid;
