-- What figures need of each case: one narrow row beside the wide one, so that two years of cases are
-- gone through in a moment. Written with each event, like the row of the case. A case without a row here
-- is older than this table; the server makes it when it starts.
create table feedback_facts (
    feedback      integer primary key references feedback,
    kind          integer not null,
    source        integer not null,
    is_formal     integer not null,
    about_account_id integer references accounts,
    unit_id       integer references units, -- the unit that leads, or led when it was answered
    class         text    not null references deadline_classes,
    sent          integer not null, -- the day it first came; days are YYYYMMDD
    start         integer not null, -- the day its clock starts after
    answered      integer, -- the day of its first answer
    refused       integer,
    published     integer, -- while everybody can read it
    transfers     integer not null,
    is_ping_pong  integer not null,
    reopened      integer,
    is_linked     integer not null,
    is_accepted   integer not null,
    leads         text    not null -- who led from when to when: `unit:since:ended,…`
) strict;

-- What everybody is told of a closed month, as it was when it was told, rounded: never changed.
create table feedback_counters (
    scheme    text    not null,
    month     integer not null, -- YYYYMM
    as_of     integer not null, -- the day as of which it was counted
    received  integer not null,
    answered  integer not null,
    on_time   integer not null,
    accepted  integer not null,
    reopened  integer not null,
    published integer not null,
    primary key (scheme, month)
) strict, without rowid;

-- What a published answer is about, for whoever looks by field.
alter table feedback_published add column procedure_id integer references procedures;
update feedback_published set procedure_id =
    (select procedure_id from feedback where number = feedback_published.feedback);
