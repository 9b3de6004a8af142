//! A unit that ends leaves nothing behind that goes on: neither a procedure nor a campaign.

use super::*;
use crate::{
    books::{campaign::Campaign, procedures, units},
    code::{Channel, Sampling},
    day as days,
    fault::FileReason,
    office::books::{
        merger::{Merger, Successor},
        procedure::ProcedureChange,
    },
};

/// The house, with a campaign about room `A` that goes on until a day.
fn asking_house(to: Option<u64>) -> Catalogue {
    let mut books = house();
    let campaign = Campaign {
        id: 1,
        code: "dot-1".to_owned(),
        title: name("Đợt 1"),
        instrument: 1,
        period: Period { from: day(0), to: to.map(day) },
        sampling: Sampling::OpenLink,
        channel: Channel::InPerson,
        unit: Some(books.unit("A")[0].unit),
        quota: None,
        takes: Vec::new(),
        closed: None,
    };
    books.campaigns.insert(campaign.code.clone(), campaign);
    books
}

fn lines(lines: Vec<Proposal<UnitText>>) -> Draft {
    Draft { units: lines, ..Draft::default() }
}

fn said(faults: &[Fault]) -> Vec<(usize, &str, &str, &str)> {
    let said = |it: &'_ Fault| (it.line(), it.reason.code());
    faults.iter().map(|it| (said(it).0, it.field(), said(it).1, it.detail.as_str())).collect()
}

#[test]
fn a_line_that_ends_a_unit_names_the_procedures_and_campaigns_it_leaves() {
    let books = asking_house(None);
    let draft = lines(vec![line(7, "A", Some("S"), (0, Some(20)))]);
    let faults = made(&books, draft, &Ballots::default()).unwrap_err();
    assert_eq!(
        said(&faults),
        [
            (7, "valid_to", "leaves_campaign", "dot-1"),
            (7, "valid_to", "leaves_procedure", "1.000003"),
            (7, "valid_to", "leaves_procedure", "1.000006"),
        ]
    );
    assert_eq!(faults[0].reason, FileReason::LeavesCampaign.into());
}

#[test]
fn a_gap_between_two_lines_of_a_unit_is_named_as_well() {
    let books = asking_house(Some(5));
    let gap = vec![line(2, "A", Some("S"), (0, Some(20))), line(3, "A", Some("S"), (22, None))];
    let faults = made(&books, lines(gap), &Ballots::default()).unwrap_err();
    let of = |code| (2, "valid_to", "leaves_procedure", code);
    assert_eq!(said(&faults), [of("1.000003"), of("1.000006")]);
    let whole = vec![line(2, "A", Some("S"), (0, Some(20))), line(3, "A", Some("S"), (21, None))];
    assert!(made(&books, lines(whole), &Ballots::default()).is_ok());
}

#[test]
fn what_ends_before_its_unit_or_was_left_before_is_no_fault() {
    let mut books = asking_house(Some(20));
    books.procedures.retain(|it| it.unit != Some(books.units[0].unit));
    for procedure in &mut books.procedures {
        procedure.period.to = Some(day(20));
    }
    let ends = || lines(vec![line(2, "A", Some("S"), (0, Some(20)))]);
    let after = made(&books, ends(), &Ballots::default()).unwrap();
    // Some older version of the program let this happen: the same file again says nothing new.
    let mut left = after;
    left.procedures.iter_mut().for_each(|it| it.period.to = None);
    assert!(made(&left, ends(), &Ballots::default()).is_ok());
    let later = lines(vec![line(2, "A", Some("S"), (0, Some(19)))]);
    let faults = made(&left, later, &Ballots::default()).unwrap_err();
    assert_eq!(said(&faults), [(2, "valid_to", "leaves_campaign", "dot-1")]);
}

#[test]
fn a_campaign_that_was_closed_is_left_by_nobody() {
    let mut books = asking_house(None);
    books.procedures.clear();
    let closed = days::start_of(day(9)).timestamp_millis();
    books.campaigns.get_mut("dot-1").unwrap().closed = Some(closed);
    let ends = |on| lines(vec![line(2, "A", Some("S"), (0, Some(on)))]);
    assert!(made(&books, ends(9), &Ballots::default()).is_ok());
    assert!(made(&books, ends(8), &Ballots::default()).is_err());
}

#[test]
fn a_merger_into_a_unit_with_an_end_names_what_would_outlive_it() {
    let books = asking_house(None);
    let free = ["1.000001", "1.000004"].map(|code| {
        let change = ProcedureChange {
            unit: Some("C".to_owned()),
            from: day(15).to_string(),
            name: name(code),
            ..ProcedureChange::default()
        };
        (code, change)
    });
    let books = free.iter().fold(books, |books, (code, change)| {
        made(&books, procedures::change(&books, code, change).unwrap(), &Ballots::default())
            .unwrap()
    });
    let ends = lines(vec![line(2, "B", Some("S"), (0, Some(30)))]);
    let books = made(&books, ends, &Ballots::default()).unwrap();
    let merger = Merger {
        from: vec!["A".to_owned()],
        into: Successor { code: "B".to_owned(), ..Successor::default() },
        day: day(10).to_string(),
        ..Merger::default()
    };
    let draft = units::merge(&books, &merger).unwrap();
    let left = |field: &str| Fault::new(field, Reason::LeavesBehind);
    assert_eq!(
        made(&books, draft, &Ballots::default()).unwrap_err(),
        [left("campaigns.dot-1"), left("procedures.1.000003"), left("procedures.1.000006")]
    );
    let lasting =
        Merger { into: Successor { code: "C".to_owned(), ..Successor::default() }, ..merger };
    let draft = units::merge(&books, &lasting).unwrap();
    assert!(made(&books, draft, &Ballots::default()).is_ok());
}
