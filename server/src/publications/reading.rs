//! Questions about figures that everybody may ask: each is answered from a stored table, or not at all.

use std::collections::BTreeSet;

use domain::{
    Fault, Instrument, Lang, Method, Reason,
    day::{self, Month},
    figures::{
        index::{By, Index, IndexRow},
        publish::{
            scheme::{Length, Scheme, Span},
            table::METHOD,
        },
    },
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{edition::Edition, series};
use crate::{
    error::Error,
    figures::IndexQuery,
    node::Node,
    problem::Problem,
    store::{
        self,
        publications::{self as stored, Head},
    },
};

/// A question as it arrives.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct PublishedQuery {
    /// `unit` (the default), `procedure`, `factor`, `item`, `channel`, `sampling`, or `month`: every
    /// published month.
    pub by: Option<String>,
    /// `2026-08`, `2026-q3` or `2026`; otherwise the newest published month.
    pub period: Option<String>,
    /// The period scheme; only the public one has tables.
    pub scheme: Option<String>,
    /// The unit whose factors or items are asked for; so far no such table is published.
    pub unit: Option<String>,
    /// The question set, `code` or `code/version`; otherwise the one with the most ballots.
    pub instrument: Option<String>,
    /// `T2B` (the default); tables of other methods are not published.
    pub method: Option<String>,
    /// No table is cut by procedure and another breakdown.
    pub procedure: Option<String>,
    /// No table is cut by other months than those of a period.
    pub from: Option<String>,
    /// No table is cut by other months than those of a period.
    pub to: Option<String>,
}

impl From<IndexQuery> for PublishedQuery {
    fn from(query: IndexQuery) -> Self {
        let IndexQuery { by, from, to, unit, procedure, instrument, method } = query;
        Self { by, from, to, unit, procedure, instrument, method, ..Self::default() }
    }
}

/// Which publication an answer is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PublicationName {
    /// Its id.
    pub id: i64,
    /// The period scheme.
    pub scheme: String,
    /// The period.
    pub period: String,
    /// The version, from 1.
    pub version: i64,
    /// The day it was made on, `YYYY-MM-DD`.
    pub frozen: String,
}

/// A published table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Published {
    /// The table.
    #[serde(flatten)]
    pub index: Index,
    /// Where it is from.
    pub publication: PublicationName,
}

/// A question with nothing wrong.
struct Question {
    by: By,
    period: Option<Span>,
    /// `code/version`.
    instrument: Option<String>,
    /// Whether it asks for something of which no table is published.
    is_beside: bool,
}

impl PublishedQuery {
    /// Checks the question and names every fault. An empty value counts as not given.
    fn check(&self, node: &Node) -> Result<Question, Problem> {
        let (books, mut faults) = (node.books(), Vec::new());
        let catalogue = &books.catalogue;
        let mut read = |field, reason, is_read: bool| {
            if !is_read {
                faults.push(Fault::new(field, reason));
            }
        };
        let by = given(&self.by).map_or(Some(By::Unit), By::read);
        read("by", Reason::UnknownChoice, by.is_some());
        let period = given(&self.period).map(Span::read);
        read("period", Reason::BadDate, period != Some(None));
        let scheme = given(&self.scheme).map(Scheme::read);
        read("scheme", Reason::UnknownChoice, scheme != Some(None));
        let method = given(&self.method).map(Method::read);
        read("method", Reason::UnknownMethod, method != Some(None));
        let unit = given(&self.unit);
        read("unit", Reason::UnknownUnit, unit.is_none_or(|code| !catalogue.unit(code).is_empty()));
        let set = given(&self.instrument).map(|key| catalogue.instrument(key));
        read("instrument", Reason::UnknownInstrument, !matches!(set, Some(None)));
        let Some(by) = by.filter(|_| faults.is_empty()) else {
            return Err(Problem::faults(faults));
        };
        let cuts = [&self.unit, &self.procedure, &self.from, &self.to];
        let is_beside = cuts.into_iter().any(|cut| given(cut).is_some())
            || scheme.flatten().is_some_and(|scheme| scheme != node.world.rules.scheme)
            || method.flatten().is_some_and(|method| method != METHOD)
            || (by == By::Month && period.is_some());
        // A code alone means the version that most people answered.
        let is_code = given(&self.instrument).is_some_and(|key| !key.contains('/'));
        let key = |set: &Instrument| if is_code { set.code.clone() } else { set.key() };
        let instrument = set.flatten().map(|(_, set)| key(set));
        Ok(Question { by, period: period.flatten(), instrument, is_beside })
    }
}

/// The publication that a question is about, among the newest versions of all.
pub struct Found {
    heads: Vec<Head>,
    place: usize,
    set: String,
    by: By,
}

