//! The page's data, as the server put them beside its HTML.

use domain::{Lang, ballot::instrument::Scale, fault::SpokenFault};
use leptos::prelude::document;
use wasm_bindgen::JsValue;

use super::json::{get, list, parse, text};
use crate::survey::page::{Label, Question, SurveyPage};

/// The survey that this page shows; nothing, if it shows none.
pub fn survey() -> Option<SurveyPage> {
    let page = parse(&document().get_element_by_id("page")?.text_content()?);
    page.is_object().then(|| SurveyPage {
        lang: Lang::read(&text(&page, "lang")),
        campaign: text(&page, "campaign"),
        instrument: text(&page, "instrument"),
        ballot: text(&page, "ballot"),
        questions: list(&page, "questions", |entry| question(&entry)),
        comment_limit: whole(&get(&page, "comment_limit")),
        service_point: label(&get(&page, "service_point")),
        unit: label(&get(&page, "unit")),
        procedure: label(&get(&page, "procedure")),
        token: text(&page, "token"),
        faults: list(&page, "faults", |entry| fault(&entry)),
        pass: text(&page, "pass"),
        ..SurveyPage::default()
    })
}

fn question(entry: &JsValue) -> Question {
    Question {
        code: text(entry, "code"),
        scale: match text(entry, "scale").as_str() {
            "occurrence" => Scale::Occurrence,
            _ => Scale::Satisfaction,
        },
        text: text(entry, "text"),
        after: text(entry, "after"),
        factor: String::new(),
        levels: Vec::new(),
        may_not_apply: false,
    }
}

fn label(entry: &JsValue) -> Option<Label> {
    entry.is_object().then(|| Label { code: text(entry, "code"), name: text(entry, "name") })
}

/// A fault as it travels.
pub(super) fn fault(entry: &JsValue) -> SpokenFault {
    SpokenFault {
        field: text(entry, "field"),
        code: text(entry, "code"),
        message: text(entry, "message"),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a saturating cast")]
fn whole(value: &JsValue) -> usize {
    value.as_f64().unwrap_or_default() as usize
}
