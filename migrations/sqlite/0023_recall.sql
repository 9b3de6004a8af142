-- When somebody who rated poorly and wrote a comment is offered a call, and how fast they are called: rows
-- with their days, since rules change. Days are YYYYMMDD, the last one included.
create table call_rules (
    valid_from integer primary key,
    valid_to   integer,
    poor       integer not null check (poor between 1 and 4), -- the highest level that counts as poor
    class      text not null references deadline_classes, -- its days to answer are those to call back
    basis      text not null -- where it is laid down
) strict;

insert into call_rules values (20240101, null, 2, 'callback', 'Quy định nội bộ');

-- A file's number says nothing of when it came: counted up between files whose time is known, it told that
-- of a sender who gives no name. From now on it is drawn; the files of one line keep their order.
create table file_lines (feedback integer, place integer, base integer, primary key (feedback, place)) strict;
insert into file_lines
    select feedback, place, 1 + abs(random() % 4503599627370496) from feedback_files group by feedback, place;
create table file_numbers (old integer primary key, new integer not null) strict;
insert into file_numbers
    select id, base + row_number() over (partition by feedback, place order by id)
    from feedback_files join file_lines using (feedback, place);
update feedback_files set id = (select new from file_numbers where old = feedback_files.id);
drop table file_numbers;
drop table file_lines;

-- The same of notices: what is told of a sender without a name has the day alone, and its row's number told
-- between which others it was written. From now on numbers follow from case and line; of the rows there are,
-- those get another that are not under way, since a message's own name follows from its row's.
create index outbox_by_time on outbox (created, id);
create table notice_numbers (old integer primary key, new integer not null) strict;
insert into notice_numbers
    select id, 1 + abs(random() % 4503599627370496) from outbox
    where stage in (3, 6) or stage = 1 and tries = 0 and unsure = 0 and domain is null;
update outbox set batch = (select new from notice_numbers where old = batch)
    where batch in (select old from notice_numbers);
update outbox set id = (select new from notice_numbers where old = outbox.id)
    where id in (select old from notice_numbers);
drop table notice_numbers;
