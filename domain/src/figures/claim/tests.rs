//! One ballot beside 8 145 dossiers, and all that a claim may not say.

use proptest::prelude::*;

use super::*;
use crate::figures::{
    index::Precision,
    share::{Method, Share},
    trend::rules::MDC_2023,
};

fn basis(num: u64, den: u64, people: Option<u64>) -> Basis {
    Basis {
        kind: Kind::Index,
        units: vec!["H19.1".into()],
        of: None,
        scheme: "kstt".into(),
        period: "2026-q3".into(),
        method: Method::TopTwo,
        instrument: "sipas/2024".into(),
        share: Share { num, den },
        n: den,
        people,
        interval: None,
        floor: 10,
    }
}

fn told(num: u64, den: u64) -> Told {
    Told::of(&basis(num, den, None))
}

#[test]
fn one_of_8145_is_never_none_and_never_all() {
    let open = Told::NotEnough { n: 1, people: Some(8145) };
    for num in [0, 1] {
        let one = basis(num, 1, Some(8145));
        assert_eq!(Claim::level(one.clone()).saying, Saying::Level { told: open });
        let loud =
            Decided { verdict: Verdict::Down, interval: Some((-1.0, -0.9)), adjusted: Some(0.0) };
        let silent = Saying::Change { verdict: Verdict::TooFew, interval: None, adjusted: None };
        assert_eq!(Claim::change(one.clone(), &loud).saying, silent);
        let special = Special { improvement: Some(Cause::Point), concern: Some(Cause::Shift) };
        let Saying::Signal { improvement: None, concern: None, .. } =
            Claim::signal(one.clone(), MDC_2023.code, special, true).saying
        else {
            panic!("a signal of one ballot")
        };
        let odds = Odds { hits: 99, of: 100 };
        assert_eq!(Claim::target(one.clone(), Assurance::Never, odds), None);
        let written = serde_json::to_string(&Claim::level(one)).unwrap();
        assert!(!written.contains("10000") && !written.contains("\"hundredths\""), "{written}");
    }
}

#[test]
fn shares_are_told_as_exactly_as_their_people_allow() {
    let percent = |hundredths, precision| Told::Percent { hundredths, precision };
    assert_eq!(told(0, 0), Told::Nobody);
    assert_eq!(told(7, 9), Told::NotEnough { n: 9, people: None });
    assert_eq!(told(7, 10), percent(7000, Precision::Whole));
    assert_eq!(told(2, 3 * 7), percent(1000, Precision::Whole));
    assert_eq!(told(12, 12), percent(9500, Precision::AtLeast));
    assert_eq!(told(0, 12), percent(500, Precision::AtMost));
    assert_eq!(told(83, 99), percent(8400, Precision::Whole));
    assert_eq!(told(84, 100), percent(8400, Precision::Hundredths));
    assert_eq!(told(100, 100), percent(10_000, Precision::Hundredths));
    assert_eq!(told(0, 100), percent(0, Precision::Hundredths));
    assert_eq!(told(1, 8), Told::NotEnough { n: 8, people: None });
    assert_eq!(told(1, 800), percent(13, Precision::Hundredths), "0.125, half up");
    assert_eq!(told(99_999_999, 100_000_000), percent(9999, Precision::AtLeast));
    assert_eq!(told(1, 100_000_000), percent(1, Precision::AtMost));
}

#[test]
fn everybody_is_a_census_and_few_are_still_few() {
    assert!(basis(12, 12, Some(12)).is_census() && !basis(12, 12, Some(13)).is_census());
    assert!(!basis(3, 3, Some(3)).is_enough());
    assert!(!Basis { floor: 0, ..basis(0, 0, None) }.is_enough());
}

#[test]
fn a_claim_carries_its_decision_and_nothing_stronger() {
    let decided = Decided {
        verdict: Verdict::Up,
        interval: Some((0.000_01, 0.1234)),
        adjusted: Some(0.031_5),
    };
    let claim = Claim::change(basis(90, 100, None), &decided);
    let expected =
        Saying::Change { verdict: Verdict::Up, interval: Some((1, 1234)), adjusted: Some(31_500) };
    assert_eq!(claim.saying, expected, "an end above 0 stays above 0");
    assert_eq!(points((-0.5, -0.000_01)), (-5000, -1));
    assert_eq!(points((-0.000_01, 0.000_01)), (-1, 1));
}

#[test]
fn effects_and_targets_keep_their_decisions() {
    let effect = Effect {
        value: 0.1,
        interval: (0.02, 0.18),
        between: 0.0,
        untouched: 11,
        placebos: 0,
        went_apart: false,
        outcome: Outcome::Worked,
    };
    let outcome = |basis| match Claim::initiative(basis, &effect).saying {
        Saying::Initiative { outcome, interval } => (outcome, interval),
        other => panic!("{other:?}"),
    };
    assert_eq!(outcome(basis(90, 100, None)), (Outcome::Worked, (200, 1800)));
    assert_eq!(outcome(basis(1, 1, None)).0, Outcome::Open);
    let odds = Odds { hits: 1, of: 8 };
    let claim = Claim::target(basis(80, 100, None), Assurance::Sometimes, odds).unwrap();
    let expected = Saying::Target { assurance: Assurance::Sometimes, hits: 1, of: 8 };
    assert_eq!(claim.saying, expected);
    let special = Special { improvement: Some(Cause::Shift), concern: None };
    let signal = Claim::signal(basis(80, 100, None), MDC_2023.code, special, false);
    let written = serde_json::to_string(&signal).unwrap();
    assert!(written.contains("\"rules\":\"MDC-2023\"") && written.contains("\"shift\""));
}

proptest! {
    #[test]
    fn all_and_none_need_a_hundred_people_who_all_agree(num in 0u64..3000, rest in 0u64..3000) {
        if let Told::Percent { hundredths, precision } = told(num, num + rest) {
            if hundredths == 0 || hundredths == 10_000 {
                prop_assert!(num + rest >= 100 && (num == 0 || rest == 0));
            }
            if num + rest < 100 {
                prop_assert!(precision != Precision::Hundredths && hundredths % 100 == 0);
            }
        }
    }
}
