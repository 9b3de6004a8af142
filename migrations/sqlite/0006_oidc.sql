-- Who opens an account by way of the OpenID Connect provider. The owner makes the link, having shown
-- the password; the provider's word on names and addresses makes none.

create table openid_links (
    subject_hash blob primary key, -- a keyed hash of the issuer and of what it calls the person
    account_id   integer not null unique references accounts,
    linked       integer not null -- when, in milliseconds since 1970
) strict, without rowid;
