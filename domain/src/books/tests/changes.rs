//! Single changes: what is refused and where that is said, what is written.

use std::collections::HashMap;

use super::*;
use crate::{
    books::{service_points, units},
    code::Channel,
    office::books::{
        merger::{Merger, Part, Split, Successor},
        service_point::ServicePointChange,
        unit::{NewUnit, NewUnitVersion, UnitVersionChange},
    },
};

fn form(code: &str, parent: &str, from: u64) -> NewUnit {
    let (code, parent) = (code.to_owned(), Some(parent.to_owned()));
    NewUnit { code, name: name("x"), parent, from: day(from).to_string(), ..NewUnit::default() }
}

#[test]
fn a_file_names_the_line_and_a_form_the_field_of_the_same_fault() {
    let books = house();
    let early = Draft { units: vec![line(7, "T", Some("X"), (0, None))], ..Draft::default() };
    let faults = made(&books, early, &Ballots::default()).unwrap_err();
    assert_eq!(named(&faults), [(7, "parent", Reason::UnknownUnit)]);
    assert_eq!(faults[0].detail, "X");
    let mut row = line(0, "A", Some("S"), (5, None));
    row.spot = Spot::under("into.0.").dated("day");
    let draft = Draft { units: vec![row], ..Draft::default() };
    let faults = made(&books, draft, &Ballots::default()).unwrap_err();
    assert_eq!(faults, [Fault::new("day", Reason::Overlap(day(0)))]);
}

#[test]
fn what_a_file_says_already_changes_nothing() {
    let books = house();
    let lines = vec![line(2, "S", None, (0, None)), line(3, "T", Some("S"), (0, None))];
    let outcome = Draft { units: lines, ..Draft::default() }.outcome(&books, &Ballots::default());
    assert_eq!((outcome.new, outcome.changed, outcome.edits.units.len()), (1, 0, 1));
    assert!(outcome.edits.units[0].unit < 0, "its identity is still to be drawn");
}

#[test]
fn every_fault_of_a_new_unit_is_named_with_what_it_names() {
    let form = NewUnit { from: "soon".to_owned(), ..form("A", "X", 0) };
    let faults = units::create(&house(), &form).unwrap_err();
    let expected = [
        (0, "from", Reason::BadDate),
        (0, "code", Reason::Taken),
        (0, "parent", Reason::UnknownUnit),
    ];
    assert_eq!(named(&faults), expected);
}

#[test]
fn every_fault_of_a_changed_unit_is_named_with_its_day() {
    let books = house();
    let (code, parent) = ("B".to_owned(), Some("X".to_owned()));
    let from = day(0).to_string();
    let form = NewUnitVersion { code, parent, from, ..NewUnitVersion::default() };
    let faults = units::version(&books, books.unit("A")[0].unit, &form).unwrap_err();
    let expected = [
        (0, "name.vi", Reason::Missing),
        (0, "code", Reason::Taken),
        (0, "parent", Reason::UnknownUnit),
        (0, "from", Reason::Overlap(day(0))),
    ];
    assert_eq!(named(&faults), expected);
}

#[test]
fn every_fault_of_a_service_point_is_named_with_what_it_serves() {
    let form = ServicePointChange {
        based_on: String::new(),
        name: name(""),
        channel: Channel::InPerson,
        units: Some(vec!["A ".to_owned(), "X".to_owned(), " ".to_owned()]),
        procedures: Some(vec!["9.999999".to_owned()]),
        from: "soon".to_owned(),
        until: None,
    };
    let faults = service_points::change(&house(), "Q1", &form).unwrap_err();
    let expected = [
        (0, "name.vi", Reason::Missing),
        (0, "from", Reason::BadDate),
        (0, "units", Reason::UnknownUnit),
        (0, "procedures", Reason::UnknownProcedure),
    ];
    assert_eq!(named(&faults), expected);
}

#[test]
fn a_renamed_unit_keeps_its_identity_and_what_it_leads() {
    let books = house();
    let unit = books.unit("A")[0].unit;
    let form = NewUnitVersion {
        code: "A2".to_owned(),
        name: name("Mới"),
        parent: Some("S".to_owned()),
        from: day(10).to_string(),
        ..NewUnitVersion::default()
    };
    let (code, draft) = units::version(&books, unit, &form).unwrap();
    let after = made(&books, draft, &Ballots::default()).unwrap();
    assert_eq!((code.as_str(), after.unit("A2")[0].unit), ("A2", unit));
    assert_eq!(after.unit("A")[0].period.to, Some(day(9)));
    assert_eq!(after.unit("A")[0].id, books.unit("A")[0].id, "ballots are stamped with the row");
    assert_eq!(after.procedures, books.procedures);
}

#[test]
fn a_version_with_ballots_may_only_end_after_the_last_of_them() {
    let books = house();
    let old = &books.unit("A")[0];
    let last_days = HashMap::from([(old.id, day(20))]);
    let ballots = Ballots { last_days, ..Ballots::default() };
    let form = |vi: &str, until: u64| UnitVersionChange {
        name: name(vi),
        parent: Some("S".to_owned()),
        until: Some(day(until).to_string()),
        ..UnitVersionChange::default()
    };
    let correct = |form| made(&books, units::correct(&books, old, &form).unwrap(), &ballots);
    let expected = [
        Fault::new("name.vi", Reason::Frozen),
        Fault::new("until", Reason::EndsBeforeBallots(day(20))),
    ];
    assert_eq!(correct(form("B", 19)).unwrap_err(), expected);
    let left = correct(form("A", 20)).unwrap_err();
    let expected = [
        (0, "procedures.1.000003", Reason::LeavesBehind),
        (0, "procedures.1.000006", Reason::LeavesBehind),
    ];
    assert_eq!(named(&left), expected);
}

