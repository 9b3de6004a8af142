//! A question about figures of feedback, as it arrives and within what the reader may see.

use chrono::NaiveDate;
use domain::{
    Fault, Reason,
    day::{self, working::Calendar},
    feedback::{
        figures::{facts::Facts, figure::Figure, frame::Frame, passing, requests::RequestFacts},
        kind::{Kind, Source},
    },
    figures::{
        period::Period,
        publish::scheme::{SCHEMES, Scheme},
    },
    office::feedback::{
        figures::{FiguresQuery, Grouping, NO_UNIT},
        inbox::InboxQuery,
        request::RequestsQuery,
    },
};

use crate::{
    feedback::reach, node::Node, problem::Problem, staff::Staff, store::feedback::facts::Wanted,
};

/// What is asked, by the names in an address.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    by: &'a str,
    scheme: &'a str,
    period: &'a str,
    unit: &'a str,
    source: &'a str,
    kind: &'a str,
    figure: &'a str,
    lead: &'a str,
    /// Whether figures of requests are listed, and not those of cases.
    is_of_requests: bool,
}

impl<'a> From<&'a FiguresQuery> for Asked<'a> {
    fn from(query: &'a FiguresQuery) -> Self {
        let FiguresQuery { by, scheme, period, unit, source, kind } = query;
        Self { by, scheme, period, unit, source, kind, ..Self::default() }
    }
}

impl<'a> From<&'a InboxQuery> for Asked<'a> {
    fn from(query: &'a InboxQuery) -> Self {
        let InboxQuery { scheme, period, unit, source, kind, figure, lead, .. } = query;
        Self { by: "", scheme, period, unit, source, kind, figure, lead, is_of_requests: false }
    }
}

impl<'a> From<&'a RequestsQuery> for Asked<'a> {
    fn from(query: &'a RequestsQuery) -> Self {
        let RequestsQuery { scheme, period, unit, figure, lead, .. } = query;
        Self { scheme, period, unit, figure, lead, is_of_requests: true, ..Self::default() }
    }
}

/// A question with nothing wrong.
#[derive(Clone, Debug)]
pub struct Question {
    /// What the rows are.
    pub by: Grouping,
    /// The period, with its scheme.
    pub period: Period,
    /// The cases it is about, within what the reader may see.
    pub wanted: Wanted,
    /// The figure whose cases are listed.
    figure: Option<Figure>,
    /// The unit it is about, alone; an inner nothing for what no unit has.
    lead: Option<Option<i64>>,
    /// What else stands in the address of a list.
    said: Vec<(&'static str, String)>,
}

impl Question {
    /// Reads a question, or says everything that is wrong with it.
    pub fn read<'a>(
        node: &Node,
        staff: &Staff,
        asked: impl Into<Asked<'a>>,
    ) -> Result<Self, Problem> {
        let (books, asked, today) = (node.books(), asked.into(), node.today());
        let by = choice(asked.by.trim(), Grouping::read, Grouping::Unit);
        let kind = choice(asked.kind.trim(), |it| Kind::read(it).map(Kind::number), 0);
        let source = choice(asked.source.trim(), |it| Source::read(it).map(Source::number), 0);
        let scheme = choice(asked.scheme.trim(), Scheme::read, SCHEMES[0]);
        let period = scheme.and_then(|scheme| period(scheme, asked.period, today));
        let is_known = |figure: &Figure| figure.is_of_requests() == asked.is_of_requests;
        let figure = |name: &str| Figure::read(name).filter(is_known).map(Some);
        let figure = choice(asked.figure.trim(), figure, None);
        let named = |code: &str| books.catalogue.unit(code).first().map(|version| version.unit);
        let unit = choice(asked.unit.trim(), |it| named(it).map(Some), None);
        let lead = choice(asked.lead.trim(), |it| lead(it, named), None);
        let wrong = [
            ("by", by.is_none(), Reason::UnknownChoice),
            ("kind", kind.is_none(), Reason::UnknownChoice),
            ("source", source.is_none(), Reason::UnknownChoice),
            ("scheme", scheme.is_none(), Reason::UnknownChoice),
            ("period", scheme.is_some() && period.is_none(), Reason::BadDate),
            ("figure", figure.is_none(), Reason::UnknownChoice),
            ("unit", unit.is_none(), Reason::UnknownUnit),
            ("lead", lead.is_none(), Reason::UnknownUnit),
        ];
        let all = by.zip(kind).zip(source).zip(period).zip(figure).zip(unit).zip(lead);
        let Some(((((((by, kind), source), period), figure), unit), lead)) = all else {
            let wrong = wrong.into_iter().filter(|(_, is_wrong, _)| *is_wrong);
            let faults = wrong.map(|(field, _, reason)| Fault::new(field, reason));
            return Err(Problem::faults(faults.collect()));
        };
        let (first, last) = period.days().ok_or(Problem::Broken)?;
        let (is_everything, units) = reach::units(staff, &books.catalogue, unit);
        let wanted = Wanted {
            reader: staff.account,
            is_everything,
            units,
            kind,
            source,
            first: day::number(first),
            end: day::number(last.min(today)),
        };
        Ok(Self { by, period, wanted, figure, lead, said: said(asked) })
    }

