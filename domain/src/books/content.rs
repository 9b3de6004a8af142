//! What entries of the books say, other units named by their codes.

use crate::{
    code::{Channel, Sampling},
    text,
    words::Words,
};

/// What a version of a unit says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitText {
    /// The name.
    pub name: Words,
    /// The code of the unit above.
    pub parent: Option<String>,
    /// The number of the decision that made it so.
    pub decision: String,
    /// What readers should know.
    pub note: String,
}

/// What a version of a procedure says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcedureText {
    /// The name.
    pub name: Words,
    /// Lĩnh vực: the field it belongs to.
    pub field: String,
    /// The code of the unit that leads it.
    pub unit: Option<String>,
    /// The time limit in working days.
    pub days: Option<i64>,
    /// What readers should know.
    pub note: String,
}

/// What a service point says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServicePointText {
    /// What it is called.
    pub name: Words,
    /// How people are served there.
    pub channel: Channel,
    /// The codes of the units it serves, where it names them.
    pub units: Vec<String>,
    /// The codes of the procedures it serves, where it names them.
    pub procedures: Vec<String>,
}

/// What a campaign says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignText {
    /// What people see at the top of the form.
    pub title: Words,
    /// The question set, as `code/version`; in a form without a version the newest.
    pub instrument: String,
    /// The code of the unit it asks about.
    pub unit: Option<String>,
    /// The channel, where no service point says otherwise.
    pub channel: Channel,
    /// How most of its ballots are meant to come about.
    pub sampling: Sampling,
    /// The kinds of ballots it takes; every kind, if none is named.
    pub takes: Vec<Sampling>,
    /// The most ballots that are taken.
    pub quota: Option<i64>,
}

impl CampaignText {
    /// The same in the form in which it is stored.
    pub fn composed(mut self) -> Self {
        self.takes.sort_unstable();
        self.takes.dedup();
        Self { title: self.title.composed(), ..self }
    }
}

impl UnitText {
    /// The same in the form in which texts are stored.
    pub fn composed(self) -> Self {
        Self {
            name: self.name.composed(),
            decision: text::compose(&self.decision),
            note: text::compose(&self.note),
            ..self
        }
    }
}

impl ProcedureText {
    /// The same in the form in which texts are stored.
    pub fn composed(self) -> Self {
        Self {
            name: self.name.composed(),
            field: text::compose(&self.field),
            note: text::compose(&self.note),
            ..self
        }
    }
}
