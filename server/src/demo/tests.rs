//! The demo: loaded once, counted right, never mixed with anything else.

use chrono::NaiveDate;

use super::*;
use crate::{import::tests::world, store::recount::recount};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

#[tokio::test]
async fn the_demo_is_loaded_once_and_its_tallies_are_right() {
    let (_folder, db) = world().await;
    let loaded = load(&db, today()).await.unwrap().unwrap();
    assert!((17_000..19_000).contains(&loaded.ballots), "{loaded}");
    assert_eq!((loaded.campaigns, loaded.already), (2, false));
    assert!(loaded.to_string().starts_with("Demo data, loaded: "), "operators read English");
    let recount = recount(&db).await.unwrap();
    assert_eq!((recount.ballots, recount.differences.len()), (loaded.ballots, 0));
    let again = load(&db, today() + Days::new(30)).await.unwrap();
    assert_eq!(again, Some(Loaded { already: true, ..loaded }));
}

#[tokio::test]
async fn an_interrupted_load_is_taken_up_where_it_stopped() {
    let (_folder, db) = world().await;
    set_mark(&db, "loading 20261122").await.unwrap();
    load_books(&db, today()).await.unwrap();
    let books = books::load(&db).await.unwrap();
    let some = ballots::of_day(&books, NaiveDate::from_ymd_opt(2026, 3, 10).unwrap(), today());
    let some = some.unwrap();
    stored::keep(&db, &mut crate::store::tallies::Memory::default(), &some).await.unwrap();
    let taken_up = load(&db, today() + Days::new(3)).await.unwrap();

    let (_other, fresh) = world().await;
    assert_eq!(load(&fresh, today()).await.unwrap(), taken_up);
    assert!(recount(&db).await.unwrap().differences.is_empty());
}

#[tokio::test]
async fn a_database_with_anything_else_is_left_alone() {
    let (_folder, db) = world().await;
    let units = b"code,name,valid_from\nA,a,2020-01-01\n";
    assert!(import::take(&db, Kind::Units, units, true).await.unwrap().applied);
    assert_eq!(load(&db, today()).await.unwrap(), None);
    assert_eq!(settings::get(&db, settings::DEMO).await.unwrap(), None);
}
