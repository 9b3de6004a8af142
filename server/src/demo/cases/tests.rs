//! Invented cases: all sorts of them, the same each time, by the rules of the log.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use domain::feedback::{
    case::Case,
    figures::{facts::Facts, figure::Figure, frame::Frame},
    kind::Level,
    request::Outcome,
};

use super::{super::accounts, *};
use crate::{
    demo,
    feedback::{log, requests::dates},
    import::tests::world,
    store::{
        consents,
        feedback::{classes, facts, lessons, requests},
    },
};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn fill(bytes: &mut [u8]) {
    getrandom::fill(bytes).unwrap();
}

async fn loaded(db: &Db, today: NaiveDate) {
    demo::load_books(db, today).await.unwrap();
    consents::take_in(db).await.unwrap();
    accounts::load(db, 0).await.unwrap();
    load(db, &Keys::draw(fill), fill, today).await.unwrap();
}

async fn all(db: &Db) -> Vec<Facts> {
    let wanted = facts::Wanted {
        reader: facts::NOBODY,
        is_everything: true,
        units: Vec::new(),
        kind: 0,
        source: 0,
        first: 0,
        end: 99_999_999,
    };
    let known = classes(db).await.unwrap();
    let mut all = Vec::new();
    let mut tx = db.snapshot().await.unwrap();
    facts::each(&mut tx, &wanted, &known, |it| all.push(it.clone())).await.unwrap();
    all
}

async fn open_cases(db: &Db) -> Vec<Case> {
    let mut tx = db.snapshot().await.unwrap();
    let mut open = Vec::new();
    for it in all(db).await.iter().filter(|it| it.handled().is_none()) {
        open.push(log::read(&mut tx, it.number).await.unwrap());
    }
    open
}

/// Cases without their numbers, which are drawn anew each time, in an order of their own.
async fn told(db: &Db) -> Vec<String> {
    let cases = all(db).await.into_iter();
    let mut told: Vec<String> =
        cases.map(|it| format!("{:?}", Facts { number: 0, ..it })).collect();
    told.sort_unstable();
    told
}

#[tokio::test]
async fn every_sort_of_case_is_there_and_an_interrupted_load_is_taken_up() {
    let (_folder, db) = world().await;
    loaded(&db, today()).await;
    let cases = all(&db).await;
    assert!((300..700).contains(&cases.len()), "{}", cases.len());
    let books = node::read(&db, false).await.unwrap();
    let year = Frame::new(&books.calendar, (first_day(today()), today()), today());
    for figure in Figure::ALL.iter().filter(|figure| !figure.is_of_requests()) {
        let n = cases.iter().filter(|it| figure.holds(it, &year)).count();
        assert!(n > 0 || *figure == Figure::LateTwice, "{}", figure.name());
    }
    let open = open_cases(&db).await;
    let waiting = open.iter().filter(|case| case.wait().is_some()).count();
    let above = open.iter().filter(|case| case.level == Level::Leadership).count();
    assert!(waiting > 0, "some sender is waited for");
    let helped = open.iter().filter(|case| !case.supports.is_empty()).count();
    assert!(helped > 0, "some unit helps");
    assert!(above * 3 < open.len() * 2, "{above} of {} are with the leadership", open.len());
    let kinds: BTreeSet<_> = cases.iter().map(|it| it.kind).collect();
    let sources: BTreeSet<_> = cases.iter().map(|it| it.source).collect();
    assert!(kinds.len() == 5 && sources.len() == 9, "{kinds:?} {sources:?}");
    demo::beside::load(&db, today()).await.unwrap();
    let mut tx = db.snapshot().await.unwrap();
    let requests = requests::all(&mut tx, facts::NOBODY).await.unwrap();
    let outcome = |it| dates(it).and_then(|it| it.outcome(&books.calendar, today()));
    let outcomes: BTreeSet<_> = requests.iter().filter_map(outcome).collect();
    assert_eq!(outcomes.len(), Outcome::ALL.len(), "of each sort some: {outcomes:?}");
    assert!(requests.iter().any(|it| it.from_unit_id.is_none() && it.feedback.is_none()));
    assert!(requests.iter().any(|it| it.feedback.is_some()));
    let lessons = lessons::all(&mut tx, facts::NOBODY).await.unwrap();
    assert_eq!(lessons.first().map(|it| it.cases), Some(7), "seven cases, one lesson");
    drop(tx);
    // The same day gives the same cases, whatever was there when it was begun again.
    let (_other, again) = world().await;
    loaded(&again, today()).await;
    set_mark(&again, "20261122").await.unwrap();
    loaded(&again, today() + Days::new(9)).await;
    assert_eq!(told(&again).await, told(&db).await);
}

#[tokio::test]
async fn a_demo_of_any_day_can_be_loaded() {
    for day in ["2026-02-20", "2027-05-04"] {
        let (_folder, db) = world().await;
        loaded(&db, day.parse().unwrap()).await;
        assert!(all(&db).await.len() > 300, "{day}");
    }
}
