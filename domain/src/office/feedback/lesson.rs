//! Bodies of lessons: what was learned, once for all the cases that it was learned from.

use serde::{Deserialize, Serialize};

use crate::{
    fault::{Fault, Reason},
    office::entry::{CODE, Fields, NOTE},
};

/// A lesson as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LessonRow {
    /// Its number.
    pub id: i64,
    /// What was learned; what looks personal is left out.
    pub text: String,
    /// What several lessons are about; may be empty.
    pub theme: String,
    /// The day it was first written, `YYYY-MM-DD`.
    pub day: String,
    /// How many cases it came from, of the whole house.
    pub cases: i64,
}

/// A lesson with its cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LessonPage {
    /// What a list shows.
    pub row: LessonRow,
    /// The cases that are there for the reader, the newest first.
    pub cases: Vec<LessonCase>,
}

/// A case that a lesson came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LessonCase {
    /// Its number.
    pub number: i64,
    /// Its first words, without what looks personal.
    pub subject: String,
    /// The day it was sent, `YYYY-MM-DD`.
    pub sent: String,
}

/// A lesson of a case, as the case's page names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseLesson {
    /// Its number.
    pub id: i64,
    /// What was learned.
    pub text: String,
}

/// What is learned from a case: something new, or what others taught before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewLesson {
    /// The number of a lesson that is there; none for a new one.
    pub lesson: Option<i64>,
    /// What was learned, of a new one.
    pub text: String,
    /// What it is about, of a new one; may be empty.
    pub theme: String,
}

/// A lesson with nothing wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckedLesson {
    /// One that is there, by its number.
    Known(i64),
    /// A new one: its text and theme.
    New(String, String),
}

impl NewLesson {
    /// The lesson as it is stored, or everything wrong with it.
    pub fn check(&self) -> Result<CheckedLesson, Vec<Fault>> {
        let mut fields = Fields::default();
        if let Some(id) = self.lesson {
            let is_new = !self.text.trim().is_empty() || !self.theme.trim().is_empty();
            let known = match is_new {
                true => fields.fault("lesson", Reason::Twice),
                false => Some(CheckedLesson::Known(id)),
            };
            return fields.end(known);
        }
        let text = fields.given_text("text", &self.text, NOTE);
        let theme = fields.short("theme", &self.theme, CODE * 2);
        fields.end(text.zip(theme).map(|(text, theme)| CheckedLesson::New(text, theme)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_is_new_or_was_there() {
        let lesson = |lesson, text: &str, theme: &str| {
            let [text, theme] = [text, theme].map(str::to_owned);
            NewLesson { lesson, text, theme }.check()
        };
        assert_eq!(lesson(Some(3), "", " "), Ok(CheckedLesson::Known(3)));
        let new = CheckedLesson::New("Ghi rõ hạn".to_owned(), "Hạn".to_owned());
        assert_eq!(lesson(None, " Ghi rõ hạn ", "Hạn"), Ok(new));
        let codes = |it: Result<CheckedLesson, Vec<Fault>>| -> Vec<String> {
            let faults = it.unwrap_err();
            faults.iter().map(|it| [it.field(), it.reason.code()].join(" ")).collect()
        };
        assert_eq!(codes(lesson(Some(3), "A", "")), ["lesson twice"]);
        assert_eq!(codes(lesson(None, "", "a\nb")), ["text missing", "theme line_break"]);
    }
}
