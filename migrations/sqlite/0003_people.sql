-- Who works here, how they prove it, and the record of what was done.
--
-- Moments are milliseconds since 1970 in UTC. Whatever opens a door (tokens, codes, keys) is kept
-- as a hash; whatever has to be read again (the second factor's secret) is sealed with a key that
-- is not in the database.

create table accounts (
    id        integer primary key,
    name      text    not null unique, -- what is typed to sign in, folded to small letters
    full_name text    not null,
    role      integer not null,
    unit_id   integer references units, -- none: reaches nothing that belongs to a unit
    password  text,    -- argon2id; none until the invitation is taken up
    totp      blob,    -- the second factor's secret, sealed; none until it is set up
    totp_next blob,    -- a secret that was shown and not yet proved, sealed
    totp_step integer not null default 0, -- the last time step that was used: a code opens once
    created   integer not null,
    disabled  integer  -- since when
) strict;

-- Links by which a password is chosen: the first one, or another after it was forgotten.
create table invitations (
    token_hash blob    primary key,
    account_id integer not null references accounts,
    expires    integer not null
) strict, without rowid;

-- What stands in for a lost second factor; a code goes when it is used.
create table recovery_codes (
    account_id integer not null references accounts,
    code_hash  blob    not null,
    primary key (account_id, code_hash)
) strict, without rowid;

create table sessions (
    id         integer primary key,
    token_hash blob    not null unique,
    account_id integer not null references accounts,
    complete   integer not null check (complete in (0, 1)), -- 0: the second factor is still asked for
    begun      integer not null,
    seen       integer not null,
    device     text    not null -- browser and system in two words, never an address
) strict;

create index sessions_of_account on sessions (account_id);

-- Keys of other programs: an account's own right, narrowed, for a time.
create table api_keys (
    id         integer primary key,
    key_hash   blob    not null unique,
    label      text    not null,
    account_id integer not null references accounts, -- who made it
    unit_id    integer references units, -- none: as far as the maker's own right goes
    actions    text    not null, -- names, separated by spaces
    created    integer not null,
    expires    integer not null,
    revoked    integer,
    used       integer
) strict;

-- Tries that are held against somebody, by keyed hashes that stand for an account, a browser or an
-- origin on one day: never a name or an address.
create table attempts (
    key      blob    primary key,
    failures integer not null,
    until    integer not null -- the next try is heard from this moment on
) strict, without rowid;

-- The record. Each entry's hash covers the entry and the hash before it, under a key that is not
-- in the database: whoever changes, leaves out or swaps an entry breaks the chain.
create table record (
    seq        integer primary key,
    moment     integer not null,
    account_id integer, -- none: the system itself, or a citizen
    actor      text    not null, -- the account's name as it was then, or what acted
    action     text    not null,
    object     text    not null, -- what it was done to, such as unit/PQLTM
    before     text,    -- JSON
    after      text,    -- JSON
    hash       blob    not null
) strict;

-- It is read from the newest entry back, and from one day to another.
create index record_by_moment on record (moment, seq);

create trigger record_is_not_changed before update on record
begin select raise(abort, 'the record is only added to'); end;

create trigger record_is_not_shortened before delete on record
begin select raise(abort, 'the record is only added to'); end;

-- `insert or replace` would delete without a word to the trigger above.
create trigger record_is_not_replaced before insert on record
when exists (select 1 from record where seq = new.seq)
begin select raise(abort, 'the record is only added to'); end;
