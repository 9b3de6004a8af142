//! What is kept, what is refused, and that every fault is named.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::{
    books::{
        campaign::Campaign,
        catalogue::{ServicePoint, UnitVersion},
    },
    code::Sampling,
    day::Period,
    words::Words,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn period(from: &str, to: Option<&str>) -> Period {
    Period { from: day(from), to: to.map(day) }
}

fn books() -> Catalogue {
    let set: Instrument = serde_json::from_str(crate::ballot::instrument::BUILT_IN[0]).unwrap();
    let campaign = Campaign {
        id: 1,
        code: "spring".into(),
        title: Words::default(),
        instrument: 5,
        period: period("2026-01-01", Some("2026-06-30")),
        sampling: Sampling::CounterQr,
        takes: Vec::new(),
        channel: Channel::InPerson,
        unit: Some(30),
        quota: None,
        closed: None,
    };
    let unit = UnitVersion {
        id: 3,
        unit: 30,
        code: "VP".into(),
        name: Words::default(),
        parent: None,
        decision: String::new(),
        note: String::new(),
        period: period("2020-01-01", Some("2026-03-31")),
    };
    let point = ServicePoint {
        id: 9,
        code: "q1".into(),
        name: Words::default(),
        channel: Channel::InPerson,
        units: Vec::new(),
        procedures: Vec::new(),
        period: period("2020-01-01", None),
        kiosk: 0,
    };
    Catalogue {
        instruments: [(5, set)].into(),
        campaigns: [("spring".into(), campaign)].into(),
        service_points: [("q1".into(), point)].into(),
        units: vec![unit],
        ..Catalogue::default()
    }
}

fn ballot() -> Ballot {
    Ballot {
        id: "0190f3c1-0000-7000-8000-000000000001".into(),
        campaign: "spring".into(),
        answers: vec![
            Answer { item: "A1".into(), level: Some(4) },
            Answer { item: "E1".into(), level: None },
        ],
        ..Ballot::default()
    }
}

fn reasons(ballot: &Ballot, on: &str) -> Vec<(String, Reason)> {
    match ballot.check(&books(), day(on)) {
        Ok(_) => Vec::new(),
        Err(faults) => {
            faults.into_iter().map(|fault| (fault.field().to_owned(), fault.reason)).collect()
        }
    }
}

#[test]
fn a_good_ballot_is_stamped_with_the_unit_as_it_was() {
    let checked = ballot().check(&books(), day("2026-02-01")).unwrap();
    assert_eq!(
        (checked.unit, checked.instrument, checked.channel),
        (Some(3), 5, Channel::InPerson)
    );
    assert_eq!(checked.answers[0], Mark::Level(4));
    assert_eq!(checked.answers[1], Mark::Blank);
    assert_eq!(checked.answers[13], Mark::NotApplicable);
}

#[test]
fn every_fault_is_named_at_once() {
    let mut bad = ballot();
    bad.id = "7".into();
    bad.unit = Some("nowhere".into());
    bad.procedure = Some("9.9".into());
    bad.service_point = Some("x".into());
    bad.instrument = Some("sipas-service/2".into());
    bad.comment = Some("x".repeat(2001));
    for (item, level) in [("A1", 5), ("Z9", 1), ("B1", 6), ("I1", 4), ("B2", 0)] {
        bad.answers.push(Answer { item: item.into(), level: Some(level) });
    }
    let found = reasons(&bad, "2026-02-01");
    let expected = [
        ("id", Reason::BadId),
        ("service_point", Reason::UnknownServicePoint),
        ("procedure", Reason::UnknownProcedure),
        ("unit", Reason::UnknownUnit),
        ("instrument", Reason::OtherVersion),
        ("answers.A1", Reason::Repeated),
        ("answers.Z9", Reason::UnknownItem),
        ("answers.B1", Reason::LevelOutOfRange(5)),
        ("answers.I1", Reason::LevelOutOfRange(3)),
        ("answers.B2", Reason::LevelOutOfRange(5)),
        ("comment", Reason::TooLong(2000)),
    ];
    assert_eq!(found, expected.map(|(field, reason)| (field.to_owned(), reason)));
}

