//! What is pressed on a question, by pointer or by key.

use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    prelude::*,
};

use super::Flow;
use crate::browser::{focus, form, later::later};

/// How long a chosen level is seen before the next question comes.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(250);

impl Flow {
    /// A level chosen by pointer brings the next question. Arrow keys do not: they pass over
    /// levels on the way.
    pub(in crate::survey) fn point(self, event: &MouseEvent) {
        if event.detail() < 1 || !form::is_option(event) {
            return;
        }
        let step = self.step.get_untracked();
        let go_on = move || {
            if self.step.get_untracked() == step && untrack(|| self.is_answered()) {
                self.next();
            }
        };
        later(PAUSE, Box::new(go_on));
    }

    /// Takes the answer to a question back.
    pub(in crate::survey) fn clear(self, code: &str) {
        form::clear(code);
        self.keep();
        // The button that was pressed goes away, and would take the focus with it.
        focus::soon(["a-", code].concat());
    }

    /// Numbers choose a level, 0 "không áp dụng"; Enter goes on. Only where the question has the
    /// focus: elsewhere a single key may stand for something else, as in speech control (WCAG 2.1.4).
    pub(in crate::survey) fn key(self, event: &KeyboardEvent) {
        let Some(step) = self.step.get_untracked() else { return };
        if form::is_chord(event) {
            return;
        }
        if self.settling.get_untracked() && event.key() != "Tab" {
            // A key pressed twice was meant for the step before, whatever it would do here.
            return event.prevent_default();
        }
        if !form::is_question(event) {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                self.next();
            }
            "0" => form::choose(&self.code(step), "na"),
            level @ ("1" | "2" | "3" | "4" | "5") => form::choose(&self.code(step), level),
            _ => {}
        }
    }
}
