-- Figures that are counted from the ballots themselves, because no tally holds what they ask for.

-- How often ballots of a month were corrected, taken back or counted anew; never lowered. Together
-- with the number of ballots it tells whether a figure that was counted before still holds: a new
-- ballot raises that number, and whatever else happens to a ballot raises this one, even where the
-- tallies stay what they are (a corrected age is in none of them).
create table revisions (
    month   integer primary key, -- 202611
    changes integer not null
) strict;
