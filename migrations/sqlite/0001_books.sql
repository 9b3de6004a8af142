-- The office's books: what a ballot may refer to.
--
-- Days are numbers, 20261122: they sort, compare and read like dates, and no database
-- function is needed to know what day it is at +07:00. `valid_to` is the last valid day.

-- Facts about the database itself: whether it holds demo data, and a counter that grows
-- whenever the books change, so that a running server knows when to read them again.
create table settings (
    name  text primary key,
    value text not null
) strict, without rowid;

-- Question sets. `content` is the set as JSON; once a ballot used it, it never changes.
create table instruments (
    id      integer primary key,
    code    text    not null,
    version integer not null,
    content text    not null,
    unique (code, version)
) strict;

-- A unit is an identity; name, code and place in the tree belong to its versions.
create table units (
    id integer primary key
) strict;

create table unit_versions (
    id         integer primary key,
    unit_id    integer not null references units,
    code       text    not null,
    name_vi    text    not null,
    name_en    text    not null,
    parent_id  integer references units,
    valid_from integer not null,
    valid_to   integer check (valid_to >= valid_from),
    decision   text    not null, -- the number of the decision that made it so
    note       text    not null,
    unique (code, valid_from)
) strict;

create table procedures (
    id integer primary key
) strict;

create table procedure_versions (
    id           integer primary key,
    procedure_id integer not null references procedures,
    code         text    not null,
    name_vi      text    not null,
    name_en      text    not null,
    field        text    not null, -- lĩnh vực
    unit_id      integer references units, -- the unit that leads it
    days         integer, -- the time limit in working days
    folded       text    not null, -- code, name and field without marks, for search
    valid_from   integer not null,
    valid_to     integer check (valid_to >= valid_from),
    note         text    not null,
    unique (code, valid_from)
) strict;

-- Where the citizen stands, or the portal; not the unit that handles the dossier.
create table service_points (
    id         integer primary key,
    code       text    not null unique,
    name_vi    text    not null,
    name_en    text    not null,
    channel    integer not null, -- 1 in person, 2 online, 3 post
    valid_from integer not null,
    valid_to   integer check (valid_to >= valid_from)
) strict;

create table campaigns (
    id            integer primary key,
    code          text    not null unique,
    title_vi      text    not null,
    title_en      text    not null,
    instrument_id integer not null references instruments,
    unit_id       integer references units,
    channel       integer not null, -- where no service point says otherwise
    sampling      integer not null, -- how its ballots come about
    valid_from    integer not null,
    valid_to      integer check (valid_to >= valid_from)
) strict;
