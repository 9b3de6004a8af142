-- What the sender of a case agreed to, and in which words: the day is that of the case. Like notices,
-- the lines are never changed.
create table feedback_consents (
    feedback integer not null references feedback,
    purpose  text    not null,
    version  integer not null,
    primary key (feedback, purpose),
    foreign key (purpose, version) references notices
) strict, without rowid;
