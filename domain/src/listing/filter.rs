//! What else the rows of a list have to be; an empty filter is as if it were not there.

use chrono::NaiveDate;

use crate::{
    day,
    fault::{Fault, Reason},
};

/// What a filter asks for; nothing, where it is empty.
pub fn non_empty<'a>(filter: impl Into<Option<&'a str>>) -> Option<&'a str> {
    filter.into().filter(|text| !text.is_empty())
}

/// Whether a row's value is the one that a filter asks for, if it asks for any.
pub fn fits<'a>(filter: impl Into<Option<&'a str>>, value: impl Into<Option<&'a str>>) -> bool {
    non_empty(filter).is_none_or(|text| value.into() == Some(text))
}

/// The first and the last day asked for, as `from` and `to`, with what is wrong with them.
pub fn days(
    from: &str,
    to: &str,
    faults: &mut Vec<Fault>,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let mut read = |field, text| {
        let day = non_empty(text).map(day::read);
        if day == Some(None) {
            faults.push(Fault::new(field, Reason::BadDate));
        }
        day.flatten()
    };
    let (from, to) = (read("from", from), read("to", to));
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        faults.push(Fault::new("to", Reason::EndsBeforeItBegins));
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_filter_asks_for_nothing() {
        assert!(fits("", "A") && fits(None, "A") && fits(Some(""), None));
        assert!(fits("A", "A") && !fits("A", "B") && !fits(Some("A"), None));
    }
}
