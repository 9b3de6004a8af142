//! The demo: loaded once, counted right, never mixed with anything else.

use chrono::NaiveDate;
use domain::{CheckedBallot, Sampling};

use super::*;
use crate::{import::tests::world, store::recount::recount};

/// Other keys each time: what a ballot says does not depend on them.
fn keys() -> Keys {
    Keys::draw(|bytes| getrandom::fill(bytes).unwrap())
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

#[tokio::test]
async fn the_demo_is_loaded_once_and_its_tallies_are_right() {
    let (_folder, db) = world().await;
    let loaded = load(&db, &keys(), today()).await.unwrap().unwrap();
    assert!((17_000..19_000).contains(&loaded.ballots), "{loaded}");
    assert_eq!((loaded.campaigns, loaded.already), (2, false));
    assert!(loaded.to_string().starts_with("Demo data, loaded: "), "operators read English");
    let recount = recount(&db).await.unwrap();
    assert_eq!((recount.ballots, recount.differences.len()), (loaded.ballots, 0));
    let again = load(&db, &keys(), today() + Days::new(30)).await.unwrap();
    assert_eq!(again, Some(Loaded { already: true, ..loaded }));
}

#[tokio::test]
async fn ballots_come_by_the_ways_of_reality() {
    let (_folder, db) = world().await;
    load_books(&db, today()).await.unwrap();
    let (books, keys) = (books::load(&db).await.unwrap(), keys());
    let days = first_day(today()).iter_days().take_while(|day| *day < today());
    let came: Vec<_> =
        days.flat_map(|day| ballots::of_day(&books, &keys, day, today()).unwrap()).collect();
    let share = |is_so: &dyn Fn(&CheckedBallot) -> bool| {
        came.iter().filter(|entry| is_so(&entry.ballot)).count() * 100 / came.len()
    };
    assert!((83..90).contains(&share(&|it| it.procedure.is_some())), "most name a procedure");
    assert!((2..8).contains(&share(&|it| it.unit.is_none())), "a few not even a unit");
    let of = |kind| share(&|it| it.sampling == kind);
    let kinds = [of(Sampling::CounterQr), of(Sampling::Kiosk), of(Sampling::OpenLink)];
    assert!((45..60).contains(&kinds[0]) && (22..33).contains(&kinds[1]), "{kinds:?}");
    // Whoever was served by the portal came by a link that anybody may follow.
    assert!((18..28).contains(&kinds[2]), "{kinds:?}");
}

#[tokio::test]
async fn whoever_answered_an_invitation_sent_a_ballot() {
    let (_folder, db) = world().await;
    load_books(&db, today()).await.unwrap();
    for _ in 0..2 {
        let fill = |bytes: &mut [u8]| getrandom::fill(bytes).unwrap();
        invitees::load(&db, &keys(), fill, today()).await.unwrap();
        assert_eq!(stored::count(&db).await.unwrap(), 5);
    }
    assert!(recount(&db).await.unwrap().differences.is_empty());
}

#[tokio::test]
async fn an_interrupted_load_is_taken_up_where_it_stopped() {
    let (_folder, db) = world().await;
    set_mark(&db, "loading 20261122").await.unwrap();
    load_books(&db, today()).await.unwrap();
    let books = books::load(&db).await.unwrap();
    let some =
        ballots::of_day(&books, &keys(), NaiveDate::from_ymd_opt(2026, 3, 10).unwrap(), today());
    let some = some.unwrap();
    stored::keep(&db, &mut crate::store::tallies::Memory::default(), &some).await.unwrap();
    let taken_up = load(&db, &keys(), today() + Days::new(3)).await.unwrap();

    let (_other, fresh) = world().await;
    assert_eq!(load(&fresh, &keys(), today()).await.unwrap(), taken_up);
    assert!(recount(&db).await.unwrap().differences.is_empty());
}

#[tokio::test]
async fn a_database_with_anything_else_is_left_alone() {
    let (_folder, db) = world().await;
    let units = b"code,name,valid_from\nA,a,2020-01-01\n";
    assert!(import::take(&db, Kind::Units, units, true).await.unwrap().applied);
    assert_eq!(load(&db, &keys(), today()).await.unwrap(), None);
    assert_eq!(settings::get(&db, settings::DEMO).await.unwrap(), None);
}
