//! Which units' things an account may touch.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{books::catalogue::Catalogue, people::role::Reach};

/// The things one account may touch in one call. The default is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    everything: bool,
    units: BTreeSet<i64>,
}

impl Scope {
    /// What a reach means for an account of a unit, in the tree as it stands on a day.
    ///
    /// An account without a unit reaches nothing that belongs to one.
    pub fn of(reach: Reach, unit: Option<i64>, books: &Catalogue, day: NaiveDate) -> Self {
        match reach {
            Reach::Everything => Self { everything: true, units: BTreeSet::new() },
            Reach::Below => Self {
                everything: false,
                units: unit
                    .map(|unit| books.family_on(unit, day).into_iter().collect())
                    .unwrap_or_default(),
            },
            Reach::Oneself | Reach::Nothing => Self::default(),
        }
    }

    /// What is within both.
    pub fn and(self, other: Self) -> Self {
        match (self.everything, other.everything) {
            (true, _) => other,
            (false, true) => self,
            (false, false) => Self {
                everything: false,
                units: self.units.intersection(&other.units).copied().collect(),
            },
        }
    }

    /// Whether something of a unit is within; what belongs to no unit is so only for those who may
    /// touch everything.
    pub fn holds(&self, unit: Option<i64>) -> bool {
        self.everything || unit.is_some_and(|unit| self.units.contains(&unit))
    }

    /// The units within, to ask the store with; nothing where there is no bound.
    pub fn units(&self) -> Option<&BTreeSet<i64>> {
        (!self.everything).then_some(&self.units)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{books::catalogue::UnitVersion, day::Period};

    fn books() -> Catalogue {
        let unit = |unit, parent| UnitVersion {
            id: unit * 10,
            unit,
            code: unit.to_string(),
            name: crate::Words::default(),
            parent,
            period: Period { from: NaiveDate::MIN, to: None },
            decision: String::new(),
            note: String::new(),
        };
        Catalogue {
            units: vec![unit(1, None), unit(2, Some(1)), unit(3, Some(2)), unit(4, Some(1))],
            ..Catalogue::default()
        }
    }

    fn scope(reach: Reach, unit: Option<i64>) -> Scope {
        Scope::of(reach, unit, &books(), NaiveDate::default())
    }

    #[test]
    fn below_is_the_unit_and_what_lies_under_it() {
        let scope = scope(Reach::Below, Some(2));
        let held: Vec<i64> = (1..=5).filter(|unit| scope.holds(Some(*unit))).collect();
        assert_eq!(held, [2, 3]);
        assert!(!scope.holds(None), "what belongs to no unit is nobody's below");
    }

    #[test]
    fn a_unit_that_is_not_there_is_answered_for_by_the_nearest_above() {
        let mut books = books();
        let day = NaiveDate::default();
        assert_eq!(books.answering_on(3, day), Some(3));
        for version in &mut books.units[1..3] {
            version.period.to = day.pred_opt();
        }
        assert_eq!(books.answering_on(3, day), Some(1));
        // The house went too, and had been below one of its rooms once.
        books.units[0].period.to = day.pred_opt();
        books.units[0].parent = Some(3);
        assert_eq!(books.answering_on(3, day), None);
    }

    #[test]
    fn an_empty_scope_holds_nothing_rather_than_everything() {
        for empty in [
            Scope::default(),
            scope(Reach::Below, None),
            scope(Reach::Nothing, Some(1)),
            scope(Reach::Oneself, Some(1)),
        ] {
            assert!(!empty.holds(Some(1)) && !empty.holds(None));
            assert_eq!(empty.units(), Some(&BTreeSet::new()));
        }
    }

    #[test]
    fn what_is_narrowed_never_grows() {
        let (all, room) = (|| scope(Reach::Everything, None), || scope(Reach::Below, Some(2)));
        assert_eq!(all().and(room()), room());
        assert_eq!(room().and(all()), room());
        assert_eq!(all().and(all()), all());
        assert_eq!(room().and(scope(Reach::Below, Some(3))), scope(Reach::Below, Some(3)));
        assert_eq!(room().and(scope(Reach::Below, Some(4))), Scope::default());
        assert_eq!(all().and(Scope::default()), Scope::default());
    }

    #[test]
    fn everything_has_no_bound() {
        let scope = scope(Reach::Everything, None);
        assert!(scope.holds(Some(9)) && scope.holds(None) && scope.units().is_none());
    }
}