#[test]
fn a_decision_may_come_after_ballots_that_stay_as_they_are() {
    let books = house();
    let last_days = [(books.unit("A")[0].id, day(20)), (books.unit("B")[0].id, day(20))];
    let ballots = Ballots { last_days: last_days.into(), ..Ballots::default() };
    let renamed = NewUnitVersion {
        code: "A2".to_owned(),
        name: name("Mới"),
        parent: Some("S".to_owned()),
        from: day(10).to_string(),
        ..NewUnitVersion::default()
    };
    let (_, draft) = units::version(&books, books.unit("A")[0].unit, &renamed).unwrap();
    let after = made(&books, draft, &ballots).unwrap();
    assert_eq!(after.unit("A")[0].id, books.unit("A")[0].id, "the row they are stamped with");
    let merger = Merger {
        from: vec!["A".to_owned()],
        into: Successor { code: "B".to_owned(), ..Successor::default() },
        day: day(10).to_string(),
        ..Merger::default()
    };
    let after = made(&books, units::merge(&books, &merger).unwrap(), &ballots).unwrap();
    assert_eq!(after.unit_meant_on("A", day(9)).map(|unit| unit.code.as_str()), Some("A"));
    assert_eq!(after.unit_meant_on("A", day(20)).map(|unit| unit.code.as_str()), Some("B"));
}

#[test]
fn a_unit_below_a_merged_one_is_not_left_when_the_successor_ends() {
    let books = house();
    let (_, draft) = units::create(&books, &form("T", "A", 0)).unwrap();
    let books = made(&books, draft, &Ballots::default()).unwrap();
    let merger = Merger {
        from: vec!["A".to_owned()],
        into: Successor { code: "B".to_owned(), ..Successor::default() },
        day: day(10).to_string(),
        ..Merger::default()
    };
    let books = made(&books, units::merge(&books, &merger).unwrap(), &Ballots::default()).unwrap();
    let ends = Draft { units: vec![line(4, "B", Some("S"), (0, Some(30)))], ..Draft::default() };
    let faults = made(&books, ends, &Ballots::default()).unwrap_err();
    assert_eq!(named(&faults), [(4, "valid_to", Reason::LeavesBehind)]);
    assert_eq!(faults[0].detail, "T");
}

#[test]
fn a_merger_and_then_a_split_pass_every_procedure_on() {
    let books = house();
    let merger = Merger {
        from: vec!["A".to_owned(), "B".to_owned()],
        into: Successor {
            code: "AB".to_owned(),
            name: Some(name("AB")),
            parent: Some("S".to_owned()),
            note: String::new(),
        },
        day: day(10).to_string(),
        ..Merger::default()
    };
    let merged = made(&books, units::merge(&books, &merger).unwrap(), &Ballots::default()).unwrap();
    let of_ab = merged.unit("AB")[0].unit;
    let leads = |books: &Catalogue, code: &str, on: u64| {
        let version = books.procedure_on(code, day(on)).unwrap();
        books.unit_on(version.unit.unwrap(), day(on)).map(|unit| unit.code.clone()).unwrap()
    };
    assert_eq!(leads(&merged, "1.000001", 9), "B");
    assert_eq!(leads(&merged, "1.000001", 10), "AB");
    let led = ["1.000001", "1.000003", "1.000004", "1.000006"];
    let books = merged;
    let part = |code: &str, procedures: &[&str]| Part {
        code: code.to_owned(),
        name: name(code),
        parent: Some("S".to_owned()),
        procedures: procedures.iter().map(|code| (*code).to_owned()).collect(),
        ..Part::default()
    };
    let mut split = Split {
        unit: "AB".to_owned(),
        into: vec![part("X", &led[..2]), part("Y", &led[2..3])],
        day: day(20).to_string(),
        ..Split::default()
    };
    let left = made(&books, units::split(&books, &split).unwrap(), &Ballots::default());
    let expected = [Fault::new("procedures.1.000006", Reason::LeavesBehind)];
    assert_eq!(left.unwrap_err(), expected);
    split.into[1].procedures.push(led[3].to_owned());
    let after = made(&books, units::split(&books, &split).unwrap(), &Ballots::default()).unwrap();
    let then: Vec<String> = led.iter().map(|code| leads(&after, code, 20)).collect();
    assert_eq!(then, ["X", "X", "Y", "Y"]);
    assert_eq!((leads(&after, led[0], 19), after.unit_on(of_ab, day(20))), ("AB".to_owned(), None));
}

#[test]
fn a_unit_goes_into_another_once() {
    let books = house();
    let merger = |day_of: u64| Merger {
        from: vec!["A".to_owned()],
        into: Successor { code: "B".to_owned(), ..Successor::default() },
        day: day(day_of).to_string(),
        ..Merger::default()
    };
    let once = units::merge(&books, &merger(10)).unwrap();
    let books = made(&books, once, &Ballots::default()).unwrap();
    let faults = units::merge(&books, &merger(5)).unwrap_err();
    assert_eq!(faults, [Fault::new("from.A", Reason::Twice)]);
}

#[test]
fn a_repeated_line_names_the_first() {
    let lines = vec![line(2, "T", None, (0, None)), line(5, "T", None, (0, None))];
    let draft = Draft { units: lines, ..Draft::default() };
    let faults = made(&Catalogue::default(), draft, &Ballots::default()).unwrap_err();
    assert_eq!(faults, [Fault::at(5, "code", Reason::Twice).about("2")]);
}
