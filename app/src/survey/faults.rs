//! What is to be mended: a summary on top whose lines lead to their fields.

use domain::fault::SpokenFault;
use leptos::prelude::*;

use super::{
    flow::Flow,
    page::{SurveyPage, anchor},
};
use crate::text;

/// The summary; nothing while there is nothing to mend.
#[component]
pub(super) fn FaultSummary(page: SurveyPage, flow: Flow) -> impl IntoView {
    let words = text::survey(page.lang);
    move || {
        let faults = flow.faults();
        (!faults.is_empty()).then(|| {
            let lines = faults.into_iter().map(|fault| line(&page, fault)).collect::<Vec<_>>();
            view! {
                <div class="faults" id="faults" role="alert" tabindex="-1">
                    <h2>{words.mend}</h2>
                    <ul>{lines}</ul>
                </div>
            }
        })
    }
}

fn line(page: &SurveyPage, fault: SpokenFault) -> impl IntoView + use<> {
    let item = fault.field.strip_prefix("answers.").unwrap_or_default();
    let question = page.questions.iter().find(|question| question.code == item);
    let said = match question {
        Some(question) => [&question.text, ": ", &fault.message].concat(),
        None => fault.message,
    };
    // Without a place that the person can reach, it is no link.
    let way = anchor(&fault.field).map(|anchor| ["#", &anchor].concat());
    view! { <li><a href=way>{said}</a></li> }
}
