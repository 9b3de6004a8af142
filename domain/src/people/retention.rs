//! How long what names or traces people is kept.

use serde::{Deserialize, Serialize};

use crate::office::entry::Fields;

/// Days that each kind is kept. What is not set is as [`Default`] says. Answers without a name, the
/// figures made of them and the record are kept for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Retention {
    /// Comments with their consents, after the day they were sent.
    ///
    /// Three years: a year's report is compared with the two before it, and who reads why a figure
    /// fell needs the words of that year. Later the figures alone tell enough.
    pub comments: i64,
    /// The ids of ballots that were taken back, after the day of that.
    ///
    /// They keep a ballot from coming again out of a backup, so this must be longer than any backup
    /// is kept.
    pub withdrawn: i64,
    /// Invited people, after their campaign's last day.
    ///
    /// A quarter: time for who asks about their invitation, or wants it put right.
    pub contacts: i64,
    /// Who sent a case of feedback, after it was answered or refused.
    ///
    /// A year: time for another look, a complaint about the answer and the yearly inspection.
    pub senders: i64,
    /// The words and files of cases, after the same day; what was published stays, and so does the log,
    /// which holds no words.
    ///
    /// Five years: two yearly inspections look at three years each.
    pub cases: i64,
    /// Sessions, after they ended.
    pub sessions: i64,
    /// Invitations, after they lapsed.
    pub invitations: i64,
    /// What is held against those who guess, after it held nobody any more. A day at least: that
    /// long it counts.
    pub attempts: i64,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            comments: 1095,
            withdrawn: 1095,
            contacts: 90,
            senders: 365,
            cases: 1825,
            sessions: 7,
            invitations: 30,
            attempts: 2,
        }
    }
}

impl Retention {
    /// Names every period that cannot be.
    pub fn check(&self, fields: &mut Fields) {
        for (field, days, least, most) in [
            ("retention.comments", self.comments, 30, 3650),
            ("retention.withdrawn", self.withdrawn, 400, 3650),
            ("retention.contacts", self.contacts, 1, 1095),
            ("retention.senders", self.senders, 30, 3650),
            ("retention.cases", self.cases, 365, 7300),
            ("retention.sessions", self.sessions, 1, 365),
            ("retention.invitations", self.invitations, 1, 365),
            ("retention.attempts", self.attempts, 1, 30),
        ] {
            fields.whole(field, days, least, most);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_periods_are_sound_and_every_fault_is_named() {
        let mut fields = Fields::default();
        Retention::default().check(&mut fields);
        assert_eq!(fields.faults, []);
        let wrong = Retention {
            comments: 29,
            withdrawn: 399,
            contacts: 0,
            senders: 29,
            cases: 7301,
            sessions: 0,
            invitations: 366,
            attempts: 0,
        };
        wrong.check(&mut fields);
        assert_eq!(fields.faults.len(), 8, "{:?}", fields.faults);
    }
}
