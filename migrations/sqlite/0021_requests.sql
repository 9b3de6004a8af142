-- Co-ordination requests: one unit of the house asks another, or another body asks a unit. Days are
-- YYYYMMDD. What an answer counts as is computed from these days and the calendar.
create table requests (
    id            integer primary key,
    feedback      integer references feedback, -- the case it belongs to: whoever may not see that sees neither
    from_unit_id  integer references units, -- who asks; none: another body
    body          text not null, -- that body; empty where a unit asks
    body_number   text not null, -- the number of its letter
    body_day      integer,
    to_unit_id    integer not null references units,
    account_id    integer references accounts, -- the person who is asked
    by_account_id integer not null references accounts, -- whoever wrote it down
    subject       text not null,
    text          text not null,
    sent          integer not null,
    days          integer, -- working days for an answer
    due           integer, -- or the last day
    reply         text not null, -- empty until there is one
    replied       integer,
    replied_by_id integer references accounts,
    withdrawn     integer,
    reason        text not null, -- why it was taken back
    reminded      integer not null, -- the last reminder that was written; 0 none
    check ((days is null) <> (due is null)),
    check ((from_unit_id is null) = (body <> ''))
) strict;

create index requests_open on requests (id) where replied is null and withdrawn is null;
create index requests_by_day on requests (sent, id);
create index requests_of_case on requests (feedback) where feedback is not null;

-- A notice is about a line of a case, or about a request: the table is made anew, since its columns
-- cannot be changed.
create table outbox_next (
    id         integer primary key autoincrement,
    feedback   integer references feedback,
    place      integer, -- the line of the case's log
    request_id integer references requests, -- or the request
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
    check ((feedback is null) <> (request_id is null)),
    foreign key (feedback, place) references feedback_events
) strict;

insert into outbox_next (id, feedback, place, notice, account_id, webhook_id, stage, created, due, tries,
    unsure, until, batch, domain, day, sent, hitch)
select id, feedback, place, notice, account_id, webhook_id, stage, created, due, tries,
    unsure, until, batch, domain, day, sent, hitch
from outbox;

-- No number is given twice, even where the last notices are gone: what a message is known by follows from it.
insert into sqlite_sequence (name, seq)
select 'outbox_next', seq from sqlite_sequence where name = 'outbox'
    and not exists (select 1 from sqlite_sequence where name = 'outbox_next');
update sqlite_sequence set seq = max(seq, (select seq from sqlite_sequence where name = 'outbox'))
where name = 'outbox_next' and exists (select 1 from sqlite_sequence where name = 'outbox');

drop table outbox;
alter table outbox_next rename to outbox;

create index outbox_due on outbox (due) where stage in (1, 4);
create index outbox_sending on outbox (until) where stage = 2;
create index outbox_of_case on outbox (feedback, day);
create index outbox_by_stage on outbox (stage, id);
create index outbox_batches on outbox (batch) where batch is not null;

-- Units that help with a case, as its log has them.
create table feedback_supports (
    feedback integer not null references feedback,
    unit_id  integer not null references units,
    primary key (feedback, unit_id)
) strict, without rowid;

create index feedback_supports_of_unit on feedback_supports (unit_id, feedback);

-- How many they are. None: the row is older than that table; the server writes both when it starts.
alter table feedback_facts add column supports integer;

-- What was learned, once for all the cases that it was learned from.
create table lessons (
    id         integer primary key,
    text       text not null,
    theme      text not null, -- what several lessons are about; may be empty
    day        integer not null,
    account_id integer not null references accounts
) strict;

create table lesson_cases (
    lesson_id  integer not null references lessons,
    feedback   integer not null references feedback,
    day        integer not null,
    account_id integer not null references accounts,
    primary key (lesson_id, feedback)
) strict, without rowid;

create index lesson_cases_of_case on lesson_cases (feedback);
