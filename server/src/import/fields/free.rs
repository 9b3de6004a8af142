//! Cells in the words of people: names that are meant, texts of several lines, days that may be left out.

use chrono::NaiveDate;
use domain::{Reason, text};

use super::Fields;

impl Fields<'_> {
    /// A name off a closed list, or what people write for it, whatever its case and marks.
    pub fn meant<T: Copy>(
        &mut self,
        column: &'static str,
        all: &[(T, &[&str])],
        name: fn(T) -> &'static str,
    ) -> Option<T> {
        let given = text::fold(&self.given(column)?);
        let is_it =
            |(one, others): &&(T, &[&str])| name(*one) == given || others.contains(&given.as_str());
        if let Some((one, _)) = all.iter().find(is_it) {
            return Some(*one);
        }
        let names: Vec<&str> = all.iter().map(|(one, _)| name(*one)).collect();
        self.fault_about(column, Reason::UnknownChoice, names.join(", "))
    }

    /// Words of any number of lines; empty where nothing stands.
    pub fn passage(&mut self, column: &'static str, most: usize) -> Option<String> {
        let text = self.words_of(column)?;
        self.passing(column, text, |text| text.chars().nth(most).is_none(), Reason::TooLong(most))
    }

    /// A day, or nothing where the cell is empty.
    pub fn day(&mut self, column: &'static str) -> Option<Option<NaiveDate>> {
        self.date(column)
    }
}
