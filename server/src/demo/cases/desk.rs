//! Whoever works on invented cases: each step as a line of the log, on its day, by the rules.

mod turn;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    ballot::consent::{ANSWER_FEEDBACK, PUBLISH_FEEDBACK},
    day::{self, next},
    feedback::{
        callback::CallForm,
        case::Case,
        clauses::callback::CallRule,
        event::{Actor, Step},
        kind::{Level, Source, State},
        message::{Contact, Message},
    },
    office::feedback::case::{PublicView, SenderView},
};

use super::plan::{Move, Plan};
use crate::{
    feedback::{
        CLASS, calls, content_hash, keep,
        log::{self, Line},
        published::release,
        redaction, search, senders, subject,
    },
    keys::Keys,
    node::Books,
    problem::Problem,
    store::{
        Db, Tx, accounts,
        feedback::{self, cases::NewCase},
    },
};

/// Accounts by name.
pub type People = HashMap<String, i64>;

/// The accounts there are.
pub async fn people(db: &Db) -> Result<People, Problem> {
    let all = accounts::all(db).await?;
    Ok(all.into_iter().map(|it| (it.name, it.id)).collect())
}

/// Where cases are worked on.
pub struct Desk<'a> {
    /// The transaction.
    pub tx: Tx,
    /// The books.
    pub books: &'a Books,
    /// What seals and hashes.
    pub keys: &'a Keys,
    /// Chance.
    pub fill: fn(&mut [u8]),
    /// Who works here.
    pub people: People,
    /// The first day of which nothing is there yet.
    pub today: NaiveDate,
}

/// A case that was opened.
pub struct Opened {
    /// Its number.
    pub number: i64,
    /// As it is now.
    pub case: Case,
    /// The moment of its last line.
    at: DateTime<Utc>,
    /// Whether what is next lies ahead of the last day.
    is_ahead: bool,
    id: uuid::Uuid,
    procedure: Option<i64>,
}

