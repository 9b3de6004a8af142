-- The register of difficulties: what a unit cannot mend alone, who answers for it, until when, and what
-- was decided. Days are YYYYMMDD.
create table difficulties (
    id       integer primary key,
    unit_id  integer not null references units,
    text     text not null,
    owner    text not null,
    due      integer not null,
    opened   integer not null,
    closed   integer, -- none: still open
    decision text not null -- empty while it is open
) strict;
