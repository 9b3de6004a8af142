//! The targets that indicators of a page are held against.

use domain::office::figures::target::Indicator;

use super::series::Goal;
use crate::{
    node::Node,
    problem::Problem,
    store::targets::{self, Target},
};

/// What the index shall reach in a year.
pub struct Goals(Vec<Target>);

impl Goals {
    /// The targets of the index of a year.
    pub async fn read(node: &Node, year: i64) -> Result<Self, Problem> {
        let mut tx = node.db.snapshot().await?;
        let mut all = targets::all(&mut tx).await?;
        tx.commit().await?;
        let index = Indicator::Satisfaction.number();
        all.retain(|target| target.indicator == index && target.year == year);
        Ok(Self(all))
    }

    /// A unit's own target, or that of the department where it has none.
    pub fn of(&self, unit: Option<i64>) -> Option<Goal> {
        let set_for = |unit: Option<i64>| self.0.iter().find(|target| target.unit_id == unit);
        let target = unit.and_then(|unit| set_for(Some(unit))).or_else(|| set_for(None))?;
        let (year, basis) = (target.year, target.basis.clone());
        Some(Goal { value: u64::try_from(target.value).ok()?, year, basis })
    }
}
