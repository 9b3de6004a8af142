-- How the answers of one person hang together: sums of squares and products over people, for the whole
-- form and for each factor, behind a mark of the counts they belong to. Empty where they are not known,
-- as in every row from before: a start of the server counts them from the ballots.
alter table tallies add column moments bytea;
