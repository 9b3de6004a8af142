//! One question with its answers.

use domain::ballot::instrument::Scale;
use leptos::prelude::*;

use super::{
    fields::Typed,
    page::{Question, SurveyPage, YES},
};
use crate::text::{self, FormWords};

impl Question {
    /// The answers it offers: the value that is sent, and the words.
    fn options(&self, words: &'static FormWords) -> Vec<(&'static str, String)> {
        if self.is_lead() {
            return vec![(YES, words.yes.to_owned()), ("na", words.no.to_owned())];
        }
        let labels: &[&str] = match self.scale {
            Scale::Satisfaction => &words.levels,
            Scale::Occurrence => &words.occurrences,
        };
        let own = self.levels.iter().map(String::as_str);
        let labels = own.chain(labels.iter().copied().filter(|_| self.levels.is_empty()));
        let levels = ["1", "2", "3", "4", "5"].into_iter().zip(labels);
        levels
            .chain(self.may_not_apply.then_some(("na", words.not_applicable)))
            .map(|(value, label)| (value, label.to_owned()))
            .collect()
    }

    /// What was answered, as far as it was sent. That a question before others was answered follows
    /// from those, where a kept ballot is corrected.
    fn typed<'a>(&self, typed: &'a Typed) -> &'a str {
        let own = typed.get(&["a.", &self.code].concat());
        if !self.is_lead() || !own.is_empty() {
            return own;
        }
        let led = self.code.split('.').skip(1);
        match led.map(|code| typed.get(&["a.", code].concat())).find(|it| !it.is_empty()) {
            Some("na") => "na",
            Some(_) => YES,
            None => "",
        }
    }
}

/// A question as a group of radio buttons, with its fault beside it.
#[component]
pub(super) fn QuestionField(
    page: SurveyPage,
    /// Its place in the form, from 0.
    place: usize,
) -> impl IntoView {
    let words = text::form(page.lang);
    let question = page.questions[place].clone();
    let name = ["a.", &question.code].concat();
    let [anchor, note] = ["a-", "f-"].map(|mark| [mark, &question.code].concat());
    let typed = question.typed(&page.typed).to_owned();
    let options = question.options(words).into_iter().map(|(value, label)| {
        let checked = typed == value;
        view! {
            <label>
                <input type="radio" name=name.clone() value=value checked=checked/>
                <span>{label}</span>
            </label>
        }
    });
    let options = options.collect::<Vec<_>>();
    let before = place.checked_sub(1).map(|place| &page.questions[place].factor);
    let is_first = before != Some(&question.factor);
    let factor = Some(question.factor.clone()).filter(|factor| !factor.is_empty());
    let factor = factor.map(|factor| view! { <small class:first=is_first>{factor}</small> });
    let kind = match (question.is_lead(), question.after.is_empty()) {
        (true, _) => Some("lead"),
        (_, false) => Some("led"),
        _ => None,
    };
    let is_scale = question.scale == Scale::Satisfaction;
    let fault = page.fault(&["answers.", &question.code].concat());
    view! {
        <fieldset aria-describedby=note class=kind>
            <legend id=anchor tabindex="-1">
                {factor}
                <span>{question.text}</span>
            </legend>
            <p class="fault" id=note.clone()>{fault}</p>
            <div class="levels" class:scale=is_scale>{options}</div>
            <button type="button" class="clear" value=question.code>{words.clear}</button>
        </fieldset>
    }
}
