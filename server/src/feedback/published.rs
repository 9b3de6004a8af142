//! Looking through what was answered and published: by words without marks, by field, unit and month.

mod release;

use std::collections::BTreeSet;

use domain::{
    Catalogue, Fault, Lang, Reason,
    day::{self, Month},
    feedback::view::{NamedUnit, PublishedView},
    listing::{ListPage, Part},
    text,
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    node::Node,
    problem::Problem,
    store::feedback::published::{self, PublishedCase, Wanted},
};

pub use self::release::release;

/// A longer question is no search.
const LONGEST: usize = 200;

/// What is looked for.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct PublishedQuery {
    /// Words of question or answer; marks may be left out.
    pub q: String,
    /// The code of the unit that answered.
    pub unit: String,
    /// Lĩnh vực of the procedure it is about, as the books write it.
    pub field: String,
    /// The month of publication, such as `2026-11`.
    pub month: String,
    /// The page, from 1.
    pub page: String,
}

/// A page of what was found.
pub async fn look(
    node: &Node,
    query: &PublishedQuery,
    lang: Lang,
) -> Result<ListPage<PublishedView>, Problem> {
    let wanted = wanted(node, query)?;
    let total = published::count(&node.db, &wanted).await?;
    let part = Part::of(total, query.page.trim().parse().unwrap_or(1));
    let rows = published::page(&node.db, &wanted, part.bounds()).await?;
    Ok(part.with(rows.into_iter().filter_map(|row| view(node, row, lang)).collect()))
}

/// Everything that was found, up to one more than `most`.
pub async fn all(
    node: &Node,
    query: &PublishedQuery,
    most: usize,
    lang: Lang,
) -> Result<Vec<PublishedView>, Problem> {
    let wanted = wanted(node, query)?;
    let most = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let rows = published::page(&node.db, &wanted, (most, 0)).await?;
    Ok(rows.into_iter().filter_map(|row| view(node, row, lang)).collect())
}

/// The fields that procedures ever had, in their order.
pub fn fields(books: &Catalogue) -> BTreeSet<String> {
    let fields = books.procedures.iter().map(|version| version.field.clone());
    fields.filter(|field| !field.is_empty()).collect()
}

/// The procedures that were ever of a field; nothing where there is no such field.
fn procedures(books: &Catalogue, field: &str) -> Option<Vec<i64>> {
    let of = books.procedures.iter().filter(|version| version.field == field);
    let all: BTreeSet<i64> = of.map(|version| version.procedure).collect();
    (!all.is_empty()).then(|| all.into_iter().collect())
}

fn wanted(node: &Node, query: &PublishedQuery) -> Result<Wanted, Problem> {
    let mut faults = Vec::new();
    if query.q.chars().nth(LONGEST).is_some() {
        faults.push(Fault::new("q", Reason::TooLong(LONGEST)));
    }
    let month = Some(query.month.trim()).filter(|month| !month.is_empty());
    let read = month.map(Month::read);
    if read == Some(None) {
        faults.push(Fault::new("month", Reason::BadDate));
    }
    let books = node.books();
    let code = Some(query.unit.trim()).filter(|code| !code.is_empty());
    let unit = code.map(|code| books.catalogue.unit(code).first().map(|version| version.unit));
    if unit == Some(None) {
        faults.push(Fault::new("unit", Reason::UnknownUnit));
    }
    let field = Some(query.field.trim()).filter(|field| !field.is_empty());
    let procedures = field.map(|field| procedures(&books.catalogue, field));
    if procedures == Some(None) {
        faults.push(Fault::new("field", Reason::UnknownChoice));
    }
    if !faults.is_empty() {
        return Err(Problem::faults(faults));
    }
    let sought = text::sought(&query.q);
    let words = text::sought_words(&sought).map(str::to_owned).collect();
    // A month is the first six of a day's eight digits.
    let days = read
        .flatten()
        .map_or((0, i64::MAX), |month| (month.number() * 100, month.number() * 100 + 99));
    Ok(Wanted { words, unit: unit.flatten(), procedures: procedures.flatten(), days })
}

fn view(node: &Node, row: PublishedCase, lang: Lang) -> Option<PublishedView> {
    let day = day::from_number(row.day)?;
    let books = node.books();
    let version = row.unit_id.and_then(|unit| {
        books.catalogue.unit_on(unit, day).or_else(|| books.catalogue.newest(unit))
    });
    let unit = version.map(|version| NamedUnit {
        code: version.code.clone(),
        name: version.name.get(lang).to_owned(),
    });
    let about = row.procedure_id.and_then(|id| {
        let of = books.catalogue.procedures.iter().filter(|version| version.procedure == id);
        of.max_by_key(|version| version.period.from)
    });
    let field = about.map(|version| version.field.clone()).filter(|field| !field.is_empty());
    let PublishedCase { code, subject, question, answer, .. } = row;
    Some(PublishedView { code, day: day.to_string(), unit, field, subject, question, answer })
}
