-- What figures need of each case: one narrow row beside the wide one, so that two years of cases are
-- gone through in a moment. Written with each event, like the row of the case. A case without a row here
-- is older than this table; the server makes it when it starts.
create table feedback_facts (
    feedback      bigint primary key references feedback,
    kind          bigint not null,
    source        bigint not null,
    is_formal     bigint not null,
    about_account_id bigint references accounts,
    unit_id       bigint references units, -- the unit that leads, or led when it was answered
    class         text    not null references deadline_classes,
    sent          bigint not null, -- the day it first came; days are YYYYMMDD
    start         bigint not null, -- the day its clock starts after
    answered      bigint, -- the day of its first answer
    refused       bigint,
    published     bigint, -- while everybody can read it
    transfers     bigint not null,
    is_ping_pong  bigint not null,
    reopened      bigint,
    is_linked     bigint not null,
    is_accepted   bigint not null,
    leads         text    not null -- who led from when to when: `unit:since:ended,…`
);

-- What everybody is told of a closed month, as it was when it was told, rounded: never changed.
create table feedback_counters (
    scheme    text    not null,
    month     bigint not null, -- YYYYMM
    as_of     bigint not null, -- the day as of which it was counted
    received  bigint not null,
    answered  bigint not null,
    on_time   bigint not null,
    accepted  bigint not null,
    reopened  bigint not null,
    published bigint not null,
    primary key (scheme, month)
);

-- What a published answer is about, for whoever looks by field.
alter table feedback_published add column procedure_id bigint references procedures;
update feedback_published set procedure_id =
    (select procedure_id from feedback where number = feedback_published.feedback);
