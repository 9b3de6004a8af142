//! Which months a page looks at: those of its period, and those before it that a chart shows.

use std::ops::Range;

use chrono::NaiveDate;
use domain::{
    day::{self, Month},
    figures::publish::scheme::{Length, Scheme, Span},
};

use super::Lens;
use crate::node::Node;

/// A chart shows so many months.
pub const LONGEST: i64 = 24;

/// So many months before a period are what it is held against.
const YEAR: usize = 12;

/// All months up to a period, the oldest first, which of them are drawn, and which are the period's.
///
/// Limits come from the first months that there are, not from the first that are drawn: a baseline that slid
/// with the chart would change what was said before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// How time is cut.
    pub scheme: Scheme,
    /// The period.
    pub span: Span,
    /// The months that are looked at, from the first ballots on; at least as many as are drawn.
    pub months: Vec<Month>,
    /// The places of the period's months.
    pub period: Range<usize>,
}

impl Window {
    /// The window that ends with a period, or with today where the period is still running; it begins with
    /// the oldest month, where that is known and lies before what is drawn.
    pub fn of(scheme: Scheme, span: Span, running: Month, oldest: Option<Month>) -> Self {
        let last = span.last().min(running.max(span.first));
        let drawn = last.plus(1 - LONGEST);
        let first = oldest.map_or(drawn, |oldest| oldest.min(drawn));
        let months = std::iter::successors(Some(first), |month| Some(month.plus(1)));
        let months: Vec<Month> = months.take_while(|month| *month <= last).collect();
        let begin = months.iter().position(|month| *month >= span.first).unwrap_or_default();
        let period = begin..months.len();
        Self { scheme, span, months, period }
    }

    /// The same without the months before the first of these places.
    #[must_use]
    pub fn from_place(mut self, first: usize) -> Self {
        let first = first.min(self.period.start);
        self.months.drain(..first);
        self.period = self.period.start - first..self.period.end - first;
        self
    }

    /// The places of the months that a chart shows: the newest ones.
    pub fn drawn(&self) -> Range<usize> {
        let longest = usize::try_from(LONGEST).unwrap_or(usize::MAX);
        self.months.len().saturating_sub(longest).min(self.period.start)..self.months.len()
    }

    /// The places of the months before the period that it is held against: at most twelve.
    pub fn before(&self) -> Range<usize> {
        self.period.start.saturating_sub(YEAR)..self.period.start
    }

    /// The places of the last twelve months, the period's among them; the whole period where it is longer.
    pub fn year(&self) -> Range<usize> {
        self.months.len().saturating_sub(YEAR).min(self.period.start)..self.months.len()
    }

    /// The first and the last day that count in these months.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let first = *self.months.first()?;
        let count = i64::try_from(self.months.len()).ok()?;
        Scheme::days_within(self.scheme.stretch(first, count)?)
    }

    /// The place of the month in which a stored day or month counts.
    pub fn place(&self, period: i64) -> Option<usize> {
        let month = if period > Month::LAST.number() {
            self.scheme.month_at(day::start_of(day::from_number(period)?))
        } else {
            Month::from_number(period)?
        };
        self.months.binary_search(&month).ok()
    }
}

/// The month that is running under a lens.
pub(super) fn running(node: &Node, lens: &Lens) -> Month {
    lens.scheme.month_at((node.world.now)())
}

/// A month as a period.
pub(super) fn month(first: Month) -> Span {
    Span { first, length: Length::Month }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Month {
        Month::read(text).unwrap()
    }

    #[test]
    fn a_window_ends_with_its_period_or_with_today() {
        let scheme = Scheme::read("calendar").unwrap();
        let quarter = Span::read("2026-q3").unwrap();
        let over = Window::of(scheme, quarter, read("2026-11"), None);
        assert_eq!((over.months.len(), over.period.clone()), (24, 21..24));
        assert_eq!((over.months[0], over.before(), over.year()), (read("2024-10"), 9..21, 12..24));
        let begun = Window::of(scheme, quarter, read("2026-08"), None);
        assert_eq!((begun.months[23], begun.period.clone()), (read("2026-08"), 22..24));
        let short = begun.from_place(20);
        assert_eq!((short.months.len(), short.period.clone(), short.before()), (4, 2..4, 0..2));
        let year = Window::of(scheme, Span::read("2025").unwrap(), read("2026-11"), None);
        assert_eq!((year.before(), year.year()), (0..12, 12..24));
        let later = Some(read("2026-01"));
        assert_eq!(Window::of(scheme, quarter, read("2026-11"), later), over);
        let long = Window::of(scheme, quarter, read("2026-11"), Some(read("2024-07")));
        assert_eq!((long.months.len(), long.drawn(), long.period.clone()), (27, 3..27, 24..27));
        assert_eq!((long.before(), long.year()), (12..24, 15..27));
    }

    #[test]
    fn days_count_in_the_month_of_their_scheme() {
        let scheme = Scheme::read("kstt").unwrap();
        let window = Window::of(scheme, Span::read("2026-08").unwrap(), read("2026-11"), None);
        let at = |day| window.place(day).map(|place| window.months[place].to_string());
        assert_eq!(at(20_260_714).as_deref(), Some("2026-07"));
        assert_eq!(at(20_260_715).as_deref(), Some("2026-08"));
        assert_eq!(at(20_260_815), None);
        assert_eq!(window.days().unwrap().1.to_string(), "2026-08-14");
    }
}
