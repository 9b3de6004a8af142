-- What the office keeps besides its books: where units came from, how far campaigns go, the working
-- calendar, and targets.

-- A unit came out of another. New names, codes and places in the tree are versions of one unit and
-- need no row here. Whatever names a merged unit means the other one from that day on.
create table lineage (
    from_id  integer not null references units,
    to_id    integer not null references units,
    kind     integer not null, -- 1 merger, 2 split
    day      integer not null, -- the first day on which it is so
    decision text    not null, -- the number of the decision
    primary key (from_id, to_id)
) strict, without rowid;

-- How many ballots came in is raised in their own transaction, one statement for a group of them:
-- so a quota holds to the last ballot, and a campaign is closed from one moment on, whichever
-- server a ballot comes to.
alter table campaigns add column ballots integer not null default 0;
alter table campaigns add column quota integer check (quota > 0); -- the most ballots; none: any number
alter table campaigns add column closed integer; -- when it was closed before its last day

update campaigns
set ballots = (select count(*) from ballots where ballots.campaign_id = campaigns.id);

-- Days that are not what their weekday says.
create table special_days (
    day  integer primary key,
    kind integer not null, -- 1 holiday, 2 a weekend day on which people work
    name text    not null
) strict, without rowid;

-- What an indicator shall reach. Values are hundredths of a percent.
create table targets (
    id        integer primary key,
    indicator integer not null,
    unit_id   integer references units, -- none: the department as a whole
    year      integer not null,
    value     integer not null,
    basis     text    not null -- where it is laid down
) strict;
