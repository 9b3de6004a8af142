//! Rows without moments get them where the counts are right, and a wrong moment is found by its cell.

use super::*;
use crate::store::{
    recount::recount,
    tallies::{Counts, TallyKey, tests::ballots_of},
    tests::worlds,
    within,
};

async fn behind(db: &Db, statement: &'static str) {
    let mut tx = db.begin().await.unwrap();
    within!(&mut tx, conn => {
        sqlx::query(statement).execute(conn).await.unwrap();
    });
    tx.commit().await.unwrap();
}

async fn rows(db: &Db) -> Vec<(TallyKey, Counts)> {
    let rows = anew::all(&mut db.snapshot().await.unwrap()).await.unwrap();
    rows.into_iter().collect()
}

#[tokio::test]
async fn rows_from_before_get_their_moments() {
    for world in worlds().await {
        let db = &world.db;
        ballots_of(db).await;
        let right = rows(db).await;
        assert_eq!(lacking(db).await.unwrap(), [0; 0]);
        behind(db, "update tallies set moments = null").await;
        assert!(rows(db).await.iter().all(|(_, counts)| counts.products().is_none()));
        let found = recount(db).await.unwrap();
        assert_eq!((found.differences.len(), found.without_moments), (0, right.len() as u64));
        assert_eq!(lacking(db).await.unwrap(), [202_603]);
        assert!(fill(db, 202_603).await.unwrap());
        assert_eq!(rows(db).await, right);
        assert_eq!(recount(db).await.unwrap().without_moments, 0);
        world.end().await;
    }
}

#[tokio::test]
async fn a_month_that_is_counted_wrong_is_left_to_whoever_verifies() {
    for world in worlds().await {
        let db = &world.db;
        ballots_of(db).await;
        behind(db, "update tallies set moments = null").await;
        behind(db, "update tallies set channel = 3 where period > 1000000").await;
        let wrong = rows(db).await;
        assert!(!fill(db, 202_603).await.unwrap());
        assert_eq!(rows(db).await, wrong);
        world.end().await;
    }
}

#[tokio::test]
async fn moments_of_other_counts_are_not_known() {
    for world in worlds().await {
        let db = &world.db;
        ballots_of(db).await;
        // As if a program had written the counts of a row that does not know them.
        let one = "update tallies set moments =
            (select moments from tallies order by moments desc limit 1)";
        behind(db, one).await;
        assert_eq!(lacking(db).await.unwrap(), [202_603]);
        world.end().await;
    }
}

#[tokio::test]
async fn a_moment_that_was_changed_is_found_by_its_cell() {
    for world in worlds().await {
        let db = &world.db;
        ballots_of(db).await;
        let (key, counts) = rows(db).await.pop().unwrap();
        let before = counts.products().unwrap()[0];
        let mut tampered = counts.moments().unwrap();
        // Behind the mark of the counts: people, answers², tops².
        let at = 4 + 2;
        assert_eq!(u64::from(tampered[at]), before.tops_tops, "one byte each in so small a row");
        tampered[at] += 1;
        let mut tx = db.begin().await.unwrap();
        within!(&mut tx, conn => {
            sqlx::query("update tallies set moments = $1 where period = $2 and sampling = $3
                and procedure_id = $4 and unit_version_id = $5")
                .bind(tampered).bind(key.period).bind(key.sampling).bind(key.procedure).bind(key.unit)
                .execute(conn).await.unwrap();
        });
        tx.commit().await.unwrap();
        let found = recount(db).await.unwrap().differences;
        let cell = format!(
            "{key} all items tops²: counted {}, stored {}",
            before.tops_tops,
            before.tops_tops + 1
        );
        assert_eq!(found, [cell]);
        world.end().await;
    }
}
