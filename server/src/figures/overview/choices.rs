//! What else the page can be about: periods with ballots, schemes, units in reach, question sets.

use domain::{
    day::Month,
    figures::publish::scheme::{Length, SCHEMES, Span},
    office::figures::overview::{Choice, Choices},
};

use super::Reader;
use crate::figures::{Lens, series::Series, window::LONGEST};

/// What can be chosen instead of what is shown.
pub(super) fn of(series: &Series, lens: &Lens, reader: &Reader) -> Choices {
    let (books, lang) = (&series.books.catalogue, reader.lang);
    let mut units: Vec<Choice> = books
        .units
        .iter()
        .filter(|it| it.period.to.is_none() && reader.scope.holds(Some(it.unit)))
        .map(|it| Choice { code: it.code.clone(), label: it.name.get(lang).to_owned() })
        .collect();
    units.dedup_by(|a, b| a.code == b.code);
    let mut instruments: Vec<Choice> = books
        .instruments
        .values()
        .map(|set| Choice { code: set.code.clone(), label: set.name.get(lang).to_owned() })
        .collect();
    instruments.sort_by(|a, b| a.code.cmp(&b.code));
    instruments.dedup_by(|a, b| a.code == b.code);
    let schemes = SCHEMES.iter().map(|scheme| scheme.code.to_owned()).collect();
    Choices { periods: periods(series, lens), schemes, units, instruments }
}

/// The running month and those before it, then their quarters and years.
fn periods(series: &Series, lens: &Lens) -> Vec<Choice> {
    let months: Vec<Month> = (0..LONGEST).map(|back| series.running.plus(-back)).collect();
    let mut spans: Vec<Span> = Vec::new();
    for length in Length::ALL {
        for month in &months {
            let span = length.around(*month);
            if !spans.contains(&span) {
                spans.push(span);
            }
        }
    }
    spans.extend(lens.span.filter(|span| !spans.contains(span)));
    spans.iter().map(|span| Choice { code: span.to_string(), label: span.label() }).collect()
}
