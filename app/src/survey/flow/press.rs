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
    /// A button does what its value says. A level chosen by pointer brings the next question; arrow keys
    /// do not: they pass over levels on the way.
    pub(in crate::survey) fn point(self, event: &MouseEvent) {
        match form::pressed(event).as_str() {
            "" => {}
            "next" => return self.next(),
            "back" => return self.back(),
            "anew" => return self.start_over(),
            code => return self.clear(code),
        }
        if event.detail() < 1 || !form::is_option(event) {
            return;
        }
        let step = self.step.get_untracked();
        let go_on = move || {
            let now = self.step.get_untracked();
            if now == step && now.is_some_and(|step| self.is_answered(step)) {
                self.next();
            }
        };
        later(PAUSE, Box::new(go_on));
    }

    /// Takes the answer to a question back.
    fn clear(self, code: &str) {
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
        if self.settling.get_untracked() && event.key() != "Tab" && !form::is_text(event) {
            // A key pressed twice was meant for the step before, whatever it would do here. Whoever is
            // in a text already means it.
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