const INVITATION: &str = "AAAA-BBBB-CCCC-DDEE-FFGG-HHJJ-KKMM";
const KIOSK: &str = "AAAA-BBBB-CCCC-DD";

/// A ballot's kind by its token and whether it names the counter, or why it is not taken.
fn kind(
    (sampling, takes): (Sampling, &[Sampling]),
    token: Option<&str>,
    is_at_point: bool,
) -> Result<Sampling, Reason> {
    let mut books = books();
    let campaign = books.campaigns.get_mut("spring").unwrap();
    (campaign.sampling, campaign.takes) = (sampling, takes.to_vec());
    let ballot = Ballot {
        token: token.map(str::to_owned),
        service_point: is_at_point.then(|| "q1".to_owned()),
        ..ballot()
    };
    let checked = ballot.check(&books, day("2026-02-01"));
    checked.map(|checked| checked.sampling).map_err(|faults| faults[0].reason)
}

#[test]
fn a_kind_follows_from_the_way_in_and_never_from_the_campaign() {
    for sampling in Sampling::ALL.iter().copied() {
        let kind = |token, is_at_point| kind((sampling, &[]), token, is_at_point);
        assert_eq!(kind(None, false), Ok(Sampling::OpenLink), "{sampling:?}");
        assert_eq!(kind(None, true), Ok(Sampling::CounterQr), "{sampling:?}");
        assert_eq!(kind(Some(KIOSK), true), Ok(Sampling::Kiosk), "{sampling:?}");
        let listed = match sampling {
            Sampling::RandomList => Sampling::RandomList,
            _ => Sampling::AllCompletedDossiers,
        };
        for token in [INVITATION, "t", ""] {
            assert_eq!(kind(Some(token), true), Ok(listed), "{sampling:?} {token}");
        }
        assert_eq!(kind(Some(KIOSK), false), Ok(listed), "a kiosk stands somewhere");
    }
}

#[test]
fn a_campaign_takes_the_kinds_it_names_and_whoever_it_invited() {
    let counter = (Sampling::OpenLink, [Sampling::CounterQr, Sampling::Kiosk]);
    let kind = |token, is_at_point| kind((counter.0, &counter.1), token, is_at_point);
    assert_eq!(kind(None, false), Err(Reason::OtherWay));
    assert_eq!(kind(None, true), Ok(Sampling::CounterQr));
    assert_eq!(kind(Some(KIOSK), true), Ok(Sampling::Kiosk));
    assert_eq!(kind(Some(INVITATION), false), Ok(Sampling::AllCompletedDossiers));
    let random = (Sampling::OpenLink, [Sampling::RandomList]);
    let kind = |token| self::kind((random.0, &random.1), token, false);
    assert_eq!(kind(Some(INVITATION)), Ok(Sampling::RandomList), "its list's kind");
    assert_eq!(kind(None), Err(Reason::OtherWay));
}

#[test]
fn what_is_kept_of_a_ballot_does_not_depend_on_its_token() {
    let said = |token: Option<&str>| {
        let ballot = Ballot { token: token.map(str::to_owned), ..ballot() };
        serde_json::to_string(&ballot.content()).unwrap()
    };
    assert_eq!(said(Some("t")), said(None));
}

#[test]
fn a_campaign_takes_ballots_on_its_days_only() {
    assert_eq!(reasons(&ballot(), "2025-12-31"), [("campaign".into(), Reason::NotOpenYet)]);
    assert_eq!(reasons(&ballot(), "2026-06-30"), []);
    assert_eq!(reasons(&ballot(), "2026-07-01"), [("campaign".into(), Reason::Closed)]);
}

#[test]
fn a_unit_named_outside_its_time_is_refused() {
    let mut late = ballot();
    late.unit = Some("VP".into());
    assert_eq!(reasons(&late, "2026-04-01"), [("unit".into(), Reason::NotValidThen)]);
    assert_eq!(ballot().check(&books(), day("2026-04-01")).unwrap().unit, None);
}

