-- What people may do about what they sent: put it right, take an agreement back, and have it stay
-- gone.

-- The local day on which its sender last corrected a ballot; none: it says what was first sent. The
-- hash stays that of what was first sent, so that a phone which sends it once more gets its receipt
-- and changes nothing.
alter table ballots add column corrected bigint;

-- The local day on which an agreement was taken back. The row stays: it tells which text held, and
-- until when.
alter table consents add column withdrawn bigint;

-- Ballots that were taken back and that this database does not hold, because it is an older copy
-- that was put back: keyed hashes of their ids, so that none of them is counted if it comes again.
create table erased (
    mark bytea  primary key, -- 32 bytes
    day  bigint not null
);
