//! What the rows of the page are about: factors, units and procedures, in bounded number.

use domain::{Lang, figures::claim::Kind, figures::index::By};

use crate::figures::{
    Lens, labels,
    series::{Items, Series, Slice},
};

/// So many units have a row.
const UNITS: usize = 16;
/// So many procedures have a row.
const PROCEDURES: usize = 8;

/// What a row is about.
#[derive(Clone, Debug)]
pub(super) struct Subject<'a> {
    /// What it is; the whole has none.
    pub(super) by: Option<By>,
    /// What kind of figure its claims are about.
    pub(super) kind: Kind,
    /// Its code.
    pub(super) code: String,
    /// What people call it.
    pub(super) label: String,
    /// The unit, by identity.
    pub(super) unit: Option<i64>,
    /// What of the tallies it counts.
    pub(super) slice: Slice<'a>,
}

/// The rows of a page.
pub(super) struct Subjects<'a> {
    /// Everything the lens shows.
    pub(super) whole: Subject<'a>,
    /// Factors, units, procedures.
    pub(super) rows: Vec<Subject<'a>>,
    /// Every unit, also those without a row.
    pub(super) units: Vec<Subject<'a>>,
    /// Units and procedures without a row.
    pub(super) left_out: usize,
}

impl<'a> Subjects<'a> {
    /// The subjects of a series. One unit alone, or one procedure, would repeat the whole.
    pub(super) fn of(series: &'a Series, lens: &Lens, lang: Lang) -> Self {
        let units: Vec<Subject> =
            series.units().into_iter().filter_map(|unit| unit_of(series, unit, lang)).collect();
        let procedures: Vec<Subject> = series
            .procedures()
            .into_iter()
            .filter_map(|procedure| procedure_of(series, procedure, lang))
            .collect();
        let mut rows = factors(series, lang);
        let mut left_out = 0;
        for (all, most) in [(&units, UNITS), (&procedures, PROCEDURES)] {
            let kept = busiest(series, all, most);
            left_out += all.len() - kept.len();
            rows.extend(kept.into_iter().filter(|_| all.len() > 1));
        }
        Self { whole: Subject::whole(lens, series), rows, units, left_out }
    }
}

impl Subject<'_> {
    /// Everything that a lens shows.
    fn whole(lens: &Lens, series: &Series) -> Self {
        let unit = lens.unit.and_then(|unit| series.books.catalogue.newest(unit));
        Self {
            by: None,
            kind: Kind::Index,
            code: unit.map(|version| version.code.clone()).unwrap_or_default(),
            label: String::new(),
            unit: lens.unit,
            slice: Slice::default(),
        }
    }

    /// What of the tallies one procedure or channel counts.
    pub(super) fn part(by: By, key: i64) -> Slice<'static> {
        match by {
            By::Procedure => Slice { procedure: Some(key), ..Slice::default() },
            _ => Slice { channel: Some(key), ..Slice::default() },
        }
    }
}

fn factors(series: &Series, lang: Lang) -> Vec<Subject<'_>> {
    let factors = series.set().map(|set| set.factors.as_slice()).unwrap_or_default();
    factors
        .iter()
        .map(|factor| {
            let (code, label) = (factor.code.clone(), factor.name.get(lang).to_owned());
            let slice = Slice { items: Items::Factor(&factor.code), ..Slice::default() };
            Subject { by: Some(By::Factor), kind: Kind::Factor, code, label, unit: None, slice }
        })
        .collect()
}

fn unit_of(series: &Series, unit: i64, lang: Lang) -> Option<Subject<'static>> {
    let books = &series.books.catalogue;
    let version = books.newest(unit)?;
    Some(Subject {
        by: Some(By::Unit),
        kind: Kind::Index,
        code: version.code.clone(),
        label: labels::unit(books, unit, lang),
        unit: Some(unit),
        slice: Slice { units: Some(books.family(unit)), ..Slice::default() },
    })
}

fn procedure_of(series: &Series, procedure: i64, lang: Lang) -> Option<Subject<'static>> {
    let versions = &series.books.catalogue.procedures;
    let version = versions.iter().rfind(|version| version.procedure == procedure)?;
    Some(Subject {
        by: Some(By::Procedure),
        kind: Kind::Index,
        code: version.code.clone(),
        label: version.name.get(lang).to_owned(),
        unit: None,
        slice: Subject::part(By::Procedure, procedure),
    })
}

/// Those with the most people in the last twelve months, in the order of the books.
fn busiest<'a>(series: &Series, all: &[Subject<'a>], most: usize) -> Vec<Subject<'a>> {
    let people = |subject: &Subject| series.measure(&subject.slice, series.window.year()).people;
    let mut counted: Vec<(u64, &Subject)> =
        all.iter().map(|subject| (people(subject), subject)).collect();
    counted.sort_by_key(|(people, _)| std::cmp::Reverse(*people));
    let mut kept: Vec<Subject> =
        counted.into_iter().take(most).map(|(_, subject)| subject.clone()).collect();
    kept.sort_by(|a, b| a.code.cmp(&b.code));
    kept
}
