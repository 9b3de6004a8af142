//! Bodies of co-ordination requests: which are asked for, one as a list and as its page shows it, and what
//! may be sent about one.

mod form;

use serde::{Deserialize, Serialize};

use super::due::DueView;
use crate::{
    code::codes,
    feedback::request::{Outcome, RequestMove, RequestState},
    listing::ListPage,
};

pub use self::form::{CheckedRequest, NewRequest, Reply, Side, Withdrawal};

codes! {
    /// The tabs of the list. Every open request that a reader sees is in `asked` or in `sent`.
    RequestTab {
        /// Open, and asked of me, my unit, or one below.
        Asked = 1 "asked",
        /// Open, and sent by my unit or one below.
        Sent = 2 "sent",
        /// Open after its last day, asked or sent.
        Overdue = 3 "overdue",
        /// Answered or taken back.
        Done = 4 "done",
    }
}

impl RequestTab {
    /// Whether a request is in it: how it stands, and on which side of it the reader is.
    pub fn holds(
        self,
        (state, outcome): (RequestState, Option<Outcome>),
        (is_asked, is_sender): (bool, bool),
    ) -> bool {
        let is_open = state == RequestState::Open;
        match self {
            Self::Asked => is_open && is_asked,
            Self::Sent => is_open && is_sender,
            Self::Overdue => is_open && outcome == Some(Outcome::NoReply),
            Self::Done => !is_open,
        }
    }
}

/// What is asked of the list, as it stands in an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct RequestsQuery {
    /// The name of a tab; `asked` without.
    pub tab: String,
    /// What has to be in its subject or in who asks or is asked, marks and case aside.
    pub q: String,
    /// The column to sort by; a `-` before it turns the order round.
    pub sort: String,
    /// The page, from 1.
    pub page: usize,
    /// The code of a unit: what is asked of it or of one below it.
    pub unit: String,
    /// The name of a figure of requests: those that it is about, whatever their tab.
    pub figure: String,
    /// The period scheme of the figure.
    pub scheme: String,
    /// The period of the figure.
    pub period: String,
    /// With a figure the code of the unit that is asked, without those below.
    pub lead: String,
}

/// A tab with how many requests are in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestCount {
    /// The tab.
    pub tab: RequestTab,
    /// How many.
    pub count: usize,
}

/// One page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Requests {
    /// The tabs.
    pub tabs: Vec<RequestCount>,
    /// The requests, the first due first; of those that are done the newest first.
    #[serde(flatten)]
    pub requests: ListPage<RequestRow>,
}

/// A request as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestRow {
    /// Its number.
    pub id: i64,
    /// What it is about; in lists what looks personal is left out.
    pub subject: String,
    /// The newest code of the unit that asks; none where another body does.
    pub from: Option<String>,
    /// The body that asks; empty where a unit does.
    pub body: String,
    /// The newest code of the unit that is asked.
    pub unit: String,
    /// The name of the person who is asked.
    pub person: Option<String>,
    /// The day it was made, `YYYY-MM-DD`.
    pub sent: String,
    /// The last day in time, `YYYY-MM-DD`.
    pub due: String,
    /// Working days left, 0 on the last day, negative when late; nothing once it is done.
    pub days_left: Option<i64>,
    /// Where it stands.
    pub state: RequestState,
    /// What its answer counts as; nothing once it was taken back.
    pub outcome: Option<Outcome>,
    /// The number of the case it belongs to, for whoever may read that.
    pub case: Option<i64>,
}

/// A request as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestPage {
    /// What a list shows.
    pub row: RequestRow,
    /// What a change names as `based_on`.
    pub seen: String,
    /// What is asked.
    pub text: String,
    /// The number of the other body's letter; may be empty.
    pub body_number: String,
    /// Its date, `YYYY-MM-DD`.
    pub body_day: Option<String>,
    /// Until when, and why.
    pub due: DueView,
    /// Whether whoever asks named the day itself, and no number of working days.
    pub is_day_given: bool,
    /// The answer.
    pub reply: Option<ReplyView>,
    /// Why it was taken back; empty where it was not.
    pub reason: String,
    /// What may be done next by whoever asks.
    pub moves: Vec<RequestMove>,
}

/// An answer to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReplyView {
    /// The words.
    pub text: String,
    /// Who answered.
    pub by: Option<String>,
    /// The day, `YYYY-MM-DD`.
    pub on: String,
}

/// Which people are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct PeopleQuery {
    /// The code of the unit that is asked.
    pub unit: String,
    /// The number of the case that the request belongs to, if any.
    pub case: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_request_that_a_reader_sees_is_in_a_tab() {
        for state in RequestState::ALL {
            for outcome in Outcome::ALL.iter().map(|it| Some(*it)).chain([None]) {
                for sides in [(true, false), (false, true), (true, true)] {
                    let held = |tab: &&RequestTab| tab.holds((*state, outcome), sides);
                    assert!(RequestTab::ALL.iter().any(|tab| held(&tab)), "{state:?} {sides:?}");
                }
            }
        }
    }
}
