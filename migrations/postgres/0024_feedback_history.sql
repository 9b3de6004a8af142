-- What was so of a case from when to when: a figure of a period that is over says what was so at its end.
-- Rows are made anew from the logs when the server starts, as for cases that are older than these rows.
delete from feedback_facts;
alter table feedback_facts drop column published;
alter table feedback_facts drop column transfers;
alter table feedback_facts drop column is_ping_pong;
alter table feedback_facts drop column is_linked;
alter table feedback_facts drop column is_accepted;
-- Days of transfers; since when it was pushed around; when it was public, accepted, linked: `since:ended`.
alter table feedback_facts add column history text not null default '';

-- What came in a period, and what was open when it began, each in the order of its day.
create index feedback_facts_sent on feedback_facts (sent, feedback);
create index feedback_facts_ended on feedback_facts (coalesce(answered, refused, 99991231), feedback);