#[test]
fn an_empty_ballot_is_refused_and_a_comment_alone_is_kept() {
    let mut empty = ballot();
    empty.answers.clear();
    empty.comment = Some(" \u{200b}\0 ".into());
    assert_eq!(reasons(&empty, "2026-02-01"), [("answers".into(), Reason::Empty)]);
    empty.comment = Some("Ca\u{301}m ơn".into());
    let checked = empty.check(&books(), day("2026-02-01")).unwrap();
    assert_eq!(checked.comment.as_deref(), Some("Cám ơn"));
}

#[test]
fn too_many_answers_are_one_fault_and_not_looked_at() {
    let mut many = ballot();
    many.answers = vec![Answer { item: "A1".into(), level: Some(4) }; 9000];
    let found = reasons(&many, "2026-02-01");
    assert_eq!(found[0], ("answers".into(), Reason::TooMany(MOST_ANSWERS)));
    assert!(found.len() <= MOST_ANSWERS);
}

#[test]
fn the_limit_counts_letters_as_people_do_and_never_cuts() {
    let mut long = ballot();
    let too_long = [("comment".to_owned(), Reason::TooLong(2000))];
    for letter in ["e\u{301}", "x\u{301}", "👨🏽\u{200d}👩🏽\u{200d}👧🏽\u{200d}👦🏽", "🇻🇳"]
    {
        long.comment = Some(letter.repeat(2000));
        assert_eq!(reasons(&long, "2026-02-01"), [], "{letter}");
        long.comment = Some(letter.repeat(2001));
        assert_eq!(reasons(&long, "2026-02-01"), too_long, "{letter}");
    }
    long.comment = Some(["x", &"\u{301}".repeat(32_000)].concat());
    assert_eq!(reasons(&long, "2026-02-01"), too_long, "marks without end on one letter");
}

proptest! {
    #[test]
    fn packed_marks_read_back(nibbles in prop::collection::vec(0u8..=6, 0..40)) {
        let marks: Vec<Mark> = nibbles.iter().map(|n| unpack(&[*n]).unwrap()[0]).collect();
        let mut read = unpack(&pack(&marks)).unwrap();
        read.truncate(marks.len());
        prop_assert_eq!(read, marks);
    }
}

#[test]
fn what_ended_since_its_form_was_shown_is_taken_as_of_then() {
    let mut books = books();
    let open = |text: &str| crate::day::start_of(day(text)).timestamp_millis();
    let closing = open("2026-03-10");
    books.campaigns.get_mut("spring").unwrap().closed = Some(closing);
    let ballot = Ballot { service_point: Some("q1".into()), ..ballot() };
    let closed = |checked: Result<CheckedBallot, Vec<Fault>>| {
        checked.is_err_and(|faults| faults == [Fault::new("campaign", Reason::Closed)])
    };
    assert!(closed(ballot.check(&books, day("2026-03-09"))), "closed for good, as of now");
    let taken = ballot.check_begun(&books, closing - 1, day("2026-03-09")).unwrap();
    assert_eq!((taken.day, taken.unit), (day("2026-03-09"), Some(3)));
    assert!(closed(ballot.check_begun(&books, closing, day("2026-03-10"))));
    books.service_points.get_mut("q1").unwrap().period = period("2020-01-01", Some("2026-03-09"));
    assert!(ballot.check_begun(&books, closing - 1, day("2026-03-09")).is_ok());
    assert!(ballot.check(&books, day("2026-03-10")).is_err());
}

#[test]
fn a_portal_s_link_is_any_link() {
    let mut books = books();
    let answers = vec![Answer { item: "B1".into(), level: Some(4) }];
    let ballot = Ballot { service_point: Some("q1".into()), answers, ..ballot() };
    let mut kind = |channel| {
        books.service_points.get_mut("q1").unwrap().channel = channel;
        ballot.check(&books, day("2026-03-01")).unwrap().sampling
    };
    assert_eq!(kind(Channel::Online), Sampling::OpenLink);
    assert_eq!([Channel::InPerson, Channel::Post].map(kind), [Sampling::CounterQr; 2]);
}
