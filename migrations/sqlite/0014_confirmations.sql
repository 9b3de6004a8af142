-- A second person. Whoever keeps accounts gets nobody an account that watches over others, and no new
-- link into somebody else's account, alone: another person confirms it first, and the owner learns of it.

-- What was asked for and what became of it. It names accounts and holds nothing that opens a door.
create table confirmations (
    id         integer primary key,
    account_id integer not null references accounts, -- whose account it is about
    matter     integer not null check (matter in (1, 2)), -- 1: what the account may do; 2: a new link
    asked_by   integer not null references accounts,
    asked      integer not null, -- when, in milliseconds since 1970
    outcome    integer not null default 1 check (outcome between 1 and 4), -- waits, confirmed, refused, lapsed
    decided_by integer references accounts,
    decided    integer, -- when it was confirmed or refused, or lapsed
    told       integer not null default 0 check (told in (0, 1)) -- 1: its owner has seen how it stands
) strict;

create index confirmations_of_account on confirmations (account_id);

-- A link that needs a second person names what has to be confirmed: until that is so, it opens nothing.
alter table invitations add column confirmation_id integer references confirmations;

-- 1: an account like most. 2: it watches over others and waits for a second person: nobody signs in with
-- it. 3: it was confirmed, or made at the machine itself, and may confirm where its role does. Accounts
-- from before this rule stay what they were.
alter table accounts add column standing integer not null default 1 check (standing in (1, 2, 3));

update accounts set standing = 3;
