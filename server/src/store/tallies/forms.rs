//! Which answers of each question set are added up together, as the store knows it.

use std::collections::HashMap;

use domain::{CheckedBallot, Instrument, figures::spread::Parts};

use crate::store::{Tx, within};

/// The parts of question sets by their rows.
///
/// They may be remembered from the commit of a ballot on: from its first ballot on a set never changes.
#[derive(Default)]
pub struct Forms(HashMap<i64, Parts>);

impl Forms {
    /// Those of every question set.
    pub async fn all(tx: &mut Tx) -> Result<Self, sqlx::Error> {
        let sets: Vec<(i64, String)> = within!(tx, conn => {
            sqlx::query_as("select id, content from instruments").fetch_all(conn).await?
        });
        let mut forms = Self::default();
        for (id, content) in sets {
            forms.take_in(id, &content);
        }
        Ok(forms)
    }

    /// Reads those of the question sets of some ballots that are not known yet.
    pub(super) async fn learn<'a>(
        &mut self,
        tx: &mut Tx,
        ballots: impl IntoIterator<Item = &'a CheckedBallot>,
    ) -> Result<(), sqlx::Error> {
        for ballot in ballots {
            let id = ballot.instrument;
            if self.0.contains_key(&id) {
                continue;
            }
            let content: Option<String> = within!(&mut *tx, conn => {
                sqlx::query_scalar("select content from instruments where id = $1")
                    .bind(id).fetch_optional(conn).await?
            });
            self.take_in(id, &content.unwrap_or_default());
        }
        Ok(())
    }

    /// A set that cannot be read has no parts: nothing is known then of the ballots that answer it.
    fn take_in(&mut self, id: i64, content: &str) {
        if let Ok(set) = serde_json::from_str::<Instrument>(content) {
            self.0.insert(id, Parts::of(&set));
        }
    }

    /// The parts of the question set that a ballot answers.
    pub(super) fn of(&self, ballot: &CheckedBallot) -> Option<&Parts> {
        self.0.get(&ballot.instrument)
    }
}
