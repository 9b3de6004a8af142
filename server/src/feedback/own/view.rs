//! A case in the public words, for its sender.

use chrono::NaiveDate;
use domain::{
    Lang, day,
    feedback::{
        case::Case,
        clock::Due,
        event::{Actor, Event, Step},
        kind::{Kind, PublicState},
        view::{DueReason, FeedbackView, NamedUnit, OwnFile, PassedState, SpokenWith, SpokenWords},
    },
    office::books::calendar::DayKind,
};

use crate::{
    feedback::log,
    node::{Books, Node},
    problem::Problem,
    receipts::Of,
    store::feedback::{beside::FileHead, cases::StoredCase},
};

/// A case as it was read.
pub(super) struct Stored {
    /// Its row.
    pub row: StoredCase,
    /// Its log.
    pub events: Vec<Event>,
    /// The words of its lines, by place.
    pub words: Vec<(i64, String)>,
    /// What came with its lines.
    pub files: Vec<FileHead>,
}

/// What its sender sees of it now.
pub(super) fn of(
    node: &Node,
    books: &Books,
    stored: &Stored,
    lang: Lang,
) -> Result<FeedbackView, Problem> {
    let teller = Teller { books, stored, lang };
    let (case, way) = teller.way().ok_or(Problem::Broken)?;
    let class = log::class(books, &case)?;
    let today = node.today();
    let is_due = case.has_due_day() && case.answered.is_none() && case.refused.is_none();
    let due = is_due.then(|| class.answer(&books.calendar, &case, today));
    let is_answered = case.state.is_answered();
    let reopen_until = case.answered.filter(|_| is_answered && case.reopened.is_none());
    let reopen_until = reopen_until
        .and_then(|day| day.checked_add_days(chrono::Days::new(u64::from(class.reopen))))
        .filter(|last| today <= *last);
    let written = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    Ok(FeedbackView {
        code: Of::Feedback.codes(&node.world.keys, stored.row.id).receipt,
        kind: Kind::from_number(stored.row.kind).ok_or(Problem::Broken)?,
        is_formal: case.is_formal,
        is_call: case.is_call(),
        state: case.state.public(),
        subject: stored.row.subject.clone(),
        unit: case.leads.last().and_then(|lead| teller.unit(lead.unit, today)),
        way,
        due: due.map(|due| reason(books, due, today)),
        promised: written(case.promised),
        wait_until: written(case.wait().map(|wait| wait.until)),
        words: teller.words(),
        refused: case.refused.map(|(ground, _)| ground),
        rating: case.rating,
        may_rate: is_answered && case.rating.is_none(),
        reopen_until: written(reopen_until),
    })
}

/// A due date with the days that moved it.
fn reason(books: &Books, due: Due, today: NaiveDate) -> DueReason {
    let special = |wanted: DayKind| {
        let days = books.calendar.special(day::next(due.from), due.on);
        days.filter(|(_, kind)| *kind == wanted).map(|(day, _)| day.to_string()).collect()
    };
    DueReason {
        on: due.on.to_string(),
        from: due.from.to_string(),
        days: due.days,
        waited: due.waited,
        left: due.left(&books.calendar, today),
        holidays: special(DayKind::Holiday),
        make_up: special(DayKind::MakeUp),
    }
}

struct Teller<'a> {
    books: &'a Books,
    stored: &'a Stored,
    lang: Lang,
}

impl Teller<'_> {
    fn unit(&self, unit: i64, day: NaiveDate) -> Option<NamedUnit> {
        let books = &self.books.catalogue;
        let version = books.unit_on(unit, day).or_else(|| books.newest(unit))?;
        let name = version.name.get(self.lang).to_owned();
        Some(NamedUnit { code: version.code.clone(), name })
    }

    /// The case as its log left it, and each public state it came to.
    fn way(&self) -> Option<(Case, Vec<PassedState>)> {
        let mut events = self.stored.events.iter();
        let first = events.next()?;
        let mut case = Case::begun(first)?;
        let mut way = vec![self.passed(&case, case.sent)];
        for event in events {
            let (state, lead) = (case.state.public(), case.lead());
            case.apply(event);
            let now = case.state.public();
            let is_moved = now == PublicState::InProgress && case.lead() != lead;
            if now != state || is_moved {
                way.push(self.passed(&case, happened(event)));
            }
        }
        Some((case, way))
    }

    fn passed(&self, case: &Case, day: NaiveDate) -> PassedState {
        let state = case.state.public();
        let lead = case.lead().filter(|_| state == PublicState::InProgress);
        let unit = lead.and_then(|unit| self.unit(unit, day)).map(|unit| unit.name);
        PassedState { state, day: day.to_string(), unit }
    }

    /// What was said to the sender and by them; what is said inside the house is not.
    fn words(&self) -> Vec<SpokenWords> {
        let mut case = None::<Case>;
        let mut said = Vec::new();
        for (place, event) in (1_i64..).zip(&self.stored.events) {
            match &mut case {
                None => case = Case::begun(event),
                Some(case) => case.apply(event),
            }
            let Some(with) = with(&event.step) else { continue };
            let day = happened(event);
            let lead = case.as_ref().and_then(|case| case.leads.last());
            let lead = lead.filter(|_| event.actor != Actor::Sender);
            let text = self.text(place, with);
            let files = self.stored.files.iter().filter(|file| file.place == place);
            let file = |it: &FileHead| OwnFile { id: it.id, name: it.name.clone(), size: it.size };
            let attachments: Vec<OwnFile> = files.map(file).collect();
            said.push(SpokenWords {
                with,
                day: day.to_string(),
                unit: lead.and_then(|lead| self.unit(lead.unit, day)).map(|unit| unit.name),
                text,
                files: u32::try_from(attachments.len()).unwrap_or(u32::MAX),
                attachments,
            });
        }
        said
    }

    /// The words of a line; of an answer those that were given to be approved, where approving it left
    /// none of its own.
    fn text(&self, place: i64, with: SpokenWith) -> Option<String> {
        let of = |place: i64| {
            let found = self.stored.words.iter().find(|(at, _)| *at == place);
            found.map(|(_, text)| text.clone())
        };
        let before = || {
            let given = (1_i64..place).zip(&self.stored.events);
            let given = given.filter(|(_, event)| event.step == Step::Submitted);
            given.last().and_then(|(place, _)| of(place))
        };
        of(place).or_else(|| (with == SpokenWith::Answer).then(before).flatten())
    }
}

/// The day on which something happened: what was answered elsewhere, on the day it was.
fn happened(event: &Event) -> NaiveDate {
    match event.step {
        Step::Finished { on } => on,
        _ => day::local_day(event.at),
    }
}

/// What goes with words that the sender sees.
fn with(step: &Step) -> Option<SpokenWith> {
    Some(match step {
        Step::Sent { .. } => SpokenWith::Sent,
        Step::Asked { .. } => SpokenWith::Asked,
        Step::Added => SpokenWith::Added,
        Step::Promised { .. } => SpokenWith::Promised,
        Step::Approved | Step::AnsweredWith { .. } | Step::Finished { .. } => SpokenWith::Answer,
        Step::Called => SpokenWith::Called,
        Step::Refused { .. } => SpokenWith::Refusal,
        Step::Reopened => SpokenWith::Reopened,
        _ => return None,
    })
}
