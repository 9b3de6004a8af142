//! What people added to their ballots in words: what is asked of it, and a comment as it is shown.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    books::catalogue::Catalogue,
    fault::{Fault, Reason},
    listing::{LONGEST, Search, days},
    people::scope::Scope,
    words::Words,
};

/// What is asked of the comments, as it stands in an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct CommentQuery {
    /// What has to be in a comment as it is shown, marks and case aside.
    pub q: String,
    /// The code of a unit: it and what lies below it.
    pub unit: String,
    /// The code of a campaign.
    pub campaign: String,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day.
    pub to: String,
    /// The page, from 1.
    pub page: usize,
}

/// A question with nothing wrong, and nothing in it that its sender may not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// What has to be in a comment.
    pub q: Search,
    /// The unit versions whose comments are meant; 0 stands for those of no unit.
    pub versions: Vec<i64>,
    /// The campaign's row.
    pub campaign: Option<i64>,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommentRow {
    /// The local day on which the ballot counts, `YYYY-MM-DD`.
    pub day: String,
    /// The lowest level of satisfaction on its ballot, from 1 to 5; nothing, if none was given.
    pub lowest_level: Option<u8>,
    /// The code of the unit, as it was then.
    pub unit: Option<String>,
    /// Its name then.
    pub unit_name: Option<Words>,
    /// The code of the procedure.
    pub procedure: Option<String>,
    /// Its name then.
    pub procedure_name: Option<Words>,
    /// The campaign's code.
    pub campaign: String,
    /// What people see at the top of its form.
    pub campaign_title: Words,
    /// The comment.
    pub text: String,
    /// Whether something that tells who somebody is was masked, since the reader does not handle it.
    pub masked: bool,
    /// Whether its sender agreed that everyone may read it, and did not take that back.
    pub publishable: bool,
}

impl CommentQuery {
    /// The question within what its sender may read, or every fault of it.
    ///
    /// A unit outside is answered with nothing, like one without comments.
    pub fn check(&self, books: &Catalogue, scope: &Scope) -> Result<Question, Vec<Fault>> {
        let mut faults = Vec::new();
        if self.q.chars().nth(LONGEST).is_some() {
            faults.push(Fault::new("q", Reason::TooLong(LONGEST)));
        }
        let family = (!self.unit.is_empty()).then(|| match books.unit(&self.unit) {
            [version, ..] => books.family(version.unit),
            [] => {
                faults.push(Fault::new("unit", Reason::UnknownUnit));
                Vec::new()
            }
        });
        let campaign = books.campaigns.get(&self.campaign);
        if campaign.is_none() && !self.campaign.is_empty() {
            faults.push(Fault::new("campaign", Reason::UnknownCampaign));
        }
        let (from, to) = days(&self.from, &self.to, &mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        let is_asked = |unit: i64| family.as_ref().is_none_or(|family| family.contains(&unit));
        let within =
            books.units.iter().filter(|it| is_asked(it.unit) && scope.holds(Some(it.unit)));
        let unnamed = (family.is_none() && scope.holds(None)).then_some(0);
        Ok(Question {
            q: Search::new(&self.q),
            versions: within.map(|version| version.id).chain(unnamed).collect(),
            campaign: campaign.map(|campaign| campaign.id),
            from,
            to,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{books::catalogue::UnitVersion, day::Period, people::role::Reach};

    fn books() -> Catalogue {
        let version = |id, unit, code: &str, parent| UnitVersion {
            id,
            unit,
            code: code.to_owned(),
            name: Words::default(),
            parent,
            period: Period { from: NaiveDate::MIN, to: None },
            decision: String::new(),
            note: String::new(),
        };
        let units = vec![
            version(10, 1, "A", None),
            version(20, 2, "B", Some(1)),
            version(21, 2, "B2", Some(1)),
            version(30, 3, "C", Some(2)),
            version(40, 4, "D", Some(1)),
        ];
        Catalogue { units, ..Catalogue::default() }
    }

    fn versions(unit: &str, reach: Reach, of: Option<i64>) -> Vec<i64> {
        let scope = Scope::of(reach, of, &books(), NaiveDate::default());
        let query = CommentQuery { unit: unit.to_owned(), ..CommentQuery::default() };
        query.check(&books(), &scope).unwrap().versions
    }

    #[test]
    fn a_question_never_goes_beyond_the_scope() {
        assert_eq!(versions("", Reach::Below, Some(2)), [20, 21, 30]);
        assert_eq!(versions("A", Reach::Below, Some(2)), [20, 21, 30]);
        assert_eq!(versions("D", Reach::Below, Some(2)), [0; 0]);
        assert_eq!(versions("", Reach::Below, None), [0; 0]);
        assert_eq!(versions("", Reach::Everything, None), [10, 20, 21, 30, 40, 0]);
        assert_eq!(versions("C", Reach::Everything, None), [30]);
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let text = |text: &str| text.to_owned();
        let query = CommentQuery {
            q: "x".repeat(101),
            unit: text("?"),
            campaign: text("?"),
            from: text("1/2/2026"),
            to: text("2026-02-30"),
            page: 0,
        };
        let faults = query.check(&books(), &Scope::default()).unwrap_err();
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field()).collect();
        assert_eq!(fields, ["q", "unit", "campaign", "from", "to"]);
        let query = CommentQuery {
            from: text("2026-02-02"),
            to: text("2026-02-01"),
            ..CommentQuery::default()
        };
        let faults = query.check(&books(), &Scope::default()).unwrap_err();
        assert_eq!(faults, [Fault::new("to", Reason::EndsBeforeItBegins)]);
    }
}
