//! A key that holds what a correction changes: counts go from row to row, and none is lost.

use domain::{
    Catalogue, Channel, Sampling,
    ballot::{
        CheckedCorrection, Mark,
        respondent::{Age, Party, Respondent, Sex},
    },
    day,
};
use uuid::Uuid;

use super::*;
use crate::{
    import::tests::{TREE, units},
    store::{
        Db,
        ballots::{self, Entry},
        books, corrections,
        tests::worlds,
        withdrawals,
    },
};

/// The made-up column, in the place of the procedure: what the person told of themselves.
fn by_respondent(ballot: &CheckedBallot) -> TallyKey {
    TallyKey { procedure: ballot.respondent.packed(), ..TallyKey::of(ballot) }
}

pub(in crate::store) fn respondent_of(sex: Option<Sex>, age: Option<Age>) -> Respondent {
    Respondent { party: Some(Party::Citizen), sex, age }
}

fn ballot(books: &Catalogue, n: u8, respondent: Respondent) -> CheckedBallot {
    let campaign = books.campaigns.get("a").expect("the campaign of the tests");
    CheckedBallot {
        id: Uuid::from_u128(100 + u128::from(n)),
        campaign: campaign.id,
        instrument: campaign.instrument,
        service_point: None,
        unit: books.units.iter().find(|unit| unit.code == "P").map(|unit| unit.id),
        procedure: None,
        channel: Channel::InPerson,
        sampling: Sampling::Kiosk,
        day: day::from_number(20_260_331).expect("a day"),
        answers: vec![Mark::Level(1 + n % 5), Mark::Blank, Mark::NotApplicable, Mark::Level(5)],
        comment: None,
        respondent,
        consents: Vec::new(),
    }
}

/// Four ballots with answers, kept as ever, beside one that is blank.
pub(in crate::store) async fn ballots_of(db: &Db) -> Vec<CheckedBallot> {
    units(db, TREE).await;
    crate::import::tests::ballot(db, "2026-03-31").await;
    let books = books::load(db).await.unwrap();
    let respondents = [
        respondent_of(Some(Sex::Female), None),
        respondent_of(Some(Sex::Female), None),
        respondent_of(Some(Sex::Male), Some(Age::Over60)),
        Respondent::default(),
    ];
    let ballots: Vec<_> = (0..).zip(respondents).map(|(n, it)| ballot(&books, n, it)).collect();
    let entry = |ballot| Entry { ballot, hash: [0; 16], invitee: None, begun: i64::MAX };
    let entries: Vec<Entry> = ballots.iter().cloned().map(entry).collect();
    ballots::keep(db, &mut Memory::default(), &entries).await.unwrap();
    ballots
}

/// The same, counted by the made-up key and by nothing else.
async fn counted(db: &Db) -> Vec<CheckedBallot> {
    let ballots = ballots_of(db).await;
    let mut tx = db.begin().await.unwrap();
    within!(&mut tx, conn => {
        sqlx::query("delete from tallies").execute(conn).await.unwrap();
    });
    let all: Vec<&CheckedBallot> = ballots.iter().collect();
    add_by(by_respondent, &mut tx, &mut Memory::default(), &all).await.unwrap();
    tx.commit().await.unwrap();
    ballots
}

/// That the rows are those of these ballots, to the last cell, and no others are there.
async fn assert_rows(db: &Db, ballots: &[CheckedBallot]) {
    let tx = &mut db.snapshot().await.unwrap();
    let mut wanted = TallyRows::new();
    fold(by_respondent, &Forms::all(tx).await.unwrap(), ballots, &mut wanted);
    let stored = anew::all(tx).await.unwrap();
    assert_eq!(stored.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
    for (key, counts) in &wanted {
        let (stored, tallies) = (&stored[key], counts.tallies().collect::<Vec<_>>());
        assert_eq!(stored.tallies().collect::<Vec<_>>(), tallies, "{key}");
        assert!(stored.products().is_some(), "{key}");
        assert_eq!(stored.products(), counts.products(), "{key}");
    }
}

/// The ballot in its row, as whoever changes it reads it.
async fn in_its_row(tx: &mut Tx, id: Uuid) -> CheckedBallot {
    withdrawals::locked(tx, id).await.unwrap().expect("it is kept").ballot(id).unwrap()
}

async fn correct(db: &Db, ballot: &mut CheckedBallot, level: u8, respondent: Respondent) {
    let mut tx = db.begin().await.unwrap();
    let before = in_its_row(&mut tx, ballot.id).await;
    assert_eq!(before, *ballot, "a row holds its ballot exactly");
    let answers = vec![Mark::Level(level), Mark::Level(2), Mark::Blank, Mark::Blank];
    let correction = CheckedCorrection { answers, comment: None, respondent, consents: Vec::new() };
    let now = corrections::rewrite(&mut tx, &before, &correction, 20_260_401).await.unwrap();
    change_by(by_respondent, &mut tx, &before, Some(&now)).await.unwrap();
    assert_eq!(in_its_row(&mut tx, ballot.id).await, now, "the row holds what was put into it");
    tx.commit().await.unwrap();
    *ballot = now;
}

#[tokio::test]
async fn counts_follow_a_ballot_into_another_row_and_go_with_it() {
    for world in worlds().await {
        let db = &world.db;
        let mut ballots = counted(db).await;
        assert_rows(db, &ballots).await;
        // Into a row that is there, out of one that then is empty, and where nothing changes but the
        // answers.
        correct(db, &mut ballots[0], 3, respondent_of(Some(Sex::Male), Some(Age::Over60))).await;
        assert_rows(db, &ballots).await;
        correct(db, &mut ballots[1], 4, respondent_of(None, Some(Age::From18))).await;
        assert_rows(db, &ballots).await;
        correct(db, &mut ballots[1], 1, respondent_of(None, Some(Age::From18))).await;
        assert_rows(db, &ballots).await;
        while let Some(gone) = ballots.pop() {
            let mut tx = db.begin().await.unwrap();
            let before = in_its_row(&mut tx, gone.id).await;
            change_by(by_respondent, &mut tx, &before, None).await.unwrap();
            tx.commit().await.unwrap();
            assert_rows(db, &ballots).await;
        }
        world.end().await;
    }
}
