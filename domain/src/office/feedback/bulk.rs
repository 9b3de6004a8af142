//! One step for many cases: each takes it or is named with the reason.

use serde::{Deserialize, Serialize};

use super::order::{CheckedOrder, OrderForm};
use crate::{
    fault::{Fault, Reason},
    feedback::order::Order,
};

/// The most cases of one call.
pub const MOST: usize = 500;

/// The steps that may be taken for many cases at once: those that say the same of each.
pub const STEPS: [Order; 4] = [Order::Receive, Order::Assign, Order::Accept, Order::PutOff];

/// A step for many cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkForm {
    /// The step; how many lines were seen stands with each case.
    pub step: OrderForm,
    /// The cases, 500 at most.
    pub cases: Vec<SeenCase>,
}

/// A case as somebody saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SeenCase {
    /// Its number.
    pub number: i64,
    /// How many lines its log had.
    pub seen: u32,
}

/// What became of a step for many cases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkOutcome {
    /// So many took it.
    pub done: usize,
    /// Those that did not.
    pub left: Vec<LeftCase>,
}

/// A case that did not take a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LeftCase {
    /// Its number.
    pub number: i64,
    /// Why, in the reader's language.
    pub why: String,
}

impl BulkForm {
    /// The step, and the cases in the order in which they are taken: each once, by number.
    pub fn check(&self) -> Result<(CheckedOrder, Vec<SeenCase>), Vec<Fault>> {
        let (mut faults, step) = match self.step.check() {
            Ok(step) => (Vec::new(), Some(step)),
            Err(faults) => (faults, None),
        };
        if !STEPS.contains(&self.step.order) {
            faults.push(Fault::new("order", Reason::UnknownChoice));
        }
        if self.cases.is_empty() {
            faults.push(Fault::new("cases", Reason::Missing));
        }
        if self.cases.len() > MOST {
            faults.push(Fault::new("cases", Reason::TooMany(MOST)));
        }
        let mut cases = self.cases.clone();
        cases.sort_by_key(|case| case.number);
        cases.dedup_by_key(|case| case.number);
        match step {
            Some(step) if faults.is_empty() => Ok((step, cases)),
            _ => Err(faults),
        }
    }
}
