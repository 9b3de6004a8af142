//! Keys of other programs: an account's own right, narrowed, for a time.

use serde::{Deserialize, Serialize};

use crate::{
    fault::{Fault, Reason},
    feedback::kind::Source,
    people::role::{Action, Reach, Role, reach},
    text,
};

/// The longest life of a key, in days.
pub const LONGEST_LIFE: i64 = 366;
/// The longest label, in characters.
const LONGEST_LABEL: usize = 100;

/// A key as those see it who keep keys; the key itself is never shown again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeyRow {
    /// The key's number.
    pub id: i64,
    /// What it is for.
    pub label: String,
    /// What it may do.
    pub actions: Vec<Action>,
    /// The code of the unit it is bound to, with what lies below.
    pub unit: Option<String>,
    /// The channel whose cases it sends and reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Source>,
    /// The account that made it, and whose right it narrows.
    pub maker: String,
    /// When it was made, in milliseconds since 1970.
    pub created: i64,
    /// Until when it opens anything.
    pub expires: i64,
    /// Since when it does not any more.
    pub revoked: Option<i64>,
    /// When it was last used, within a minute.
    pub used: Option<i64>,
}

/// A key to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewKey {
    /// What it is for.
    pub label: String,
    /// What it may do.
    pub actions: Vec<Action>,
    /// The code of the unit to bind it to; none: as far as the maker's own right goes.
    pub unit: Option<String>,
    /// The channel whose cases it sends and reads: with `push_feedback`, and with nothing else.
    #[serde(default)]
    pub channel: Option<Source>,
    /// How many days it lives.
    pub days: i64,
}

/// A key that was made, shown this once.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MadeKey {
    /// The key's number.
    pub id: i64,
    /// What to send as `Authorization: Bearer …`.
    pub key: String,
    /// Until when it opens anything, in milliseconds since 1970.
    pub expires: i64,
}

/// Whether a key may hold an action at all. What decides who may do what, and where notices
/// go, is left to people: a stolen key must not make itself an account, another key or a listener.
pub fn may_hold(action: Action) -> bool {
    use Action::{ChangeAccounts, ChangeKeys, ChangeNotices, ConfirmAccounts, OwnAccount};
    let of_people = [OwnAccount, ChangeAccounts, ConfirmAccounts, ChangeKeys, ChangeNotices];
    !of_people.contains(&action)
}

/// Whether there can be a key that holds an action: keys are made by those who may change them, and
/// hold no more than their makers.
pub fn can_be_held(action: Action) -> bool {
    let may = |role: &Role, action| reach(*role, action) > Reach::Nothing;
    let makes = |role: &Role| may(role, Action::ChangeKeys) && may(role, action);
    may_hold(action) && Role::ALL.iter().any(makes)
}

impl NewKey {
    /// Everything wrong with it that can be seen without the books, if `role` makes it.
    pub fn faults(&self, role: Role) -> Vec<Fault> {
        let mut faults = Vec::new();
        match text::tidy(&self.label).chars().count() {
            0 => faults.push(Fault::new("label", Reason::Missing)),
            1..=LONGEST_LABEL => {}
            _ => faults.push(Fault::new("label", Reason::TooLong(LONGEST_LABEL))),
        }
        if self.actions.is_empty() {
            faults.push(Fault::new("actions", Reason::Missing));
        }
        let is_given = |action: &Action| may_hold(*action) && reach(role, *action) > Reach::Nothing;
        if !self.actions.iter().all(is_given) {
            faults.push(Fault::new("actions", Reason::NotYoursToGive));
        }
        faults.extend(self.channel_fault());
        if !(1..=LONGEST_LIFE).contains(&self.days) {
            faults.push(Fault::new("days", Reason::OutOfRange(1, LONGEST_LIFE)));
        }
        faults
    }

    /// A key that sends cases is for one channel alone, of the whole house, and does nothing else.
    fn channel_fault(&self) -> Option<Fault> {
        let sends = self.actions.contains(&Action::PushFeedback);
        let fault = |field, reason| Some(Fault::new(field, reason));
        match self.channel {
            None if sends => fault("channel", Reason::Missing),
            Some(_) if !sends => fault("channel", Reason::UnknownChoice),
            Some(source) if !is_outside(source) => fault("channel", Reason::UnknownChoice),
            Some(_) if self.actions.len() > 1 => fault("actions", Reason::NotYoursToGive),
            Some(_) if self.unit.is_some() => fault("unit", Reason::NotYoursToGive),
            _ => None,
        }
    }
}

/// Whether a channel is another system, whose cases come by file or by its own program: the website's own
/// and those of ballots come by their own ways.
pub fn is_outside(source: Source) -> bool {
    !matches!(source, Source::Website | Source::Ballot)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_holds_no_more_than_its_maker_and_nothing_that_gives_rights() {
        let key = |actions: &[Action]| NewKey {
            label: "Cổng dữ liệu".to_owned(),
            actions: actions.to_vec(),
            unit: None,
            channel: None,
            days: 366,
        };
        let faults = |actions: &[Action]| key(actions).faults(Role::Administrator);
        assert_eq!(faults(&[Action::ReadBooks, Action::ChangeUnits]), []);
        for action in
            [Action::ReadComments, Action::OwnAccount, Action::ChangeAccounts, Action::ChangeKeys]
        {
            let named = faults(&[Action::ReadBooks, action]);
            assert_eq!(named, [Fault::new("actions", Reason::NotYoursToGive)], "{action:?}");
        }
    }

    #[test]
    fn no_key_reads_what_only_people_may_read() {
        let held = Action::ALL.iter().filter(|action| can_be_held(**action));
        let held: Vec<&str> = held.map(|action| action.name()).collect();
        let expected = [
            "read_books",
            "change_units",
            "change_procedures",
            "change_settings",
            "read_accounts",
            "change_invitees",
            "push_feedback",
        ];
        assert_eq!(held, expected);
    }

    #[test]
    fn a_key_that_sends_cases_is_for_one_channel_of_the_house_and_nothing_else() {
        let key = |actions: &[Action], channel, unit: Option<&str>| NewKey {
            label: "Cổng".to_owned(),
            actions: actions.to_vec(),
            unit: unit.map(str::to_owned),
            channel,
            days: 90,
        };
        let fields = |key: NewKey| {
            let faults = key.faults(Role::Administrator);
            faults.iter().map(|it| it.field().to_owned()).collect::<Vec<_>>()
        };
        let push = [Action::PushFeedback];
        assert_eq!(fields(key(&push, Some(Source::Portal), None)), [""; 0]);
        assert_eq!(fields(key(&push, None, None)), ["channel"]);
        assert_eq!(fields(key(&push, Some(Source::Website), None)), ["channel"]);
        assert_eq!(fields(key(&push, Some(Source::Hotline), Some("VP"))), ["unit"]);
        let more = [Action::PushFeedback, Action::ReadBooks];
        assert_eq!(fields(key(&more, Some(Source::Portal), None)), ["actions"]);
        assert_eq!(fields(key(&[Action::ReadBooks], Some(Source::Portal), None)), ["channel"]);
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let key = NewKey {
            label: String::new(),
            actions: Vec::new(),
            unit: None,
            channel: None,
            days: 367,
        };
        let faults = key.faults(Role::Administrator);
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field()).collect();
        assert_eq!(fields, ["label", "actions", "days"]);
    }
}