impl Found {
    /// Finds it; a question that no published table answers is not found.
    pub async fn of(node: &Node, query: &PublishedQuery) -> Result<Self, Problem> {
        let question = query.check(node)?;
        let heads = if question.is_beside { Vec::new() } else { newest(node).await? };
        let asked = question.period.map(|period| period.to_string());
        let is_asked = |head: &Head| match &asked {
            Some(period) => head.period == *period,
            None => is_month(head) && set_of(head, question.instrument.as_deref()).is_some(),
        };
        let place = heads.iter().position(is_asked).ok_or(Problem::NotFound)?;
        let set = set_of(&heads[place], question.instrument.as_deref()).ok_or(Problem::NotFound)?;
        Ok(Self { heads, place, set, by: question.by })
    }

    /// What it is called.
    pub fn name(&self) -> PublicationName {
        name(&self.heads[self.place])
    }

    /// All ballots of the question set.
    pub fn whole(&self) -> Option<IndexRow> {
        let mut editions = summary(&self.heads[self.place]).into_iter();
        editions.find(|edition| edition.instrument == self.set).map(|edition| edition.total)
    }

    /// The question set in every published month.
    pub fn months(&self, demo: bool) -> Index {
        let months = self.heads.iter().rev().filter(|head| is_month(head));
        let months = months.map(|head| (head.period.as_str(), summary(head)));
        series::index(months, &self.set, demo)
    }

    /// All its tables of the question set.
    pub async fn edition(&self, node: &Node) -> Result<Edition, Problem> {
        let mut editions = editions(node, &self.heads[self.place]).await?.into_iter();
        editions.find(|edition| edition.instrument == self.set).ok_or(Problem::NotFound)
    }
}

/// The stored table that a question asks for.
pub async fn index(node: &Node, query: &PublishedQuery, lang: Lang) -> Result<Published, Problem> {
    let found = Found::of(node, query).await?;
    let demo = node.books().demo;
    let index = match found.by {
        By::Month => found.months(demo),
        by => found.edition(node).await?.index(by, lang, demo),
    };
    Ok(Published { index, publication: found.name() })
}

/// The whole of the newest published month; nothing where nothing is told.
pub async fn newest_whole(node: &Node) -> Result<Option<IndexRow>, Problem> {
    match Found::of(node, &PublishedQuery::default()).await {
        Ok(found) => Ok(found.whole().filter(|total| !total.suppressed)),
        Err(Problem::NotFound) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// The newest version of every published period, the newest days first.
pub async fn newest(node: &Node) -> Result<Vec<Head>, Problem> {
    let mut seen = BTreeSet::new();
    let mut heads = stored::all(&node.db).await?;
    heads.retain(|head| head.scheme == node.world.rules.scheme.code);
    heads.retain(|head| seen.insert(head.period.clone()));
    Ok(heads)
}

/// The question sets of a publication, by their keys.
pub fn sets(head: &Head) -> Vec<String> {
    summary(head).into_iter().map(|edition| edition.instrument).collect()
}

/// Everything a publication says.
pub async fn editions(node: &Node, head: &Head) -> Result<Vec<Edition>, Problem> {
    let text = stored::tables(&node.db, head.id).await?.unwrap_or_default();
    serde_json::from_str(&text)
        .map_err(|error| Error::new(format!("publication {}: {error}", head.id)).into())
}

/// What a publication is called.
pub fn name(head: &Head) -> PublicationName {
    PublicationName {
        id: head.id,
        scheme: head.scheme.clone(),
        period: head.period.clone(),
        version: head.version,
        frozen: chrono::DateTime::from_timestamp_millis(head.frozen)
            .map(|moment| day::local_day(moment).to_string())
            .unwrap_or_default(),
    }
}

/// The period that is running, and its ballots to the nearest ten: more is told of none that has not
/// ended.
pub async fn running(node: &Node) -> Result<(Span, u64), Problem> {
    let month = node.world.rules.scheme.month_at((node.world.now)());
    let period = Span { first: month, length: Length::Month };
    let (first, last) = node.world.rules.scheme.days(period).ok_or(Problem::Broken)?;
    let mut tx = node.db.snapshot().await?;
    let days = day::number(first)..=day::number(last);
    let ballots = store::tallies::anew::ballots(&mut tx, &days).await?;
    Ok((period, (ballots + 5) / 10 * 10))
}

/// The month of a publication that is one.
pub fn month(head: &Head) -> Option<Month> {
    Span::read(&head.period).filter(|span| span.length == Length::Month).map(|span| span.first)
}

fn is_month(head: &Head) -> bool {
    month(head).is_some()
}

/// The question set asked for where a publication has it, or the one with the most ballots.
fn set_of(head: &Head, wanted: Option<&str>) -> Option<String> {
    let mut editions = summary(head);
    editions.retain(|edition| wanted.is_none_or(|key| is_of(&edition.instrument, key)));
    editions.into_iter().max_by_key(|edition| edition.total.n).map(|it| it.instrument)
}

fn summary(head: &Head) -> Vec<Edition> {
    serde_json::from_str(&head.summary).unwrap_or_default()
}

fn given(value: &Option<String>) -> Option<&str> {
    value.as_deref().filter(|value| !value.is_empty())
}

/// Whether a set, `code/version`, is the one that is meant by that or by its code alone.
fn is_of(set: &str, meant: &str) -> bool {
    set == meant || set.split('/').next() == Some(meant)
}
