//! The clock on the wall, where a test must not be cut in two by it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{Datelike, Utc};
use domain::day::{Month, local_day};

/// The server counts crowds and guesses in stretches so long; days and months begin with one, too.
const STRETCH: Duration = Duration::from_secs(600);
/// What a test that depends on it takes at most.
const TEST: Duration = Duration::from_secs(6);

/// Waits where a stretch is about to end: a test that counts, or names the day, stays within one.
#[expect(
    clippy::disallowed_methods,
    reason = "a test outside the server looks at the clock itself"
)]
pub(crate) async fn clear_of_its_turn() {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    let left = STRETCH - Duration::from_millis((now.as_millis() % STRETCH.as_millis()) as u64);
    if left < TEST {
        tokio::time::sleep(left).await;
    }
}

/// By how many seconds a clock is late that shows the middle of a month.
///
/// # Panics
/// If the month is still to come.
#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the day it is")]
pub fn middle_of(month: Month) -> i64 {
    let (today, number) = (local_day(Utc::now()), month.number());
    let first = today.with_day(1).expect("every month has one");
    let months = (i64::from(first.year()) * 12 + i64::from(first.month()))
        - (number / 100 * 12 + number % 100);
    let months = chrono::Months::new(u32::try_from(months).expect("not yet to come"));
    let then = first.checked_sub_months(months).expect("a month") + chrono::Days::new(14);
    (then - today).num_seconds()
}
