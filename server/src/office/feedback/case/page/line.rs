//! A line of a case's log, in the words of the books.

use domain::{
    Catalogue,
    feedback::{
        event::{Actor, Event, Step},
        order::Order,
    },
    office::feedback::case::{FileView, LineView},
};

use super::{Beside, when};
use crate::{
    feedback::{
        redaction,
        view::{self, Names},
    },
    store::feedback::beside::FileHead,
};

/// How one reader sees lines.
pub struct Eyes<'a> {
    /// The books.
    pub books: &'a Catalogue,
    /// The names of accounts.
    pub names: &'a Names,
    /// Whether the reader handles the case: to others what looks personal is left out.
    pub is_own: bool,
}

/// What a step names.
#[derive(Default)]
struct Named {
    unit: Option<i64>,
    account: Option<i64>,
    day: Option<chrono::NaiveDate>,
    detail: Option<String>,
}

impl Eyes<'_> {
    /// A text as the reader may see it.
    pub fn shown(&self, text: &str) -> String {
        if self.is_own { text.to_owned() } else { redaction::hidden(text) }
    }

    fn file(&self, it: &FileHead) -> FileView {
        let hidden = || redaction::hidden_name(&it.name);
        let name = if self.is_own { it.name.clone() } else { hidden() };
        FileView { id: it.id, name, size: it.size }
    }

    /// Every line as it is shown.
    pub fn lines(&self, log: &[Event], beside: &Beside) -> Vec<LineView> {
        let line = |(event, place): (&Event, i64)| {
            let of_line = beside.files.iter().filter(|file| file.place == place).collect();
            let mut line = self.line(place, event, beside.words.get(&place), of_line);
            let other = match event.step {
                Step::Linked { case } | Step::AnsweredWith { case } => Some(case),
                _ => None,
            };
            if other.is_some_and(|case| !beside.links.contains(&case)) {
                line.detail = None;
            }
            line
        };
        log.iter().zip(1..).map(line).collect()
    }

    fn line(
        &self,
        place: i64,
        event: &Event,
        words: Option<&String>,
        files: Vec<&FileHead>,
    ) -> LineView {
        let named = named(&event.step);
        let person = |id: i64| self.names.get(&id).cloned();
        let (day, time) = when(event.at);
        LineView {
            place,
            day,
            time,
            actor: match event.actor {
                Actor::Staff { account, .. } => person(account),
                Actor::Sender | Actor::Clock => None,
            },
            is_sender: event.actor == Actor::Sender,
            step: name(&event.step),
            unit: named.unit.and_then(|unit| view::unit(self.books, unit)),
            person: named.account.and_then(person),
            until: named.day.map(|day| day.to_string()),
            detail: named.detail,
            words: words.map(|words| self.shown(words)),
            is_to_sender: Order::of(&event.step).is_some_and(Order::is_to_sender),
            files: files.into_iter().map(|it| self.file(it)).collect(),
        }
    }
}

/// The name that a step is stored under.
fn name(step: &Step) -> String {
    let said = serde_json::to_value(step).ok();
    said.and_then(|said| said["step"].as_str().map(str::to_owned)).unwrap_or_default()
}

fn named(step: &Step) -> Named {
    let usual = Named::default();
    match step {
        Step::Assigned { unit }
        | Step::Supported { unit }
        | Step::Unsupported { unit }
        | Step::Offered { unit }
        | Step::Succeeded { unit } => Named { unit: Some(*unit), ..usual },
        Step::Concerns { account, .. } => Named { account: *account, ..usual },
        Step::Named { account } => Named { account: Some(*account), ..usual },
        Step::Sent { on, source, .. } => {
            Named { day: Some(*on), detail: Some(source.name().to_owned()), ..usual }
        }
        Step::PassedOn { on }
        | Step::DueGiven { on }
        | Step::Promised { on }
        | Step::Finished { on } => Named { day: Some(*on), ..usual },
        Step::Asked { until } | Step::PutOff { until } => Named { day: Some(*until), ..usual },
        Step::Refused { ground } => Named { detail: Some(ground.name().to_owned()), ..usual },
        Step::Escalated { to, .. } => Named { detail: Some(to.name().to_owned()), ..usual },
        Step::Rated { rating } => Named { detail: Some(rating.name().to_owned()), ..usual },
        Step::Linked { case } | Step::AnsweredWith { case } => {
            Named { detail: Some(case.to_string()), ..usual }
        }
        _ => usual,
    }
}
