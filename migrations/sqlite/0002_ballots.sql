-- Ballots and what is counted of them, always written in one transaction.

-- One row per ballot, never changed. The primary key is the sender's id, so the same id
-- cannot be kept twice; ids grow with time, so new rows land side by side.
create table ballots (
    id               blob    primary key, -- UUID, 16 bytes
    campaign_id      integer not null references campaigns,
    service_point_id integer references service_points,
    unit_version_id  integer references unit_versions, -- the unit as it was
    procedure_id     integer references procedures,
    channel          integer not null,
    sampling         integer not null,
    day              integer not null, -- the local day it counts on
    answers          blob    not null, -- two marks to a byte, in the instrument's order
    respondent       integer not null, -- a decimal digit per facet, 0 where none was given
    content_hash     blob    not null  -- 16 bytes: tells a replay from another ballot
) strict, without rowid;

-- What people added in words, apart from the answers so that it can go without them.
create table comments (
    ballot_id blob primary key references ballots,
    text      text not null
) strict, without rowid;

-- Histograms. `period` is a day (20261122) or a month (202611); 0 stands for no unit and no
-- procedure. `counts` holds six 32-bit numbers, little end first, for the ballot itself and
-- then for each item: levels 1 to 5 and "không áp dụng". A month is the sum of its days.
create table tallies (
    instrument_id   integer not null,
    period          integer not null,
    unit_version_id integer not null,
    procedure_id    integer not null,
    channel         integer not null,
    sampling        integer not null,
    counts          blob    not null,
    primary key (instrument_id, period, unit_version_id, procedure_id, channel, sampling)
) strict, without rowid;
