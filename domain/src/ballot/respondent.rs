//! What a person may tell of themselves. Nothing here is required, nothing here identifies.

use serde::{Deserialize, Serialize};

use crate::code::codes;

codes! {
    /// Whom the person spoke for.
    Party {
        /// Themselves.
        Citizen = 1 "citizen",
        /// A business.
        Business = 2 "business",
    }
}

codes! {
    /// Sex, as the person gives it.
    Sex {
        /// Female.
        Female = 1 "female",
        /// Male.
        Male = 2 "male",
        /// Another answer.
        Other = 3 "other",
    }
}

codes! {
    /// Age bands of the national form (Quyết định 1001/QĐ-BNV).
    Age {
        /// 18 to 24 years.
        From18 = 1 "18-24",
        /// 25 to 34 years.
        From25 = 2 "25-34",
        /// 35 to 49 years.
        From35 = 3 "35-49",
        /// 50 to 60 years.
        From50 = 4 "50-60",
        /// More than 60 years.
        Over60 = 5 "over-60",
    }
}

/// Facets of one respondent, each left out unless the person chose to give it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Respondent {
    /// For oneself or for a business.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<Party>,
    /// Sex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Age band.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<Age>,
}

impl Respondent {
    /// One number for the row: a decimal digit per facet, 0 where nothing was given.
    pub fn packed(self) -> i64 {
        let digit = |number: Option<i64>| number.unwrap_or(0);
        digit(self.party.map(Party::number))
            + 10 * digit(self.sex.map(Sex::number))
            + 100 * digit(self.age.map(Age::number))
    }

    /// The facets behind a packed number; digits that mean nothing are read as not given.
    pub fn unpacked(number: i64) -> Self {
        Self {
            party: Party::from_number(number % 10),
            sex: Sex::from_number(number / 10 % 10),
            age: Age::from_number(number / 100 % 10),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_survives_packing() {
        let some = |all: &[Party]| all.iter().copied().map(Some).chain([None]).collect::<Vec<_>>();
        for party in some(Party::ALL) {
            for sex in Sex::ALL.iter().copied().map(Some).chain([None]) {
                for age in Age::ALL.iter().copied().map(Some).chain([None]) {
                    let respondent = Respondent { party, sex, age };
                    assert_eq!(Respondent::unpacked(respondent.packed()), respondent);
                }
            }
        }
    }
}
