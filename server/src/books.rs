//! Changing the office's books: `domain` says what may come of a change, `store` writes it, and a
//! form's change is one transaction with its entry in the record.

mod change;
mod outlook;

use domain::{
    Catalogue,
    books::draft::{Draft, Outcome},
};

pub use self::{
    change::{Change, everything, state},
    outlook::look_ahead,
};
use crate::store::{Tx, books};

/// What a change comes to, with what the ballots that came in say about it. Nothing is written.
pub async fn outcome(tx: &mut Tx, books: &Catalogue, draft: Draft) -> Result<Outcome, sqlx::Error> {
    let ballots = books::ballots(tx, &draft).await?;
    Ok(draft.outcome(books, &ballots))
}

#[cfg(test)]
mod tests {
    use domain::{
        Words,
        books::units,
        office::books::merger::{Part, Split},
    };

    use super::*;
    use crate::import::{
        Kind, take,
        tests::{TREE, units as import_units, world},
    };

    fn part(code: &str, procedures: &[&str]) -> Part {
        Part {
            code: code.to_owned(),
            name: Words { vi: code.to_owned(), en: String::new() },
            parent: Some("S".to_owned()),
            procedures: procedures.iter().map(|code| (*code).to_owned()).collect(),
            ..Part::default()
        }
    }

    #[tokio::test]
    async fn the_books_with_what_was_written_are_those_that_are_read_again() {
        let (_folder, db) = world().await;
        import_units(&db, TREE).await;
        let files = [
            (Kind::Procedures, "code,name,unit,valid_from\n2.000004,T,P,2020-01-01\n"),
            (Kind::ServicePoints, "code,name,channel,valid_from\nq-1,Q,in_person,2020-01-01\n"),
        ];
        for (kind, file) in files {
            assert!(take(&db, kind, file.as_bytes(), true).await.unwrap().applied);
        }
        let mut tx = db.begin().await.unwrap();
        let before = books::read(&mut tx).await.unwrap();
        let into = vec![part("X", &["2.000004"]), part("A", &[])];
        let (unit, day) = ("P".to_owned(), "2026-01-01".to_owned());
        let split = Split { unit, into, day, ..Split::default() };
        let draft = units::split(&before, &split).unwrap();
        let outcome = outcome(&mut tx, &before, draft).await.unwrap();
        assert_eq!(outcome.faults, []);
        let edits = books::write(&mut tx, outcome.edits).await.unwrap();
        let (known, read) = (before.with(&edits), books::read(&mut tx).await.unwrap());
        assert_eq!(known.units, read.units);
        assert_eq!(known.lineage, read.lineage);
        assert_eq!(known.procedures, read.procedures);
        assert_eq!(known.service_points, read.service_points);
        assert_eq!(read.units.len(), before.units.len() + 2);
    }
}
