-- What people may have back, what they agreed to, and how it is found again.

-- Comments with what staff look for them by, so that nobody reads a million ballots for a page of
-- comments. All of it is the ballot's own and never changes.
create table comments_with_place (
    ballot_id       uuid   primary key references ballots,
    text            text   not null,
    day             bigint not null,
    unit_version_id bigint references unit_versions,
    campaign_id     bigint not null references campaigns
);

insert into comments_with_place (ballot_id, text, day, unit_version_id, campaign_id)
select ballot_id, text, day, unit_version_id, campaign_id
from comments join ballots on ballots.id = comments.ballot_id;

drop table comments;

alter table comments_with_place rename to comments;

-- The newest day first; counting needs nothing beyond the index.
create index comments_by_day on comments (day, ballot_id, unit_version_id, campaign_id);

-- What was taken back, by its sender with receipt and pin. The ballot's row is gone and its counts
-- are lowered; the id stays here so that the same ballot is not counted again if it is sent again,
-- and so that it can be taken out of a restored backup.
create table withdrawn (
    ballot_id uuid   primary key,
    whole     bigint not null check (whole in (0, 1)), -- 0: only the comment
    day       bigint not null
);

-- The texts that people agreed to. A text that was agreed to is never changed; a new one is a new
-- version.
create table notices (
    purpose text   not null, -- such as publish_comment
    version bigint not null,
    text_vi text   not null,
    text_en text   not null,
    primary key (purpose, version)
);

-- Who agreed to what: the ballot, the purpose, and the text that was on the page.
create table consents (
    ballot_id uuid   not null references ballots,
    purpose   text   not null,
    version   bigint not null,
    day       bigint not null,
    primary key (ballot_id, purpose),
    foreign key (purpose, version) references notices
);
