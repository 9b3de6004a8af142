//! What stands beside a case: who sent it, files, drafts, and who looks at it.

use sqlx::FromRow;

use super::super::{Tx, within};

/// A file without its bytes.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct FileHead {
    /// The row.
    pub id: i64,
    /// The line it came with.
    pub place: i64,
    /// Its name.
    pub name: String,
    /// The number of its kind.
    pub kind: i64,
    /// Its size in bytes.
    pub size: i64,
}

/// Keeps who sent a case, sealed.
pub async fn add_contact(
    tx: &mut Tx,
    case: i64,
    contact: &[u8],
    phone: Option<&[u8]>,
) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("insert into feedback_contacts (feedback, contact, phone) values ($1, $2, $3)")
            .bind(case).bind(contact.to_vec()).bind(phone.map(<[u8]>::to_vec))
            .execute(conn).await.map(|_| ())
    })
}

/// Who sent a case, sealed.
pub async fn contact(tx: &mut Tx, case: i64) -> Result<Option<Vec<u8>>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar("select contact from feedback_contacts where feedback = $1")
            .bind(case).fetch_optional(conn).await
    })
}

/// Other cases of the same number, the newest first.
pub async fn of_same_phone(tx: &mut Tx, case: i64, most: i64) -> Result<Vec<i64>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "select other.feedback from feedback_contacts own
             join feedback_contacts other on other.phone = own.phone
             where own.feedback = $1 and other.feedback <> $1
             order by other.feedback desc limit $2",
        )
        .bind(case).bind(most).fetch_all(conn).await
    })
}

/// Keeps a file that came with a line, under a number that no other has; numbers are drawn, so that no
/// order tells when a file came.
pub async fn add_file(
    tx: &mut Tx,
    id: i64,
    (case, place): (i64, i64),
    (name, kind): (&str, i64),
    bytes: &[u8],
) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into feedback_files (id, feedback, place, name, kind, size, bytes)
             values ($7, $1, $2, $3, $4, $5, $6)",
        )
        .bind(case).bind(place).bind(name.to_owned()).bind(kind)
        .bind(i64::try_from(bytes.len()).unwrap_or(i64::MAX)).bind(bytes.to_vec())
        .bind(id).execute(conn).await.map(|_| ())
    })
}

/// Whether a file has this number.
pub async fn is_file(tx: &mut Tx, id: i64) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar::<_, i64>("select id from feedback_files where id = $1")
            .bind(id).fetch_optional(conn).await.map(|row| row.is_some())
    })
}

/// The files of a case, without their bytes.
pub async fn files(tx: &mut Tx, case: i64) -> Result<Vec<FileHead>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, place, name, kind, size from feedback_files
             where feedback = $1 order by place, id",
        )
        .bind(case).fetch_all(conn).await
    })
}

/// A file of a case: name, kind and bytes.
pub async fn file(
    tx: &mut Tx,
    case: i64,
    id: i64,
) -> Result<Option<(String, i64, Vec<u8>)>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as("select name, kind, bytes from feedback_files where feedback = $1 and id = $2")
            .bind(case).bind(id).fetch_optional(conn).await
    })
}

/// Keeps what somebody is writing; nothing takes it away.
pub async fn save_draft(
    tx: &mut Tx,
    (case, account): (i64, i64),
    text: &str,
    now: i64,
) -> Result<(), sqlx::Error> {
    if text.is_empty() {
        return within!(tx, conn => {
            sqlx::query("delete from feedback_drafts where feedback = $1 and account_id = $2")
                .bind(case).bind(account).execute(conn).await.map(|_| ())
        });
    }
    within!(tx, conn => {
        sqlx::query(
            "insert into feedback_drafts (feedback, account_id, text, saved)
             values ($1, $2, $3, $4)
             on conflict (feedback, account_id)
             do update set text = excluded.text, saved = excluded.saved",
        )
        .bind(case).bind(account).bind(text.to_owned()).bind(now)
        .execute(conn).await.map(|_| ())
    })
}

/// What somebody was writing, and when it was saved.
pub async fn draft(
    tx: &mut Tx,
    case: i64,
    account: i64,
) -> Result<Option<(String, i64)>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select text, saved from feedback_drafts where feedback = $1 and account_id = $2",
        )
        .bind(case).bind(account).fetch_optional(conn).await
    })
}

/// Everything that somebody is writing, the newest first: case, text, and when it was saved.
pub async fn drafts_of(tx: &mut Tx, account: i64) -> Result<Vec<(i64, String, i64)>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select feedback, text, saved from feedback_drafts where account_id = $1
             order by saved desc",
        )
        .bind(account).fetch_all(conn).await
    })
}

/// Notes that somebody has a case open.
pub async fn look(tx: &mut Tx, (case, account): (i64, i64), now: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into feedback_views (feedback, account_id, seen) values ($1, $2, $3)
             on conflict (feedback, account_id) do update set seen = excluded.seen",
        )
        .bind(case).bind(account).bind(now).execute(conn).await.map(|_| ())
    })
}

/// Who else had a case open since a moment.
pub async fn viewers(
    tx: &mut Tx,
    (case, account): (i64, i64),
    since: i64,
) -> Result<Vec<String>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "select full_name from feedback_views
             join accounts on accounts.id = feedback_views.account_id
             where feedback = $1 and account_id <> $2 and seen >= $3 order by full_name",
        )
        .bind(case).bind(account).bind(since).fetch_all(conn).await
    })
}

/// What everybody may read of a case.
#[derive(Clone, Debug)]
pub struct Published {
    /// Its address.
    pub code: String,
    /// `YYYYMMDD`.
    pub day: i64,
    /// The unit that answered.
    pub unit: Option<i64>,
    /// The procedure it is about.
    pub procedure: Option<i64>,
    /// Its first words.
    pub subject: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// Both without marks and case.
    pub folded: String,
}

/// Publishes question and answer of a case.
pub async fn publish(tx: &mut Tx, case: i64, it: &Published) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into feedback_published
                (feedback, code, day, unit_id, subject, question, answer, folded, procedure_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(case).bind(it.code.clone()).bind(it.day).bind(it.unit).bind(it.subject.clone())
        .bind(it.question.clone()).bind(it.answer.clone()).bind(it.folded.clone())
        .bind(it.procedure)
        .execute(conn).await.map(|_| ())
    })
}

/// Takes what was published of a case away.
pub async fn unpublish(tx: &mut Tx, case: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from feedback_published where feedback = $1")
            .bind(case).execute(conn).await.map(|_| ())
    })
}
