//! Service points as they are shown.

use chrono::NaiveDate;

use super::ServicePointRow;
use crate::books::catalogue::ServicePoint;

impl ServicePointRow {
    /// A service point. Its state is left to whoever keeps the books.
    pub fn of(point: &ServicePoint, today: NaiveDate) -> Self {
        Self {
            state: String::new(),
            code: point.code.clone(),
            name: point.name.clone(),
            channel: point.channel,
            from: point.period.from.to_string(),
            until: point.period.to.map(|last| last.to_string()),
            in_force: point.period.holds(today),
        }
    }
}