    /// The days within which it is counted.
    pub fn frame<'a>(&self, calendar: &'a Calendar, today: NaiveDate) -> Option<Frame<'a>> {
        Some(Frame::new(calendar, self.period.days()?, today))
    }

    /// Whether a case is on the list that is asked for.
    pub fn is_listed(&self, it: &Facts, frame: &Frame) -> bool {
        let Some(figure) = self.figure.filter(|figure| figure.holds(it, frame)) else {
            return false;
        };
        match (self.lead, figure) {
            (None, _) => true,
            (Some(Some(unit)), Figure::Held) => {
                passing::held(it, frame).any(|(led, _)| led == unit)
            }
            (Some(unit), _) => it.unit == unit,
        }
    }

    /// Whether a request is on the list that is asked for.
    pub fn is_request_listed(&self, it: &RequestFacts, frame: &Frame) -> bool {
        self.figure.is_some_and(|figure| figure.holds_request(it, frame))
            && self.lead.is_none_or(|unit| unit == Some(it.unit))
    }

    /// Whether figures of requests are told: they have neither a way in nor a kind.
    pub fn tells_requests(&self) -> bool {
        matches!(self.by, Grouping::Unit | Grouping::Month)
            && (self.wanted.kind, self.wanted.source) == (0, 0)
    }

    /// The query of the list of a figure's cases, with what tells a row's cases apart.
    pub fn list(&self, figure: Figure, apart: Option<(&'static str, &str)>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("figure", figure.name());
        query.append_pair("scheme", self.period.scheme.code);
        let period = self.period.to_string();
        let own = [("period", period.as_str())];
        let said = self.said.iter().map(|(name, value)| (*name, value.as_str())).chain(own);
        let is_other = |name: &str| apart.is_none_or(|(apart, _)| apart != name);
        query.extend_pairs(said.filter(|(name, _)| is_other(name)));
        query.extend_pairs(apart);
        query.finish()
    }
}

/// What a name stands for: the usual where none is given, nothing where it stands for nothing.
pub fn choice<T>(given: &str, read: impl FnOnce(&str) -> Option<T>, usual: T) -> Option<T> {
    if given.is_empty() { Some(usual) } else { read(given) }
}

/// A period of a scheme; the running month where none is named.
fn period(scheme: Scheme, given: &str, today: NaiveDate) -> Option<Period> {
    let running = || Period::of(scheme, "m", scheme.month_at(day::start_of(today)));
    if given.trim().is_empty() { running() } else { Period::read(scheme, given.trim()) }
}

fn lead(code: &str, named: impl Fn(&str) -> Option<i64>) -> Option<Option<Option<i64>>> {
    if code == NO_UNIT { Some(Some(None)) } else { named(code).map(|unit| Some(Some(unit))) }
}

/// What of a question narrows its cases, besides the period.
fn said(asked: Asked) -> Vec<(&'static str, String)> {
    let said = [("unit", asked.unit), ("source", asked.source), ("kind", asked.kind)];
    let said = said.map(|(name, value)| (name, value.trim().to_owned()));
    said.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}
