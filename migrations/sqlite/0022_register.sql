-- Other bodies' systems: which channel a program's key is for, and what a body it sent said, field by
-- field, as hashes under a key: they tell a replay from other content and name what differs.
alter table api_keys add column channel integer;

create table feedback_pushed (
    feedback integer primary key references feedback,
    fields   blob    not null -- eight bytes each of eight fields
) strict;

-- Texts that answers begin with: the whole house's, or one unit's.
create table reply_templates (
    id      integer primary key,
    unit_id integer references units, -- none: the whole house's
    title   text not null,
    text    text not null
) strict;

-- Addresses of the office's pages that somebody comes back to, each account its own.
create table saved_views (
    id         integer primary key,
    account_id integer not null references accounts,
    name       text not null,
    address    text not null -- its parameters as they were
) strict;

create index saved_views_of_account on saved_views (account_id);