impl Desk<'_> {
    /// Opens a case by the way it comes; nothing where it is there already.
    pub async fn open(&mut self, plan: &Plan) -> Result<Option<Opened>, Problem> {
        if feedback::by_id(&mut self.tx, plan.id).await?.is_some() {
            return Ok(None);
        }
        let at = morning(plan.day) + TimeDelta::minutes(i64::from(plan.number % 400));
        let procedure = self.books.catalogue.procedure_on(&plan.matter.procedure, plan.day);
        let procedure = procedure.map(|version| version.procedure);
        let (number, case) = match plan.source {
            Source::Website => self.send(plan, at).await?,
            Source::Ballot => self.call(plan, at, procedure).await?,
            _ => self.register(plan, at, procedure).await?,
        };
        let is_own = matches!(plan.source, Source::Website | Source::Ballot);
        let at = keep::moment(at, plan.is_formal || !is_own);
        Ok(Some(Opened { number, case, at, is_ahead: false, id: plan.id, procedure }))
    }

    /// Through the page that everybody has.
    async fn send(&mut self, plan: &Plan, at: DateTime<Utc>) -> Result<(i64, Case), Problem> {
        let given = |code: &str| Some(code.to_owned()).filter(|code| !code.is_empty());
        let key = |purpose| self.books.catalogue.consent_text(purpose).map(|text| text.key());
        let answer = plan.is_formal.then(|| key(ANSWER_FEEDBACK)).flatten();
        let publish = plan.is_publishable.then(|| key(PUBLISH_FEEDBACK)).flatten();
        let sender = sender(plan);
        let message = Message {
            id: plan.id.to_string(),
            kind: Some(plan.matter.kind),
            text: plan.matter.text.clone(),
            procedure: given(&plan.matter.procedure),
            contact: plan.is_formal.then(|| Contact {
                name: sender.name,
                phone: Some(sender.phone),
                ..Contact::default()
            }),
            consent: Some(answer.into_iter().chain(publish).collect()),
            ..Message::default()
        };
        let hash = content_hash(self.keys, &keep::content(&message, &[]));
        let checked = message.check(&self.books.catalogue, plan.day).map_err(Problem::faults)?;
        let door = keep::Door { books: self.books, keys: self.keys, fill: self.fill, at };
        keep::open(&mut self.tx, &door, &checked, &[], hash).await
    }

    /// Through the thanks of a survey.
    async fn call(
        &mut self,
        plan: &Plan,
        at: DateTime<Utc>,
        procedure: Option<i64>,
    ) -> Result<(i64, Case), Problem> {
        let form = CallForm {
            id: plan.id.to_string(),
            text: plan.matter.text.clone(),
            phone: sender(plan).phone,
            is_agreed: true,
        };
        let checked = form.check().map_err(Problem::faults)?;
        let rule = CallRule::on(&self.books.call_rules, plan.day).ok_or(Problem::Broken)?;
        let unit = self.books.catalogue.unit_named_on(&plan.matter.unit, plan.day);
        let unit_version = unit.map(|version| version.id);
        let about = calls::About { unit_version, procedure, class: rule.class.clone() };
        let door = keep::Door { books: self.books, keys: self.keys, fill: self.fill, at };
        calls::open(&mut self.tx, &door, &checked, &about).await
    }

    /// Entered by reception, as it came another way.
    async fn register(
        &mut self,
        plan: &Plan,
        at: DateTime<Utc>,
        procedure: Option<i64>,
    ) -> Result<(i64, Case), Problem> {
        let new = NewCase {
            id: plan.id,
            content_hash: content_hash(self.keys, plan.id.as_bytes()),
            kind: plan.matter.kind.number(),
            outside_number: Some(format!("DEMO-{}", &plan.id.simple().to_string()[..10])),
            is_publishable: plan.is_publishable,
            unit_version: None,
            procedure,
            service_point: None,
            subject: subject(&plan.matter.text),
            folded: search::folded(&plan.matter.text),
        };
        let step = Step::Sent {
            source: plan.source,
            on: plan.day,
            class: CLASS.to_owned(),
            is_formal: plan.is_formal,
        };
        let actor = self.staff("demo.reception", Level::Unit)?;
        let line = Line { at, actor, step, words: Some(plan.matter.text.clone()) };
        let opened = log::open(&mut self.tx, (self.books, self.fill), &new, line).await?;
        if plan.is_formal {
            let whose = (opened.0, plan.id);
            senders::keep(&mut self.tx, self.keys, whose, &sender(plan), self.fill).await?;
        }
        Ok(opened)
    }

    /// Takes a step on its day, after what the clock did meanwhile; nothing where that day has not come,
    /// or where the rules do not allow it.
    pub async fn step(
        &mut self,
        it: &mut Opened,
        plan: &Plan,
        (after, step): &(u32, Move),
    ) -> Result<(), Problem> {
        let day = self.books.calendar.after(plan.day, *after);
        it.is_ahead |= day >= self.today;
        if it.is_ahead {
            return Ok(());
        }
        self.pass(it, day).await?;
        // What was not taken up needs no decision.
        if *step == Move::Settle && it.case.level == Level::Unit {
            return Ok(());
        }
        let Some((actor, taken, words)) = self.line(it, plan, *step, day) else { return Ok(()) };
        let was = it.case.state;
        self.add(it, day, actor, taken, words).await?;
        if was != State::Published && it.case.state == State::Published {
            let public = PublicView {
                question: redaction::hidden(&plan.matter.text),
                answer: redaction::hidden(&plan.matter.answer),
            };
            let whose = (it.number, it.id, it.procedure);
            release(&mut self.tx, self.keys, whose, day, &it.case, &public).await?;
        }
        Ok(())
    }

    /// Links a case to its lead one.
    pub async fn link(&mut self, it: &mut Opened, lead: i64) -> Result<(), Problem> {
        let (day, actor) = (day::local_day(it.at), self.staff("demo.office", Level::Office)?);
        self.add(it, day, actor, Step::Linked { case: lead }, None).await
    }

    /// The lead case was answered, and this one with the same words.
    pub async fn answer_with(
        &mut self,
        it: &mut Opened,
        lead: &Opened,
        words: &str,
    ) -> Result<(), Problem> {
        let day = day::local_day(lead.at);
        self.pass(it, day).await?;
        // Where the clock took it up, whoever has it decides first.
        if let Some(above) = self.above(it).filter(|_| it.case.level > Level::Unit) {
            let decision = Some("Trả lời cùng việc chính.".to_owned());
            self.add(it, day, above, Step::Settled, decision).await?;
        }
        let step = Step::AnsweredWith { case: lead.number };
        self.add(it, day, Actor::Clock, step, Some(words.to_owned())).await?;
        let office = self.staff("demo.office", Level::Office)?;
        let why = Some("Công khai ở việc chính.".to_owned());
        self.add(it, day, office, Step::Unpublished, why).await
    }

    /// What the clock does until the last day.
    pub async fn pass_until_today(&mut self, it: &mut Opened) -> Result<(), Problem> {
        let last = self.today.pred_opt().unwrap_or(self.today);
        self.pass(it, last).await
    }

    /// What the clock does day by day, after the last line and up to a day.
    async fn pass(&mut self, it: &mut Opened, until: NaiveDate) -> Result<(), Problem> {
        let mut day = next(day::local_day(it.at));
        while day <= until && !it.case.state.is_finished() {
            let class = log::class(self.books, &it.case)?;
            while let Some(step) = class.step(&self.books.calendar, &it.case, day) {
                let events = it.case.events;
                self.add(it, day, Actor::Clock, step, None).await?;
                if it.case.events == events {
                    break;
                }
            }
            day = next(day);
        }
        Ok(())
    }

    /// Adds a line a little after the last one, if the rules allow it.
    async fn add(
        &mut self,
        it: &mut Opened,
        day: NaiveDate,
        actor: Actor,
        step: Step,
        words: Option<String>,
    ) -> Result<(), Problem> {
        let after = it.at + TimeDelta::minutes(20);
        let at = match actor {
            // Of whoever gives no name the day alone is kept.
            Actor::Sender if !it.case.is_formal => keep::moment(morning(day), false),
            Actor::Clock => after.max(day::start_of(day) + TimeDelta::minutes(15)),
            _ => after.max(morning(day)),
        };
        let line = Line { at, actor, step, words };
        match log::add(&mut self.tx, self.books, it.number, it.case.clone(), line).await {
            Ok(case) => (it.case, it.at) = (case, at.max(it.at)),
            Err(Problem::Faults(_)) => {}
            Err(problem) => return Err(problem),
        }
        Ok(())
    }
}

/// When a day's work begins.
fn morning(day: NaiveDate) -> DateTime<Utc> {
    day::start_of(day) + TimeDelta::hours(8)
}

/// Somebody who is nobody.
fn sender(plan: &Plan) -> SenderView {
    SenderView {
        name: format!("Người Minh Họa {}", plan.number),
        phone: format!("0900000{}", plan.number),
        address: String::new(),
    }
}
