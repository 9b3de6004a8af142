//! The fields of forms, as pages describe them.

use leptos::prelude::*;

use super::known::Known;
use crate::{office::options::Options, text::office::faults::Way};

/// A field of a form, as its page describes it.
pub(in crate::office) struct Field {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: &'static str,
    pub(super) input: Input,
    /// What a line may be completed to.
    pub(super) known: Option<Signal<Options>>,
    /// Whether it is on view, if that is not always so.
    pub(super) shown: Option<Signal<bool>>,
    /// Whether it may not be left empty, whatever is made of it later.
    needed: bool,
    /// Whether its label says that it may be left empty.
    pub(super) optional: bool,
}

/// What is given to a field.
pub(super) enum Input {
    /// A line: its type, and what the browser may fill in by itself.
    Line(&'static str, &'static str),
    /// Several lines.
    Lines,
    /// One of several.
    One(Signal<Options>),
    /// Yes or no.
    Tick,
    /// Fields under one label.
    Many(Vec<Field>),
}

/// The kind of a line that takes a number.
pub(super) const NUMBER: &str = "number";

fn field(name: &str, label: &str, input: Input) -> Field {
    let (name, label) = (name.to_owned(), label.to_owned());
    Field { name, label, hint: "", input, known: None, shown: None, needed: false, optional: false }
}

/// A line of text.
pub(in crate::office) fn line(name: &str, label: &str) -> Field {
    field(name, label, Input::Line("text", "off"))
}

/// A password, with what password managers know it as.
pub(in crate::office) fn secret(name: &str, label: &str, known: &'static str) -> Field {
    field(name, label, Input::Line("password", known)).needed()
}

/// A line that the browser may fill in by itself.
pub(in crate::office) fn known(name: &str, label: &str, known: &'static str) -> Field {
    field(name, label, Input::Line("text", known)).needed()
}

/// A day.
pub(in crate::office) fn day(name: &str, label: &str) -> Field {
    field(name, label, Input::Line("date", "off"))
}

/// A whole number that must be there. The browser takes whatever is typed: it would keep other letters
/// to itself.
pub(in crate::office) fn whole(name: &str, label: &str) -> Field {
    field(name, label, Input::Line(NUMBER, "off")).needed()
}

/// Several lines of text.
pub(in crate::office) fn lines(name: &str, label: &str) -> Field {
    field(name, label, Input::Lines)
}

/// One of several.
pub(in crate::office) fn one(
    name: &str,
    label: &str,
    options: impl Into<Signal<Options>>,
) -> Field {
    field(name, label, Input::One(options.into()))
}

/// Yes or no.
pub(in crate::office) fn tick(name: &str, label: &str) -> Field {
    field(name, label, Input::Tick)
}

/// Fields under one label; the fault of all of them stands beside it.
pub(in crate::office) fn many(name: &str, label: &str, fields: Vec<Field>) -> Field {
    field(name, label, Input::Many(fields))
}

impl Field {
    /// The same with a hint above it.
    pub(in crate::office) fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    /// The same, which may not be left empty.
    pub(in crate::office) fn needed(self) -> Self {
        Self { needed: true, ..self }
    }

    /// The same, which may be left empty and says so.
    pub(in crate::office) fn optional(self) -> Self {
        Self { needed: false, optional: true, ..self }
    }

    /// What a form knows of it and of the fields within it; `group` is what stands over it.
    pub(super) fn tell_known(&self, group: &str, all: &mut Vec<Known>) {
        let label =
            if group.is_empty() { self.label.clone() } else { [group, ", ", &self.label].concat() };
        let way = match &self.input {
            Input::Line(NUMBER, _) => Way::Number,
            Input::Line("date", _) => Way::Day,
            Input::Line(..) | Input::Lines => Way::Text,
            Input::Many(fields) if fields.iter().any(|it| !matches!(it.input, Input::Tick)) => {
                Way::Text
            }
            Input::One(_) | Input::Tick | Input::Many(_) => Way::Choice,
        };
        let is_secret =
            matches!(self.input, Input::Line("password", _) | Input::Line(_, "one-time-code"));
        let (name, needed, shown) = (self.name.clone(), self.needed, self.shown);
        all.push(Known { name, label, way, needed, shown, is_secret });
        if let Input::Many(fields) = &self.input {
            fields.iter().for_each(|field| field.tell_known(&self.label, all));
        }
    }

    /// The same, offering what is known while something is typed.
    pub(in crate::office) fn offering(self, known: Signal<Options>) -> Self {
        Self { known: Some(known), ..self }
    }

    /// The same, on view only while this holds.
    pub(in crate::office) fn while_it(self, shown: Signal<bool>) -> Self {
        Self { shown: Some(shown), ..self }
    }
}
