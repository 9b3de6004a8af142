//! Official periods, and years, leap days and weeks that no series may trip over.

use super::*;
use crate::{
    day,
    figures::publish::scheme::{SCHEMES, Span},
};

fn days(scheme: &str, kind: &str, first: &str) -> Option<(String, String)> {
    let scheme = Scheme::read(scheme).unwrap();
    let (from, to) = Period::of(scheme, kind, Month::read(first).unwrap())?.days()?;
    Some((from.to_string(), to.to_string()))
}

fn pair(from: &str, to: &str) -> Option<(String, String)> {
    Some((from.to_owned(), to.to_owned()))
}

#[test]
fn official_reports_begin_on_the_fifteenth() {
    assert_eq!(days("kstt", "h", "2026-01"), pair("2025-12-15", "2026-06-14"));
    assert_eq!(days("kstt", "h", "2026-07"), pair("2026-06-15", "2026-12-14"));
    assert_eq!(days("kstt", "n", "2026-01"), pair("2025-12-15", "2026-09-14"));
    assert_eq!(days("kstt", "y", "2026-01"), pair("2025-12-15", "2026-12-14"));
    assert_eq!(days("kstt", "q", "2026-04"), pair("2026-03-15", "2026-06-14"));
    assert_eq!(days("calendar", "m", "2028-02"), pair("2028-02-01", "2028-02-29"));
    assert_eq!(DUTIES[1].within, Some(2));
}

#[test]
fn a_report_nobody_asks_for_is_no_period() {
    assert_eq!(days("kstt", "n", "2026-02"), None);
    assert_eq!(days("kstt", "q", "2026-02"), None);
    assert_eq!(days("1022-hcm", "q", "2026-01"), None);
    assert_eq!(days("kstt", "w", "2026-01"), None);
}

#[test]
fn every_scheme_says_what_it_asks_for() {
    for scheme in SCHEMES {
        assert!(DUTIES.iter().any(|duty| duty.scheme == scheme.code), "{}", scheme.code);
    }
    for duty in DUTIES {
        let is_known = |code: &&str| KINDS.iter().any(|kind| kind.code == *code);
        assert!(duty.kinds.iter().all(is_known) && Scheme::read(duty.scheme).is_some());
    }
}

/// Leap days, weeks 53, year ends: months follow each other without a hole and without a double.
#[test]
fn no_day_is_missed_or_counted_twice() {
    for scheme in SCHEMES {
        let mut expected = None;
        for at in 0..60 {
            let first = Month::read("2024-01").unwrap().plus(at);
            let (from, to) = Period::of(scheme, "m", first).unwrap().days().unwrap();
            assert_eq!(from, expected.unwrap_or(from), "{} {first}", scheme.code);
            expected = Some(day::next(to));
        }
    }
}

#[test]
fn a_year_s_report_is_its_published_year() {
    let scheme = Scheme::read("kstt").unwrap();
    let first = Month::read("2026-01").unwrap();
    let year = Period::of(scheme, "y", first).unwrap();
    assert_eq!(year.days(), scheme.days(Span::read("2026").unwrap()));
    assert_eq!(year.each_month().count(), 12);
    assert_eq!(year.each_month().last(), Month::read("2026-12"));
}

#[test]
fn periods_are_written_as_they_are_read() {
    let calendar = Scheme::read("calendar").unwrap();
    for (text, months) in
        [("2026-08", 1), ("2026-q3", 3), ("2026-h2", 6), ("2026-n", 9), ("2026", 12)]
    {
        let period = Period::read(calendar, text).unwrap();
        assert_eq!((period.to_string().as_str(), period.months), (text, months));
    }
    for bad in [
        "", "2026-q5", "2026-q0", "2026-h3", "2026-n1", "2026-y", "26", "2026-13", "2026-m",
        "2026-+1", "2026-q03",
    ] {
        assert_eq!(Period::read(calendar, bad), None, "{bad}");
    }
    assert_eq!(
        Period::read(Scheme::read("1022-hcm").unwrap(), "2026-q3"),
        None,
        "it has months alone"
    );
}
