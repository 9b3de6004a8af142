-- Feedback (phản ánh, kiến nghị, góp ý): the log of each case is the truth, and what it makes of the
-- case stands beside it for lists. Days are YYYYMMDD.

-- Deadline classes: how many working days each part of the way may take. Rows, since rules change.
create table deadline_classes (
    code                   text    primary key,
    name_vi                text    not null,
    name_en                text    not null,
    refuse                 integer not null,
    ask                    integer not null,
    resolve                integer not null,
    publish                integer not null,
    wait                   integer not null, -- the most working days that the sender is waited for
    is_extended_by_waiting integer not null check (is_extended_by_waiting in (0, 1)),
    reopen                 integer not null, -- calendar days in which another look may be asked for
    escalate               integer not null, -- late at all: to Văn phòng Sở; so many working days more: up again
    basis                  text    not null -- where it is laid down
) strict;

insert into deadline_classes values
    ('portal', 'Theo Cổng Dịch vụ công quốc gia', 'As the National Public Service Portal judges',
     2, 5, 15, 2, 10, 0, 30, 5, 'Quyết định 766/QĐ-TTg (2022)'),
    ('callback', 'Gọi lại người chấm thấp', 'Calling back after a poor rating',
     1, 1, 1, 2, 10, 0, 30, 2, 'Quy định nội bộ');

-- One row per case. From `state` on a row is what its log makes of the case, written with each event.
create table feedback (
    number           integer primary key, -- counts up; the office's name of the case
    id               blob    not null unique, -- the sender's UUID, 16 bytes
    content_hash     blob    not null, -- 16 bytes: tells a replay from another case
    kind             integer not null,
    source           integer not null,
    outside_number   text, -- its number in another system
    is_formal        integer not null check (is_formal in (0, 1)),
    is_publishable   integer not null check (is_publishable in (0, 1)), -- whether the sender agreed
    unit_version_id  integer references unit_versions, -- the unit the sender named, as it was
    procedure_id     integer references procedures,
    service_point_id integer references service_points,
    about_account_id integer references accounts, -- whom it is about: that account never sees it
    sent             integer not null,
    state            integer not null,
    lead_unit_id     integer references units,
    offer_unit_id    integer references units,
    holder_id        integer references accounts,
    level            integer not null,
    due              integer, -- what is due next; none when nothing is
    wait_until       integer, -- until when the sender is waited for
    put_off          integer,
    is_ping_pong     integer not null,
    linked_to        integer references feedback,
    answered         integer,
    published        integer,
    rating           integer,
    reopened         integer,
    is_open          integer not null,
    events           integer not null, -- how many lines its log has: what a change names as seen
    subject          text    not null, -- its first words
    folded           text    not null -- the sender's words without marks and case, to search in
) strict;

create unique index feedback_outside on feedback (source, outside_number) where outside_number is not null;
create index feedback_open on feedback (due, number) where is_open = 1;
create index feedback_open_of_unit on feedback (lead_unit_id, due, number) where is_open = 1;
create index feedback_open_of_holder on feedback (holder_id, due, number) where is_open = 1;
create index feedback_by_day on feedback (sent, number);
create index feedback_links on feedback (linked_to) where linked_to is not null;

-- The log. Lines are never changed and never removed; they hold no words.
create table feedback_events (
    feedback   integer not null references feedback,
    place      integer not null, -- from 1
    at         integer not null, -- milliseconds since 1970; of a sender without a name the day alone
    actor      integer not null, -- 1 sender, 2 staff, 3 clock
    account_id integer references accounts,
    level      integer,
    step       text    not null, -- as JSON
    primary key (feedback, place)
) strict, without rowid;

-- The words that go with a line: they can be removed, and the log stays.
create table feedback_words (
    feedback integer not null,
    place    integer not null,
    text     text    not null,
    primary key (feedback, place),
    foreign key (feedback, place) references feedback_events
) strict, without rowid;

-- Who sent it and where an answer goes, sealed, and a keyed stand-in of the number to find the same
-- sender's other cases by. Not there for a hint without a name.
create table feedback_contacts (
    feedback integer primary key references feedback,
    contact  blob    not null,
    phone    blob
) strict;

create index feedback_contacts_by_phone on feedback_contacts (phone) where phone is not null;

-- What came with a line: pictures drawn anew by the server, and papers.
create table feedback_files (
    id       integer primary key,
    feedback integer not null,
    place    integer not null,
    name     text    not null,
    kind     integer not null,
    size     integer not null,
    bytes    blob    not null,
    foreign key (feedback, place) references feedback_events
) strict;

create index feedback_files_of_line on feedback_files (feedback, place);

-- An answer that somebody is writing: it is theirs, whatever happens to the case meanwhile.
create table feedback_drafts (
    feedback   integer not null references feedback,
    account_id integer not null references accounts,
    text       text    not null,
    saved      integer not null, -- milliseconds since 1970
    primary key (feedback, account_id)
) strict, without rowid;

-- Who has a case open now.
create table feedback_views (
    feedback   integer not null references feedback,
    account_id integer not null references accounts,
    seen       integer not null, -- milliseconds since 1970
    primary key (feedback, account_id)
) strict, without rowid;

-- What everybody may read: question and answer after a named person left out what is personal.
create table feedback_published (
    feedback  integer primary key references feedback,
    code      text    not null unique, -- its address, which leads to no case
    day       integer not null,
    unit_id   integer references units,
    subject   text    not null,
    question  text    not null,
    answer    text    not null,
    folded    text    not null
) strict;

create index feedback_published_by_day on feedback_published (day desc, feedback);
