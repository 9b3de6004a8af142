//! Reading the record from its newest entry back, so much at a time that no look takes long.

use super::RecordEntry;
use crate::store::{Db, procedures::literal, reading};

/// As many entries are gone through in one look, whatever is looked for.
pub const MOST: i64 = 20_000;

/// A place between entries in their order: by moment, then by place in the chain.
pub type Place = (i64, i64);

/// What is looked for, and where.
#[derive(Clone, Debug)]
pub struct Look {
    /// Only after this place.
    pub after: Place,
    /// Only before it.
    pub before: Place,
    /// Only of this actor; of any, if it is empty.
    pub actor: String,
    /// Only actions that begin like this.
    pub action: String,
    /// Only where this is in the actor, the action or the object, small or capital.
    pub q: String,
}

impl Look {
    /// The same look, held to the newest [`MOST`] entries; with it the place to go on from, if there
    /// are more.
    pub async fn held(mut self, db: &Db) -> Result<(Self, Option<Place>), sqlx::Error> {
        let next: Option<Place> = reading!(db, pool => {
            sqlx::query_as(
                "select moment, seq from record
                 where (moment, seq) > ($1, $2) and (moment, seq) < ($3, $4)
                 order by moment desc, seq desc limit 1 offset $5",
            )
            .bind(self.after.0).bind(self.after.1).bind(self.before.0).bind(self.before.1)
            .bind(MOST).fetch_optional(pool).await?
        });
        self.after = next.unwrap_or(self.after);
        Ok((self, next.map(|(moment, seq)| (moment, seq + 1))))
    }

    /// How many entries are found.
    pub async fn count(&self, db: &Db) -> Result<i64, sqlx::Error> {
        let (action, q) = self.patterns();
        reading!(db, pool => {
            sqlx::query_scalar(
                "select count(*) from record
                 where (moment, seq) > ($1, $2) and (moment, seq) < ($3, $4)
                   and ($5 = '' or actor = $5) and ($6 = '%' or action like $6 escape '!')
                   and ($7 = '%%'
                        or lower(actor || ' ' || action || ' ' || object) like $7 escape '!')",
            )
            .bind(self.after.0).bind(self.after.1).bind(self.before.0).bind(self.before.1)
            .bind(&self.actor).bind(action).bind(q).fetch_one(pool).await
        })
    }

    /// Some of the entries found, the newest first.
    pub async fn rows(
        &self,
        db: &Db,
        skip: i64,
        most: i64,
    ) -> Result<Vec<RecordEntry>, sqlx::Error> {
        let (action, q) = self.patterns();
        reading!(db, pool => {
            sqlx::query_as(
                "select seq, moment, account_id, actor, action, object, before, after, hash
                 from record
                 where (moment, seq) > ($1, $2) and (moment, seq) < ($3, $4)
                   and ($5 = '' or actor = $5) and ($6 = '%' or action like $6 escape '!')
                   and ($7 = '%%'
                        or lower(actor || ' ' || action || ' ' || object) like $7 escape '!')
                 order by moment desc, seq desc limit $8 offset $9",
            )
            .bind(self.after.0).bind(self.after.1).bind(self.before.0).bind(self.before.1)
            .bind(&self.actor).bind(action).bind(q).bind(most).bind(skip).fetch_all(pool).await
        })
    }

    fn patterns(&self) -> (String, String) {
        (format!("{}%", literal(&self.action)), format!("%{}%", literal(&self.q)))
    }
}
