-- Programs that are called when something happens to a case.
create table webhooks (
    id         integer primary key autoincrement,
    label      text    not null,
    url        text    not null,
    is_gateway integer not null check (is_gateway in (0, 1)), -- passes notices on to people, whose numbers it gets
    secret     blob not null, -- what it is signed with, sealed
    created    integer not null,
    disabled   integer -- since when
) strict;

-- What is to be told to somebody outside. A row is written with the line of the case's log that asks
-- for it, in one transaction, and names the case alone: who that is stays sealed beside the case until
-- the moment it is sent. Moments are milliseconds since 1970.
create table outbox (
    id         integer primary key autoincrement,
    feedback   integer not null references feedback,
    place      integer not null, -- the line of the case's log
    notice     integer not null, -- what it says
    account_id integer references accounts, -- of staff, whom it is for
    webhook_id integer references webhooks, -- the program it is for; of neither: the sender, by e-mail
    stage      integer not null, -- 1 waiting, 2 sending, 3 sent, 4 unknown, 5 failed, 6 nobody to send it to
    created    integer not null,
    due        integer, -- not before; none where a person has to decide
    tries      integer not null,
    unsure     integer not null, -- how often the line was cut before the other side said whether it took it
    until      integer, -- while it is being sent: from then on nobody is any more
    batch      integer, -- the row whose message it goes out with, for digests
    domain     text, -- the second half of its Message-ID, from its first try on
    day        integer, -- YYYYMMDD: the day it last went out, or was about to
    sent       integer,
    hitch      integer, -- why it did not arrive
    foreign key (feedback, place) references feedback_events
) strict;

create index outbox_due on outbox (due) where stage in (1, 4);
create index outbox_sending on outbox (until) where stage = 2;
create index outbox_of_case on outbox (feedback, day);
create index outbox_by_stage on outbox (stage, id);
create index outbox_batches on outbox (batch) where batch is not null;

-- Where staff who want it get their digests, sealed.
create table account_mails (
    account_id integer primary key references accounts,
    address    blob not null
) strict;

-- What one server does at a time, and until when it has its turn.
create table leases (
    name   text    primary key,
    holder text    not null,
    until  integer not null
) strict, without rowid;
