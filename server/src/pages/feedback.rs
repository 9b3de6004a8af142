//! `/gop-y`: sending feedback by a plain form, with files; and the card with its codes.

mod matter;
pub mod thanks;

use std::sync::Arc;

use app::{
    document::{Area, Head, Sheet},
    feedback::{
        FeedbackForm, FormPage,
        fields::{self, COMPLAINT},
    },
    survey::{Label, Typed},
    text,
};
use axum::{
    extract::{Query, State},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use domain::{
    Fault, Lang, Reason,
    ballot::consent::{ANSWER_FEEDBACK, PUBLISH_FEEDBACK},
    fault::SpokenFault,
};
use leptos::prelude::*;
use serde::Deserialize;

use self::matter::Matter;
use super::{head, still, with_status};
use crate::{
    feedback::{
        attachments::Upload,
        keep::{self, Sent},
    },
    node::Node,
    problem::Problem,
    sender::Sender,
    sent::files::{SentFile, SentFiles},
    speech::Speech,
};

/// Where the person stands and what it is about, as a QR code carries it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct FeedbackQuery {
    p: String,
    unit: String,
    procedure: String,
}

/// The form.
pub async fn show(
    State(node): State<Node>,
    Query(query): Query<FeedbackQuery>,
    Speech(lang): Speech,
) -> Result<Response, Problem> {
    let (books, today) = (node.books(), node.today());
    let procedure = books.catalogue.procedure_on(&query.procedure, today);
    let unit = books.catalogue.unit_meant_on(&query.unit, today);
    let about = procedure.map(|it| &it.name).or_else(|| unit.map(|it| &it.name));
    let about = about.map(|name| name.get(lang).to_owned()).unwrap_or_default();
    let typed = Typed(vec![("p".to_owned(), query.p), ("about".to_owned(), about)]);
    let page = FormPage { id: draw_id(&node), ..page(&node, typed, lang).await };
    Ok(form(&node, page))
}

/// Takes the form, with its files or without.
pub async fn create(
    State(node): State<Node>,
    Speech(lang): Speech,
    mut sender: Sender,
    SentFiles { fields: typed, files }: SentFiles,
) -> Result<Response, Problem> {
    let typed = Typed(typed);
    sender.pass = Some(typed.get("pass").to_owned());
    if typed.get("kind") == COMPLAINT {
        let id = typed.get("id").to_owned();
        let page = FormPage { id, is_complaint: true, ..page(&node, typed, lang).await };
        return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, form(&node, page)));
    }
    let (mut message, mut faults) = fields::message(&typed);
    let matter = Matter::of(&node, &typed, lang).await?;
    matter.add_to(&mut message);
    let typed = matter.settled(&node, typed, lang);
    if matter.is_open() {
        faults.push(Fault::new("about", Reason::UnknownChoice));
    }
    let sent = Sent { message, uploads: files.into_iter().map(upload).collect(), faults };
    match keep::keep(&node, sent, &sender).await {
        Ok((_, ticket)) => Ok(thanks::way(&node, &ticket, lang)),
        Err(problem) => again(&node, typed, (&problem, matter), lang).await,
    }
}

/// A file of the form as it is to be looked into.
pub(super) fn upload(file: SentFile) -> Upload {
    Upload { name: file.name, bytes: file.bytes }
}

/// The form with why it was not taken; nothing typed is lost over it.
async fn again(
    node: &Node,
    typed: Typed,
    (problem, matter): (&Problem, Matter),
    lang: Lang,
) -> Result<Response, Problem> {
    let words = text::feedback(lang);
    let told = |message: &str| {
        vec![SpokenFault { field: String::new(), code: String::new(), message: message.to_owned() }]
    };
    let mut pass = String::new();
    let faults = match problem {
        Problem::Faults(_) => {
            problem.spoken(lang).into_iter().map(|fault| in_words(fault, lang)).collect()
        }
        Problem::Conflict => told(words.sent_before),
        Problem::Away | Problem::Broken => told(words.busy),
        Problem::Crowded(challenge) => {
            pass.clone_from(&challenge.ticket);
            told(&(words.crowd)(challenge.seconds))
        }
        problem => return Err(problem.clone()),
    };
    let is_spent = matches!(problem, Problem::Conflict)
        || faults.iter().any(|fault: &SpokenFault| fault.field == "id");
    let id = if is_spent { draw_id(node) } else { typed.get("id").to_owned() };
    let page =
        FormPage { id, faults, pass, choices: matter.choices(), ..page(node, typed, lang).await };
    let mut reply = with_status(problem.status(), form(node, page));
    if let Problem::Crowded(challenge) = problem {
        let challenge = Arc::clone(challenge);
        reply.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(challenge.seconds));
    }
    Ok(reply)
}

/// A fault of a choice says what to choose: the reason alone speaks of fields.
fn in_words(fault: SpokenFault, lang: Lang) -> SpokenFault {
    let words = text::feedback(lang);
    let named = |name: &str| [name.trim_end_matches('?'), ": ", words.choose].concat();
    let message = match (fault.field.as_str(), fault.code.as_str()) {
        ("kind", _) => named(words.kind),
        ("reply", _) => named(words.reply),
        ("about", _) => words.about_fault.to_owned(),
        ("text", "missing") => [words.text, ": ", &fault.message].concat(),
        ("contact.name", _) => [words.name, ": ", &fault.message].concat(),
        ("contact.phone", _) => [words.phone, ": ", &fault.message].concat(),
        _ => return fault,
    };
    SpokenFault { message, ..fault }
}

/// An id that tells nothing, not even when it was drawn.
pub(super) fn draw_id(node: &Node) -> String {
    let mut bytes = [0; 16];
    (node.world.fill)(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}

/// The form with what was typed.
async fn page(node: &Node, typed: Typed, lang: Lang) -> FormPage {
    let (books, today) = (node.books(), node.today());
    let point = books.catalogue.point_on(typed.get("p"), today);
    let text = |purpose: &'static str| {
        let text = books.catalogue.consent_text(purpose)?;
        Some((purpose, Label::new(&text.key(), &text.text, lang)))
    };
    FormPage {
        lang,
        point: point.map(|point| Label::new(&point.code, &point.name, lang)),
        offers: matter::offers(node, point, lang).await,
        consents: [ANSWER_FEEDBACK, PUBLISH_FEEDBACK].into_iter().filter_map(text).collect(),
        typed,
        ..FormPage::default()
    }
}

fn form(node: &Node, page: FormPage) -> Response {
    let here = match &page.point {
        Some(point) => format!("/gop-y?p={}", point.code),
        None => "/gop-y".to_owned(),
    };
    let head = feedback_head(node, page.lang, page.title(), here);
    still(&head, move || view! { <FeedbackForm page/> })
}

/// What stands around the form and around its thanks.
fn feedback_head(node: &Node, lang: Lang, title: String, here: String) -> Head {
    Head { area: Area::Feedback, sheet: Sheet::Feedback, ..head(node, lang, title, here) }
}
