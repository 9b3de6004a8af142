//! One question with its answers.

use domain::ballot::instrument::Scale;
use leptos::prelude::*;

use super::{flow::Flow, page::Question};
use crate::text::SurveyWords;

impl Question {
    /// The answers it offers: the value that is sent, and the words.
    fn options(&self, words: &'static SurveyWords) -> Vec<(&'static str, &'static str)> {
        let labels: &[&str] = match self.scale {
            Scale::Satisfaction => &words.levels,
            Scale::Occurrence => &words.occurrences,
        };
        let levels = ["1", "2", "3", "4", "5"].into_iter().zip(labels.iter().copied());
        levels.chain(self.may_not_apply.then_some(("na", words.not_applicable))).collect()
    }
}

/// A question as a group of radio buttons, with its fault beside it.
#[component]
pub(super) fn QuestionField(
    question: Question,
    /// Its place in the form, from 0.
    place: usize,
    words: &'static SurveyWords,
    /// The value that was sent.
    typed: String,
    flow: Flow,
) -> impl IntoView {
    let name = ["a.", &question.code].concat();
    let anchor = ["a-", &question.code].concat();
    let note = ["f-", &question.code].concat();
    let field = ["answers.", &question.code].concat();
    let fault = move || flow.fault(&field);
    let is_faulty = fault.clone();
    let options = question
        .options(words)
        .into_iter()
        .map(|(value, label)| {
            let checked = typed == value;
            view! {
                <label>
                    <input type="radio" name=name.clone() value=value checked=checked/>
                    {label}
                </label>
            }
        })
        .collect::<Vec<_>>();
    let note_id = note.clone();
    let clear = move || {
        let code = question.code.clone();
        flow.has_answer(&code).then(|| {
            view! {
                <button type="button" class="clear" on:click=move |_| flow.clear(&code)>
                    {words.clear}
                </button>
            }
        })
    };
    let factor = Some(question.factor).filter(|factor| !factor.is_empty());
    let factor = factor.map(|factor| view! { <small>{factor}</small> });
    view! {
        <fieldset
            hidden=move || flow.is_away(place)
            aria-describedby=move || is_faulty().map(|_| note_id.clone())
        >
            <legend id=anchor tabindex="-1">
                {factor}
                {question.text}
            </legend>
            {move || fault().map(|fault| view! { <p class="fault" id=note.clone()>{fault}</p> })}
            {options}
            {clear}
        </fieldset>
    }
}
