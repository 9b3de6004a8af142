//! Taking out what is past its time, a bounded number of rows at once.

use super::{Tx, within};

/// What is past its time.
#[derive(Clone, Copy, Debug)]
pub enum Due {
    /// Comments, and the consents given with them, of days before this one, `YYYYMMDD`.
    Comments(i64),
    /// What was taken back before this day.
    Withdrawn(i64),
    /// Invited people of campaigns whose last day lies before the day, or that were closed before the
    /// moment.
    Contacts(i64, i64),
    /// Who sent cases that ended before this day.
    Senders(i64),
    /// Words, files and drafts of cases that ended before this day.
    Cases(i64),
    /// Who had a case open before this moment.
    Looks(i64),
    /// Sessions begun before the one moment or not used since the other.
    Sessions(i64, i64),
    /// Invitations that lapsed before this moment.
    Invitations(i64),
    /// Tries that hold nobody since this moment.
    Attempts(i64),
}

impl Due {
    /// What it is called on the record.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Comments(_) => "comments",
            Self::Withdrawn(_) => "withdrawn",
            Self::Contacts(..) => "contacts",
            Self::Senders(_) => "senders",
            Self::Cases(_) => "cases",
            Self::Looks(_) => "looks",
            Self::Sessions(..) => "sessions",
            Self::Invitations(_) => "invitations",
            Self::Attempts(_) => "attempts",
        }
    }
}

const COMMENTS: &str = "delete from comments where ballot_id in
    (select ballot_id from comments where day < $1 order by day, ballot_id limit $2)";
const CONSENTS: &str = "delete from consents where ballot_id in
    (select ballot_id from comments where day < $1 order by day, ballot_id limit $2)";
const WITHDRAWN: &str = "delete from withdrawn where ballot_id in
    (select ballot_id from withdrawn where day < $1 limit $2)";
const ERASED: &str = "delete from erased where mark in
    (select mark from erased where day < $1 limit $2)";
const CONTACTS: &str = "delete from invitees where id in
    (select invitees.id from invitees join campaigns on campaigns.id = campaign_id
     where valid_to < $1 or closed < $2 limit $3)";
const SENDERS: &str = "delete from feedback_contacts where feedback in
    (select held.feedback from feedback_contacts held join feedback on number = held.feedback
     join feedback_facts facts on facts.feedback = number
     where is_open = 0 and has_news = 0
       and coalesce(feedback.answered, facts.refused, feedback.sent) < $1 limit $2)";
const LOOKS: &str = "delete from feedback_views where seen < $1 and feedback in
    (select feedback from feedback_views where seen < $1 limit $2)";

/// The cases of which something is left that goes.
macro_rules! old_cases {
    ($before:literal) => {
        concat!(
            $before,
            " in (select number from feedback
                  join feedback_facts facts on facts.feedback = number
                  where is_open = 0 and has_news = 0
                    and coalesce(feedback.answered, facts.refused, feedback.sent) < $1
                    and (subject <> ''
                         or exists (select 1 from feedback_words held where held.feedback = number)
                         or exists (select 1 from feedback_files held where held.feedback = number))
                  order by number limit $2)"
        )
    };
}

/// What goes of a case, in order; the last statement says that it went.
const CASES: [&str; 5] = [
    old_cases!("delete from feedback_files where feedback"),
    old_cases!("delete from feedback_words where feedback"),
    old_cases!("delete from feedback_drafts where feedback"),
    old_cases!(
        "update requests set subject = '', text = '', reply = '', reason = '' where feedback"
    ),
    old_cases!("update feedback set subject = '', folded = ' ' where number"),
];

const SESSIONS: &str = "delete from sessions where id in
    (select id from sessions where begun < $1 or seen < $2 limit $3)";
const INVITATIONS: &str = "delete from invitations where token_hash in
    (select token_hash from invitations where expires < $1 limit $2)";
const ATTEMPTS: &str = "delete from attempts where key in
    (select key from attempts where until < $1 limit $2)";

/// Removes up to `most` rows; how many.
pub async fn remove(tx: &mut Tx, due: Due, most: i64) -> Result<u64, sqlx::Error> {
    match due {
        Due::Comments(day) => {
            before(tx, CONSENTS, day, most).await?;
            before(tx, COMMENTS, day, most).await
        }
        Due::Withdrawn(day) => {
            let marks = before(tx, ERASED, day, most).await?;
            Ok(marks + before(tx, WITHDRAWN, day, most).await?)
        }
        Due::Contacts(day, closed) => either(tx, CONTACTS, (day, closed), most).await,
        Due::Senders(day) => before(tx, SENDERS, day, most).await,
        Due::Looks(moment) => before(tx, LOOKS, moment, most).await,
        Due::Cases(day) => {
            let mut gone = 0;
            for statement in CASES {
                gone = before(tx, statement, day, most).await?;
            }
            Ok(gone)
        }
        Due::Sessions(begun, seen) => either(tx, SESSIONS, (begun, seen), most).await,
        Due::Invitations(moment) => before(tx, INVITATIONS, moment, most).await,
        Due::Attempts(moment) => before(tx, ATTEMPTS, moment, most).await,
    }
}

async fn before(
    tx: &mut Tx,
    statement: &'static str,
    bound: i64,
    most: i64,
) -> Result<u64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(statement).bind(bound).bind(most).execute(conn).await
            .map(|done| done.rows_affected())
    })
}

async fn either(
    tx: &mut Tx,
    statement: &'static str,
    bounds: (i64, i64),
    most: i64,
) -> Result<u64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(statement).bind(bounds.0).bind(bounds.1).bind(most).execute(conn).await
            .map(|done| done.rows_affected())
    })
}

/// Adds to what went and is not on the record yet; the sum. It outlives a run that was cut off.
pub async fn count(tx: &mut Tx, kind: &str, more: u64) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into settings (name, value) values ($1, cast($2 as text)) on conflict (name)
             do update set value = cast(cast(settings.value as bigint) + $2 as text)
             returning cast(value as bigint)",
        )
        .bind(format!("retention.{kind}")).bind(more.cast_signed()).fetch_one(conn).await
    })
}

/// Forgets the sum: it is on the record.
pub async fn counted(tx: &mut Tx, kind: &str) -> Result<(), sqlx::Error> {
    super::settings::set(tx, &format!("retention.{kind}"), "0").await
}

/// Takes a day's run upon itself; whether no other server has. A day that lies ahead was written by a
/// clock that was wrong, and holds up nobody.
pub async fn claim(tx: &mut Tx, day: i64) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into settings (name, value) values ('retention.ran', cast($1 as text))
             on conflict (name) do update set value = excluded.value
             where cast(settings.value as bigint) <> $1",
        )
        .bind(day).execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}
