//! Service points as they are shown.

use chrono::NaiveDate;

use super::ServicePointRow;
use crate::books::{
    catalogue::{Catalogue, ServicePoint},
    content::ServicePointText,
};

impl ServicePointRow {
    /// A service point. Its state is left to whoever keeps the books.
    pub fn of(books: &Catalogue, point: &ServicePoint, today: NaiveDate) -> Self {
        let ServicePointText { units, procedures, .. } = books.service_point_text(point);
        Self {
            state: String::new(),
            code: point.code.clone(),
            name: point.name.clone(),
            channel: point.channel,
            units,
            procedures,
            from: point.period.from.to_string(),
            until: point.period.to.map(|last| last.to_string()),
            in_force: point.period.holds(today),
        }
    }
}
