//! Published months in a row.

use domain::{
    Share,
    day::Month,
    figures::{
        index::{By, Index, IndexRow, Precision},
        interval,
        publish::table::METHOD,
        share::decimal,
    },
};

use super::edition::Edition;

/// The whole of each month, and all of them together as far as their rows tell it themselves.
pub(super) fn index<'a>(
    months: impl Iterator<Item = (&'a str, Vec<Edition>)>,
    set: &str,
    demo: bool,
) -> Index {
    let of_set = |(period, editions): (&'a str, Vec<Edition>)| {
        let edition = editions.into_iter().find(|edition| edition.instrument == set)?;
        let label = Month::read(period).map(Month::label).unwrap_or_default();
        Some(IndexRow { key: period.to_owned(), label, ..edition.total })
    };
    let rows: Vec<IndexRow> = months.filter_map(of_set).collect();
    Index {
        method: METHOD,
        instrument: set.to_owned(),
        by: By::Month,
        sampling: Vec::new(),
        demo,
        total: total(&rows),
        rows,
        named: None,
        comparable: Vec::new(),
    }
}

fn total(rows: &[IndexRow]) -> IndexRow {
    let sum = |of: fn(&IndexRow) -> Option<u64>| rows.iter().map(of).sum::<Option<u64>>();
    let Some(n) = sum(|row| row.n) else {
        return IndexRow { suppressed: true, ..IndexRow::default() };
    };
    let bare = IndexRow { n: Some(n), precision: Precision::Whole, ..IndexRow::default() };
    let Some((num, den)) = sum(|row| row.num).zip(sum(|row| row.den)) else { return bare };
    let share = Share { num, den };
    let ends = interval::of_index(share, METHOD, n);
    IndexRow {
        num: Some(num),
        den: Some(den),
        percent: share.percent().map(decimal),
        ci_low: ends.map(|(low, _)| decimal(low)),
        ci_high: ends.map(|(_, high)| decimal(high)),
        precision: Precision::Hundredths,
        ..bare
    }
}
