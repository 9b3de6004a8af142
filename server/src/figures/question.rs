//! A question about the index: as it is asked, and as it can be answered.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use domain::{
    Fault, Instrument, Method, Reason, Scope,
    day::{self, Month},
    figures::index::By,
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{node::Node, problem::Problem, store};

/// A question as it arrives.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct IndexQuery {
    /// `unit` (the default), `procedure`, `factor`, `item`, `month`, `channel` or `sampling`.
    pub by: Option<String>,
    /// The first month, `YYYY-MM`; a full date must be the first of its month.
    pub from: Option<String>,
    /// The last month, `YYYY-MM`; a full date must be the last of its month.
    pub to: Option<String>,
    /// Only this unit and those below it.
    pub unit: Option<String>,
    /// Only this procedure.
    pub procedure: Option<String>,
    /// The question set, `code` or `code/version`; otherwise the one with the newest ballots. By month
    /// the earlier versions that it follows are joined in what all ask alike, unless a version is named.
    pub instrument: Option<String>,
    /// `T2B` (the default) or `MEAN5`.
    pub method: Option<String>,
}

/// A question with nothing wrong.
#[derive(Clone, Debug)]
pub struct Question {
    /// What the rows are.
    pub by: By,
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
    /// Only these units, by identity.
    pub units: Option<Vec<i64>>,
    /// Only this procedure, by identity.
    pub procedure: Option<i64>,
    /// The instrument's row; none where no ballot is kept yet.
    pub instrument: Option<i64>,
    /// The method.
    pub method: Method,
    /// Whether earlier versions of the instrument are joined: by month, unless one version is named.
    pub joins: bool,
}

impl Question {
    /// The same as far as a reader's right reaches; nothing where all of it is beyond.
    pub fn within(mut self, scope: &Scope) -> Option<Self> {
        self.units = within(self.units, scope)?;
        Some(self)
    }

    /// Whether it is about ballots of a unit and a procedure, both by identity.
    pub fn asks_of(&self, unit: i64, procedure: i64) -> bool {
        self.units.as_ref().is_none_or(|family| family.contains(&unit))
            && self.procedure.is_none_or(|wanted| wanted == procedure)
    }

    /// The months, by their numbers.
    pub fn months(&self) -> RangeInclusive<i64> {
        self.from.number()..=self.to.number()
    }
}

impl IndexQuery {
    /// Checks the question and names every fault. An empty value counts as not given.
    pub async fn check(&self, node: &Node) -> Result<Question, Problem> {
        let books = node.books();
        let mut faults = Vec::new();
        let by = non_empty(&self.by).map_or(Some(By::Unit), By::read);
        note(by.is_none(), "by", Reason::UnknownChoice, &mut faults);
        let method = non_empty(&self.method).map_or(Some(Method::default()), Method::read);
        note(method.is_none(), "method", Reason::UnknownMethod, &mut faults);
        let from = non_empty(&self.from).map(first_month);
        note(from == Some(None), "from", Reason::BadDate, &mut faults);
        let to = non_empty(&self.to).map(last_month);
        note(to == Some(None), "to", Reason::BadDate, &mut faults);
        if let (Some(Some(from)), Some(Some(to))) = (from, to) {
            note(to < from, "to", Reason::EndsBeforeItBegins, &mut faults);
        }
        let units = non_empty(&self.unit).map(|code| books.catalogue.unit(code).first());
        note(matches!(units, Some(None)), "unit", Reason::UnknownUnit, &mut faults);
        let procedure =
            non_empty(&self.procedure).map(|code| books.catalogue.procedure(code).first());
        note(matches!(procedure, Some(None)), "procedure", Reason::UnknownProcedure, &mut faults);
        let instrument = non_empty(&self.instrument).map(|key| books.catalogue.instrument(key));
        note(
            matches!(instrument, Some(None)),
            "instrument",
            Reason::UnknownInstrument,
            &mut faults,
        );
        let (Some(by), Some(method), true) = (by, method, faults.is_empty()) else {
            return Err(Problem::faults(faults));
        };
        let instrument = meant(node, instrument.flatten(), &self.instrument).await?;
        Ok(Question {
            by,
            method,
            from: from.flatten().unwrap_or(Month::FIRST),
            to: to.flatten().unwrap_or(Month::LAST),
            units: units.flatten().map(|version| books.catalogue.family(version.unit)),
            procedure: procedure.flatten().map(|version| version.procedure),
            instrument,
            joins: by == By::Month && !is_version(&self.instrument),
        })
    }
}

/// Units as far as a reader's right reaches, nothing for all of them; none of it where all are beyond.
pub(super) fn within(units: Option<Vec<i64>>, scope: &Scope) -> Option<Option<Vec<i64>>> {
    let Some(own) = scope.units() else { return Some(units) };
    let units: Vec<i64> = match units {
        Some(units) => units.into_iter().filter(|unit| own.contains(unit)).collect(),
        None => own.iter().copied().collect(),
    };
    (!units.is_empty()).then_some(Some(units))
}

/// The row of the instrument that is meant: a code alone means the version that people answer.
pub(super) async fn meant(
    node: &Node,
    found: Option<(i64, &Instrument)>,
    named: &Option<String>,
) -> Result<Option<i64>, Problem> {
    match found {
        Some((id, set)) if !is_version(named) => {
            Ok(newest(node, Some(&set.code)).await?.or(Some(id)))
        }
        Some((id, _)) => Ok(Some(id)),
        None => newest(node, None).await,
    }
}

/// Whether an instrument is named with its version.
pub(super) fn is_version(named: &Option<String>) -> bool {
    named.as_deref().is_some_and(|named| named.contains('/'))
}

/// The instrument, of those with a code or of all, with a ballot in the newest month: what a reader most
/// likely asks about.
async fn newest(node: &Node, code: Option<&str>) -> Result<Option<i64>, Problem> {
    let books = node.books();
    let sets = books.catalogue.instruments.iter();
    let sets = sets.filter(|(_, set)| code.is_none_or(|code| set.code == code));
    let mut ids: Vec<i64> = sets.map(|(id, _)| *id).collect();
    ids.sort_unstable_by(|a, b| b.cmp(a));
    let mut newest = None;
    for id in ids {
        let month = store::index::newest_month(&node.db, id).await?;
        newest = newest.max(month.map(|month| (month, id)));
    }
    Ok(newest.map(|(_, id)| id))
}

pub(super) fn non_empty(value: &Option<String>) -> Option<&str> {
    value.as_deref().filter(|value| !value.is_empty())
}

pub(super) fn note(wrong: bool, field: &str, reason: Reason, faults: &mut Vec<Fault>) {
    if wrong {
        faults.push(Fault::new(field, reason));
    }
}

fn first_month(text: &str) -> Option<Month> {
    let whole = |day: NaiveDate| (day.day() == 1).then(|| Month::of(day));
    Month::read(text).or_else(|| day::read(text).and_then(whole))
}

fn last_month(text: &str) -> Option<Month> {
    let whole = |day: NaiveDate| (day::next(day).day() == 1).then(|| Month::of(day));
    Month::read(text).or_else(|| day::read(text).and_then(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_months_are_taken() {
        assert_eq!(first_month("2026-02-01"), Month::read("2026-02"));
        assert_eq!(last_month("2026-02-28"), Month::read("2026-02"));
        assert_eq!(last_month("2024-02-28"), None);
        assert_eq!(first_month("2026-02-02"), None);
        assert_eq!(last_month("2026-02"), Month::read("2026-02"));
        assert_eq!(first_month("+202601-05-01"), None);
        assert_eq!(last_month("+262142-11-30"), None);
    }
}
