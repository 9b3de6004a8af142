//! The form on which a kept ballot is corrected: the survey's own fields, without scripts.

use leptos::prelude::*;

use super::{faults::FaultSummary, flow::Flow, form, page::SurveyPage};
use crate::{address::in_language, text};

/// The form, filled in with what is kept.
#[component]
pub fn CorrectForm(
    /// The questions, and what is kept or was typed.
    page: SurveyPage,
    /// The receipt code.
    receipt: String,
    /// The pin.
    pin: String,
) -> impl IntoView {
    let (words, action) = (text::own(page.lang), in_language("/phieu", page.lang));
    let flow = Flow::new(page.clone());
    let fields = form::fields(&page);
    let hidden = [("receipt", receipt), ("pin", pin), ("pass", page.pass.clone())]
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect::<Vec<_>>();
    view! {
        <h1>{words.correct}</h1>
        <p>{page.title.clone()}</p>
        <p>{words.correct_help}</p>
        <form method="post" action=action>
            {hidden}
            <input type="hidden" name="step" value="correct-sure"/>
            <FaultSummary page flow/>
            <div id="steps" inner_html=fields></div>
            <div class="sending">
                <button>{words.save}</button>
            </div>
        </form>
    }
}
