//! `POST /api/v1/office/unit-mergers`: units that become one. Their versions end, and whatever names
//! them means the other one from that day on.

use axum::{Json, extract::State, http::StatusCode};
use chrono::NaiveDate;
use domain::{
    Catalogue, Fault, Reason,
    books::{
        catalogue::UnitVersion,
        lineage::{Descent, Link},
    },
    day::Period,
    office::books::{
        merger::{Merger, SuccessorText},
        unit::{UnitPage, UnitText},
    },
};
use serde_json::json;

use super::{
    super::told::{self, Spot},
    ended, seen, version,
    versions::{cut, text},
};
use crate::{
    books::{
        Change,
        units::{Also, NewLink, lay},
        versions::Row,
    },
    office::Staff,
    problem::Problem,
    sent::{self, SentJson},
    state::App,
    store::units::Unit,
};

/// Merges units from a day on; the unit they became.
#[utoipa::path(
    post, path = "/unit-mergers", request_body = Merger, responses((status = 201, body = UnitPage)),
)]
pub async fn create(
    State(app): State<App>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<UnitPage>), Problem> {
    let sent: Merger = sent::json(&body)?;
    let mut change = Change::of_everything(&app, &staff).await?;
    let books = &change.books;
    let unknown = sent
        .from
        .iter()
        .filter_map(|code| told::unknown_unit(books, &format!("from.{code}"), Some(code)))
        .chain(told::unknown_unit(books, "into.parent", sent.into.parent.as_deref()));
    let (day, successor) = told::all(sent.check(), unknown.collect())?;
    let mut plan = Plan { books, day, rows: Vec::new(), spots: Vec::new(), faults: Vec::new() };
    let decision = successor.decision.clone();
    plan.succeeds(&sent.into.code, successor);
    let links: Vec<NewLink> = sent
        .from
        .iter()
        .filter_map(|code| plan.ends(code, &format!("from.{code}")))
        .map(|from| link(from, &sent.into.code, Descent::Merger, day, &decision))
        .collect();
    let (rows, spots) = plan.sound()?;
    let before: Vec<_> =
        sent.from.iter().chain([&sent.into.code]).map(|code| seen(books, code)).collect();
    let also = Also { links, ..Also::default() };
    told::sound(lay(&mut change.tx, rows, also, true).await?, &spots)?;
    let object = ("unit.merge", sent.into.code.as_str());
    let page = ended(change, &app, &staff, object, Some(json!(before))).await?;
    Ok((StatusCode::CREATED, Json(page)))
}

/// One unit comes out of another.
pub(super) fn link(from: i64, to: &str, kind: Descent, day: NaiveDate, decision: &str) -> NewLink {
    let link = Link { from, to: 0, kind, day, decision: decision.to_owned() };
    NewLink { from, to: to.to_owned(), link }
}

/// The rows of a merger or split as they come together, each with its place in the form.
pub(super) struct Plan<'a> {
    pub(super) books: &'a Catalogue,
    pub(super) day: NaiveDate,
    pub(super) rows: Vec<Row<Unit>>,
    pub(super) spots: Vec<Spot>,
    pub(super) faults: Vec<Fault>,
}

impl<'a> Plan<'a> {
    /// Adds a row.
    pub(super) fn add(&mut self, version: crate::store::versions::Version<Unit>, spot: Spot) {
        self.rows.push(Row { number: self.rows.len(), version });
        self.spots.push(spot);
    }

    /// Ends a unit on the day before; its identity. It must be there until then, and not be meant
    /// to be anything else afterwards.
    pub(super) fn ends(&mut self, code: &str, field: &str) -> Option<i64> {
        let version = self.running(code, field)?;
        let later = self.books.versions_of(version.unit).into_iter().next_back();
        if let Some(later) = later.filter(|later| later.period.from >= self.day) {
            self.faults.push(Fault::new(field, Reason::Overlap(later.period.from)));
        }
        self.add(cut(self.books, version, self.day), Spot::of(field));
        Some(version.unit)
    }

    /// The version of a unit on the day before.
    pub(super) fn running(&mut self, code: &str, field: &str) -> Option<&'a UnitVersion> {
        let unit = self.books.unit(code).first().map(|version| version.unit);
        let before = self.day.pred_opt()?;
        let found = self
            .books
            .units
            .iter()
            .find(|version| Some(version.unit) == unit && version.period.holds(before));
        if found.is_none() {
            self.faults.push(Fault::new(field, Reason::NotThereThen));
        }
        found
    }

    /// The unit that the others become: new, or there already and going on.
    fn succeeds(&mut self, code: &str, said: SuccessorText) {
        let SuccessorText { name, parent, decision, note } = said;
        let Some(unit) = self.books.unit(code).first().map(|version| version.unit) else {
            match name {
                Some(name) => {
                    let text = UnitText { name, parent, decision, note };
                    let version = version(code, Period { from: self.day, to: None }, text);
                    self.add(version, Spot::under("into.").dated("day"));
                }
                None => self.faults.push(Fault::new("into.name.vi", Reason::Missing)),
            }
            return;
        };
        let versions = self.books.versions_of(unit);
        let day = self.day;
        let Some(old) = versions.into_iter().find(|version| version.period.holds(day)) else {
            return self.faults.push(Fault::new("into.code", Reason::NotThereThen));
        };
        let same = text(self.books, old);
        let (name, parent) = (name.unwrap_or_else(|| same.name.clone()), parent.or(same.parent));
        if (&name, &parent) == (&same.name, &text(self.books, old).parent) && note.is_empty() {
            return;
        }
        if old.period.from < day {
            self.add(cut(self.books, old, day), Spot::under("into.").dated("day"));
        }
        let text = UnitText { name, parent, decision, note };
        let version = version(&old.code, Period { from: day, to: old.period.to }, text);
        self.add(version, Spot::under("into.").dated("day"));
    }

    /// The rows and their places, if nothing is wrong so far.
    pub(super) fn sound(self) -> Result<(Vec<Row<Unit>>, Vec<Spot>), Problem> {
        match self.faults.is_empty() {
            true => Ok((self.rows, self.spots)),
            false => Err(Problem::faults(self.faults)),
        }
    }
}
