//! When somebody who was not content is offered a call: a rule with its validity, a row of data.

use chrono::NaiveDate;

use crate::{
    ballot::{
        Answer,
        instrument::{Instrument, Scale},
    },
    day::Period,
};

/// From when to when ratings up to which level count as poor, and how fast they are called back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallRule {
    /// The days on which it holds.
    pub period: Period,
    /// The highest level of satisfaction that counts as poor.
    pub poor: u8,
    /// The code of the deadline class: its days to answer are those to call back.
    pub class: String,
}

impl CallRule {
    /// The rule in force on a day.
    pub fn on(rules: &[Self], day: NaiveDate) -> Option<&Self> {
        rules.iter().find(|rule| rule.period.holds(day))
    }

    /// Whether any question of satisfaction was answered poorly, be it the one question that sums up or
    /// one of many. What is asked on another scale says nothing of it.
    pub fn is_poor(&self, set: &Instrument, answers: &[Answer]) -> bool {
        let is_rated = |answer: &Answer| {
            let item = set.items.iter().find(|item| item.code == answer.item);
            item.is_some_and(|item| item.scale == Scale::Satisfaction)
        };
        let is_low = |answer: &Answer| answer.level.is_some_and(|level| level <= self.poor);
        answers.iter().any(|answer| is_low(answer) && is_rated(answer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ballot::instrument::BUILT_IN, feedback::examples::day};

    fn rule(from: &str, until: Option<&str>, poor: u8) -> CallRule {
        let period = Period { from: day(from), to: until.map(day) };
        CallRule { period, poor, class: "callback".to_owned() }
    }

    #[test]
    fn a_rule_holds_on_its_own_days() {
        let rules = [rule("2024-01-01", Some("2026-06-30"), 2), rule("2026-07-01", None, 1)];
        let poor = |on: &str| CallRule::on(&rules, day(on)).map(|rule| rule.poor);
        assert_eq!(poor("2023-12-31"), None);
        assert_eq!((poor("2024-01-01"), poor("2026-06-30")), (Some(2), Some(2)));
        assert_eq!(poor("2026-07-01"), Some(1));
    }

    #[test]
    fn any_item_of_satisfaction_makes_a_rating_poor_and_no_other_scale_does() {
        let rule = rule("2024-01-01", None, 2);
        for text in BUILT_IN {
            let set: Instrument = serde_json::from_str(text).unwrap();
            let with = |scale: Scale, level: Option<u8>| {
                let item = set.items.iter().find(|item| item.scale == scale)?;
                let answer = Answer { item: item.code.clone(), level };
                Some(rule.is_poor(&set, &[answer]))
            };
            for (level, expected) in [(1, true), (2, true), (3, false), (5, false)] {
                assert_eq!(with(Scale::Satisfaction, Some(level)), Some(expected), "{level}");
            }
            assert_eq!(with(Scale::Satisfaction, None), Some(false), "không áp dụng");
            assert_ne!(with(Scale::Occurrence, Some(1)), Some(true), "no trouble at all");
            assert!(!rule.is_poor(&set, &[]));
            let unknown = Answer { item: "Z9".to_owned(), level: Some(1) };
            assert!(!rule.is_poor(&set, &[unknown]));
        }
    }
}
