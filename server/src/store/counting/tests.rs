//! What is asked rarely is counted from the ballots, once, and again as soon as one of them changes.

use domain::{
    CheckedBallot, Tally,
    ballot::{CheckedCorrection, respondent::Sex},
};

use super::*;
use crate::store::{
    ballots::{self, Entry},
    corrections,
    tallies::{
        Memory,
        tests::{ballots_of, respondent_of},
    },
    tests::worlds,
    withdrawals,
};

const MARCH: RangeInclusive<i64> = 20_260_301..=20_260_331;

fn by_sex() -> Cut {
    Cut { by: Attribute::Sex, days: MARCH, units: None }
}

/// Ballots by sex, and whether they were counted just now.
async fn ask(cuts: &Cuts, db: &Db, cut: &Cut) -> (Vec<(i64, u64)>, bool) {
    let mut heard = None;
    let groups = cuts.ask(db, cut, &mut |ballots, of| heard = Some((ballots, of))).await.unwrap();
    if let Some((ballots, of)) = heard {
        assert_eq!(ballots, of, "at the end all are counted");
    }
    let groups = groups.iter().map(|((_, value), counts)| (*value, counts.ballots()));
    (groups.collect(), heard.is_some())
}

async fn correct(db: &Db, ballot: &CheckedBallot, sex: Option<Sex>) {
    let answers = ballot.answers.clone();
    let respondent = respondent_of(sex, None);
    let correction = CheckedCorrection { answers, comment: None, respondent, consents: vec![] };
    let mut tx = db.begin().await.unwrap();
    corrections::correct(&mut tx, ballot.id, &correction, 20_260_401).await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_cut_is_remembered_until_a_ballot_is_added_corrected_or_taken_back() {
    for world in worlds().await {
        let (db, cuts, cut) = (&world.db, Cuts::default(), by_sex());
        let ballots = ballots_of(db).await;
        assert_eq!(ask(&cuts, db, &cut).await, (vec![(0, 2), (1, 2), (2, 1)], true));
        assert_eq!(ask(&cuts, db, &cut).await, (vec![(0, 2), (1, 2), (2, 1)], false));
        // No tally holds the sex: they all stay what they are.
        correct(db, &ballots[0], Some(Sex::Male)).await;
        assert_eq!(ask(&cuts, db, &cut).await, (vec![(0, 2), (1, 1), (2, 2)], true));
        assert_eq!(ask(&cuts, db, &cut).await, (vec![(0, 2), (1, 1), (2, 2)], false));
        // One goes and another one comes: there are as many as before.
        let mut tx = db.begin().await.unwrap();
        assert!(withdrawals::withdraw(&mut tx, ballots[0].id, 20_260_401).await.unwrap());
        tx.commit().await.unwrap();
        let id = uuid::Uuid::from_u128(900);
        let ballot =
            CheckedBallot { id, respondent: respondent_of(None, None), ..ballots[0].clone() };
        let entry = Entry { ballot, hash: [0; 16], invitee: None, begun: i64::MAX };
        ballots::keep(db, &mut Memory::default(), &[entry]).await.unwrap();
        assert_eq!(ask(&cuts, db, &cut).await, (vec![(0, 3), (1, 1), (2, 1)], true));
        world.end().await;
    }
}

#[tokio::test]
async fn a_cut_holds_its_days_its_units_and_every_answer() {
    for world in worlds().await {
        let (db, cuts) = (&world.db, Cuts::default());
        let ballots = ballots_of(db).await;
        let unit = ballots[0].unit.unwrap();
        let of = |units: i64| Cut { units: Some(BTreeSet::from([units])), ..by_sex() };
        assert_eq!(ask(&cuts, db, &of(unit)).await.0, [(0, 2), (1, 2), (2, 1)]);
        assert!(ask(&cuts, db, &of(0)).await.0.is_empty());
        let april = Cut { days: 20_260_401..=20_260_430, ..by_sex() };
        assert!(ask(&cuts, db, &april).await.0.is_empty());
        let groups = cuts.ask(db, &by_sex(), &mut |_, _| ()).await.unwrap();
        let male = &groups[&(ballots[0].instrument, Sex::Male.number())];
        // The third ballot: level 3, a blank, "không áp dụng", level 5.
        let cell = |levels, na| Tally { levels, na };
        let wanted = [
            (0, cell([0; 5], 1)),
            (1, cell([0, 0, 1, 0, 0], 0)),
            (3, cell([0; 5], 1)),
            (4, cell([0, 0, 0, 0, 1], 0)),
        ];
        assert_eq!(male.tallies().collect::<Vec<_>>(), wanted);
        world.end().await;
    }
}
