//! The inbox: which cases are asked for, and a case as a list shows it.

use serde::{Deserialize, Serialize};

use crate::{
    code::codes,
    feedback::kind::{Kind, Level, Source, State},
    listing::ListPage,
};

codes! {
    /// The tabs of the inbox. Every open case is in `unassigned` or in `unit`, whatever else it is in.
    Tab {
        /// Mine: I am the person.
        Mine = 1 "mine",
        /// My unit leads, or it is offered to my unit.
        Unit = 2 "unit",
        /// No unit leads.
        Unassigned = 3 "unassigned",
        /// Due within two working days.
        DueSoon = 4 "due_soon",
        /// Overdue.
        Overdue = 5 "overdue",
        /// Taken further up.
        Escalated = 6 "escalated",
        /// Its sender is waited for.
        Waiting = 7 "waiting",
        /// Put off until a day.
        PutOff = 8 "put_off",
        /// My unit helps, and another leads.
        Supporting = 11 "supporting",
        /// Its sender added something that nobody has seen to; finished cases too.
        Added = 10 "added",
        /// Finished: answered, published or refused.
        Finished = 9 "finished",
    }
}

/// What is asked of the inbox, as it stands in an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct InboxQuery {
    /// The name of a tab; `mine` without.
    pub tab: String,
    /// What has to be in the sender's words as lists show them, marks and case aside; or the code or the
    /// number of a case; or, for whoever works on cases, its sender's telephone number.
    pub q: String,
    /// The code of a unit: it and what lies below it.
    pub unit: String,
    /// What it is about: the name of a kind.
    pub kind: String,
    /// How it came: the name of a source.
    pub source: String,
    /// The name of a figure: the cases that it is about, whatever their tab.
    pub figure: String,
    /// The period scheme of the figure.
    pub scheme: String,
    /// The period of the figure.
    pub period: String,
    /// With a figure the code of a unit: what counts for it alone, without those below; of `days_held`
    /// what it led. `none` for cases that no unit has.
    pub lead: String,
    /// The page, from 1.
    pub page: usize,
}

/// A tab with how many cases are in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TabCount {
    /// The tab.
    pub tab: Tab,
    /// How many; nothing for what is finished, which nobody counts at every look.
    pub count: Option<i64>,
}

/// One page of the inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Inbox {
    /// The tabs.
    pub tabs: Vec<TabCount>,
    /// The cases, the first due first; of those that are finished the newest first.
    #[serde(flatten)]
    pub cases: ListPage<CaseRow>,
}

/// A case as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseRow {
    /// Its number.
    pub number: i64,
    /// How many lines its log has: what a step names as `seen`.
    pub seen: u32,
    /// The code that its sender has.
    pub code: String,
    /// Its first words, masked where the reader does not handle it.
    pub subject: String,
    /// What it is about.
    pub kind: Kind,
    /// How it came.
    pub source: Source,
    /// Where it stands.
    pub state: State,
    /// Whether it is formal.
    pub is_formal: bool,
    /// The day it was sent, `YYYY-MM-DD`.
    pub sent: String,
    /// The newest code of the unit that leads.
    pub unit: Option<String>,
    /// The newest code of the unit it is offered to.
    pub offered_to: Option<String>,
    /// The name of the person.
    pub holder: Option<String>,
    /// How far up it is.
    pub level: Level,
    /// When what is next is due, `YYYY-MM-DD`.
    pub due: Option<String>,
    /// Working days left, 0 on the last day, negative when late.
    pub days_left: Option<i64>,
    /// Until when its sender is waited for.
    pub wait_until: Option<String>,
    /// Until when it is put off.
    pub put_off: Option<String>,
    /// Whether it was pushed around (đùn đẩy).
    pub is_ping_pong: bool,
    /// Whether another look was asked for.
    pub is_reopened: bool,
    /// Its lead case.
    pub linked_to: Option<i64>,
    /// Whether its sender added something that nobody has seen to.
    pub has_news: bool,
}
