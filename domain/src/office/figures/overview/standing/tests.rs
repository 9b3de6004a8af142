//! What is said of a page's comparisons, in which order, and what is not said.

use super::*;
use crate::{
    figures::{
        claim::{FLOOR, Kind, Told},
        index::By,
        share::{Method, Share},
    },
    office::figures::{overview::Against, trend::Trend},
};

fn measure(num: u64, n: u64) -> Measure {
    Measure {
        share: Share { num, den: n },
        people: n,
        ballots: n,
        products: None,
        ..Measure::default()
    }
}

fn compared((num, n): (u64, u64), (before, of): (u64, u64)) -> Compared {
    let basis = Basis {
        kind: Kind::Index,
        units: Vec::new(),
        of: None,
        scheme: "calendar".into(),
        period: "2026-10".into(),
        method: Method::TopTwo,
        instrument: "quick/1".into(),
        share: Share { num, den: n },
        n,
        people: None,
        interval: None,
        floor: FLOOR,
    };
    Compared::of(basis, measure(num, n), measure(before, of))
}

fn verdicts(all: &[Compared], places: Places) -> Vec<Verdict> {
    decide(all, places).iter().map(verdict).collect()
}

#[test]
fn few_answers_decide_nothing_however_far_apart() {
    let all = [
        compared((0, 1), (900, 1000)),
        compared((0, 9), (900, 1000)),
        compared((0, 20), (5, 5)),
        compared((0, 20), (900, 1000)),
    ];
    use Verdict::{Down, TooFew};
    assert_eq!(verdicts(&all, Places::List), [TooFew, TooFew, TooFew, Down]);
}

#[test]
fn what_would_pass_alone_is_heard_with_all_others() {
    // Newcombe: 48/60 after 540/600 is p = 0.03 alone.
    let one = compared((48, 60), (540, 600));
    let calm = compared((54, 60), (540, 600));
    assert_eq!(verdicts(std::slice::from_ref(&one), Places::List), [Verdict::Down]);
    let mut many = vec![calm; 20];
    many.push(one);
    assert_eq!(verdicts(&many, Places::List)[20], Verdict::NotSeen);
    let clear = compared((300, 600), (540, 600));
    many.push(clear);
    for places in [Places::List, Places::Changes, Places::Units] {
        assert_eq!(verdicts(&many, places)[21], Verdict::Down, "{places:?}");
    }
}

fn row(code: &str, compared: &Compared, change: Claim) -> IndicatorRow {
    IndicatorRow {
        by: Some(By::Unit),
        code: code.into(),
        label: code.into(),
        standing: Standing::of(&change),
        level: Claim::level(compared.basis.clone()),
        before: compared.before,
        change,
        signal: None,
        target: None,
        trend: Trend::default(),
    }
}

fn rows() -> Vec<IndicatorRow> {
    let all = [
        ("calm", compared((540, 600), (5400, 6000))),
        ("better", compared((590, 600), (4800, 6000))),
        ("worse", compared((400, 600), (5400, 6000))),
        ("few", compared((0, 3), (5400, 6000))),
        ("worst", compared((300, 600), (5400, 6000))),
        ("also calm", compared((539, 600), (5400, 6000))),
    ];
    let bases: Vec<Compared> = all.iter().map(|(_, it)| it.clone()).collect();
    let claims = decide(&bases, Places::List);
    all.iter().zip(claims).map(|((code, it), claim)| row(code, it, claim)).collect()
}

#[test]
fn rows_that_need_a_person_come_first_and_undecided_ones_keep_their_order() {
    let mut rows = rows();
    sort(&mut rows);
    let codes: Vec<&str> = rows.iter().map(|row| row.code.as_str()).collect();
    assert_eq!(codes, ["worst", "worse", "calm", "few", "also calm", "better"]);
    let few = &rows[3].level.saying;
    assert_eq!(*few, Saying::Level { told: Told::NotEnough { n: 3, people: None } });
}

fn finding(against: Against, row: IndicatorRow) -> Finding {
    let IndicatorRow { by, code, label, change, before, .. } = row;
    Finding { against, by, code, label, item: None, claim: change, other: before }
}

#[test]
fn three_things_are_said_first_changes_before_places_and_nobody_twice() {
    let all: Vec<Finding> = rows()
        .into_iter()
        .flat_map(|row| [finding(Against::Others, row.clone()), finding(Against::Past, row)])
        .collect();
    let (first, good) = findings(all);
    let told =
        |all: &[Finding]| all.iter().map(|it| (it.against, it.code.clone())).collect::<Vec<_>>();
    let expected = [(Against::Past, "worst".to_owned()), (Against::Past, "worse".to_owned())];
    assert_eq!(told(&first), expected);
    assert_eq!(told(&good), [(Against::Past, "better".to_owned())]);
}
