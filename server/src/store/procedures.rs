//! Procedures: finding them by what people type, and their versions.

use domain::{books::catalogue::ProcedureVersion, day, text};
use sqlx::FromRow;

use super::{Db, Tx, reading, within};

/// At most this many words of a query count.
const WORDS: usize = 6;
/// At most this many procedures are listed.
pub const MOST: i64 = 100;

/// The codes of the procedures valid on a day whose code, name or field holds every word.
///
/// `folded` is the query as [`domain::text::sought`] makes it; nothing in it is a pattern.
pub async fn search(db: &Db, folded: &str, day: i64) -> Result<Vec<String>, sqlx::Error> {
    let mut patterns = [const { String::new() }; WORDS];
    patterns.fill("%".to_owned());
    for (pattern, word) in patterns.iter_mut().zip(text::sought_words(folded)) {
        *pattern = format!("%{}%", literal(word));
    }
    let [a, b, c, d, e, f] = patterns;
    reading!(db, pool => {
        sqlx::query_scalar(
            "select code from procedure_versions
             where valid_from <= $1 and (valid_to is null or valid_to >= $1)
               and folded like $2 escape '!' and folded like $3 escape '!'
               and folded like $4 escape '!' and folded like $5 escape '!'
               and folded like $6 escape '!' and folded like $7 escape '!'
             order by code limit $8",
        )
        .bind(day).bind(a).bind(b).bind(c).bind(d).bind(e).bind(f).bind(MOST)
        .fetch_all(pool).await
    })
}

/// A word as it stands in a pattern with `escape '!'`.
pub(super) fn literal(word: &str) -> String {
    let mut literal = String::with_capacity(word.len());
    for letter in word.chars() {
        if matches!(letter, '%' | '_' | '!') {
            literal.push('!');
        }
        literal.push(letter);
    }
    literal
}

/// A row as it is stored.
#[derive(FromRow)]
pub(super) struct StoredProcedure {
    pub(super) procedure_id: i64,
    pub(super) code: String,
    pub(super) name_vi: String,
    pub(super) name_en: String,
    pub(super) field: String,
    pub(super) unit_id: Option<i64>,
    pub(super) days: Option<i64>,
    pub(super) valid_from: i64,
    pub(super) valid_to: Option<i64>,
    pub(super) note: String,
}

/// Every row.
pub(super) async fn rows(tx: &mut Tx) -> Result<Vec<StoredProcedure>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, procedure_id, code, name_vi, name_en, field, unit_id, days, valid_from,
                    valid_to, note
             from procedure_versions",
        )
        .fetch_all(conn).await
    })
}

/// A new identity.
pub async fn create(tx: &mut Tx) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar("insert into procedures default values returning id")
            .fetch_one(conn).await
    })
}

/// Writes a version of a procedure; the one with the same code and first day is replaced.
pub async fn put(tx: &mut Tx, version: &ProcedureVersion) -> Result<(), sqlx::Error> {
    let ProcedureVersion { code, name, field, period, .. } = version;
    let folded = text::fold(&format!("{code} {} {} {field}", name.vi, name.en));
    within!(tx, conn => {
        sqlx::query(
            "insert into procedure_versions (procedure_id, code, name_vi, name_en, field, unit_id,
                days, folded, valid_from, valid_to, note)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             on conflict (code, valid_from) do update set name_vi = excluded.name_vi,
                name_en = excluded.name_en, field = excluded.field, unit_id = excluded.unit_id,
                days = excluded.days, folded = excluded.folded, valid_to = excluded.valid_to,
                note = excluded.note",
        )
        .bind(version.procedure).bind(code.clone()).bind(name.vi.clone()).bind(name.en.clone())
        .bind(field.clone()).bind(version.unit).bind(version.days).bind(folded)
        .bind(day::number(period.from)).bind(period.to.map(day::number))
        .bind(version.note.clone())
        .execute(conn).await.map(|_| ())
    })
}
