-- Ballots and what is counted of them, always written in one transaction.

-- One row per ballot, never changed. The primary key is the sender's id, so the same id
-- cannot be kept twice; ids grow with time, so new rows land side by side.
create table ballots (
    id               uuid    primary key,
    campaign_id      bigint not null references campaigns,
    service_point_id bigint references service_points,
    unit_version_id  bigint references unit_versions, -- the unit as it was
    procedure_id     bigint references procedures,
    channel          bigint not null,
    sampling         bigint not null,
    day              bigint not null, -- the local day it counts on
    answers          bytea    not null, -- two marks to a byte, in the instrument's order
    respondent       bigint not null, -- a decimal digit per facet, 0 where none was given
    content_hash     bytea    not null  -- 16 bytes: tells a replay from another ballot
);

-- What people added in words, apart from the answers so that it can go without them.
create table comments (
    ballot_id uuid primary key references ballots,
    text      text not null
);

-- Histograms. `period` is a day (20261122) or a month (202611); 0 stands for no unit and no
-- procedure. `counts` holds six 32-bit numbers, little end first, for the ballot itself and
-- then for each item: levels 1 to 5 and "không áp dụng". A month is the sum of its days.
create table tallies (
    instrument_id   bigint not null,
    period          bigint not null,
    unit_version_id bigint not null,
    procedure_id    bigint not null,
    channel         bigint not null,
    sampling        bigint not null,
    counts          bytea    not null,
    primary key (instrument_id, period, unit_version_id, procedure_id, channel, sampling)
);
