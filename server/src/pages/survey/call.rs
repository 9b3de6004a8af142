//! The offer to be called back, on the thanks of a survey: drawn with them, taken as a plain form.
//!
//! It goes to the address of the thanks themselves, so that the receipt on them is not put away over it.

use app::{
    pages::{CallAsked, CallOffer, CallPage},
    survey::{Label, Typed},
    text,
};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use domain::{Lang, ballot::consent::CALL_BACK, fault::SpokenFault, feedback::callback::CallForm};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    super::{feedback, still, with_status},
    form_head,
};
use crate::{
    feedback::calls::{self, Offer, Outcome},
    keys::{hex, unhex},
    node::Node,
    problem::Problem,
    receipts::{Of, view::ReceiptView},
    sent::SentForm,
    speech::Speech,
};

/// What a form's seal is for.
const PURPOSE: &str = "ballot.call";
/// How long a form serves, in milliseconds.
const SERVES: i64 = 3_600_000;

/// The offer that goes with a receipt, if any does. The receipt is shown whatever becomes of that.
pub(super) async fn of(
    node: &Node,
    campaign: &str,
    view: &ReceiptView,
    lang: Lang,
) -> Option<CallPage> {
    let ballot = Of::Ballot.named(node, &view.receipt).await.ok()??;
    let offer = calls::offer(node, ballot).await.ok()??;
    drawn(node, (campaign, ballot), offer, lang)
}

/// The form, with an id by chance alone.
fn drawn(
    node: &Node,
    (campaign, ballot): (&str, Uuid),
    offer: Offer,
    lang: Lang,
) -> Option<CallPage> {
    let books = node.books();
    let consent = books.catalogue.consent_text(CALL_BACK)?;
    Some(CallPage {
        lang,
        action: thanks(campaign),
        id: feedback::draw_id(node),
        seal: sealed(node, ballot),
        text: offer.text,
        due: offer.due.format("%d/%m/%Y").to_string(),
        days: offer.days,
        consent: Label::new(&consent.key(), &consent.text, lang),
        ..CallPage::default()
    })
}

/// Takes the form, and leads to the codes of what was asked for.
pub async fn create(
    State(node): State<Node>,
    Path(campaign): Path<String>,
    Speech(lang): Speech,
    SentForm(sent): SentForm,
) -> Result<Response, Problem> {
    let typed = Typed(sent);
    let Some(ballot) = opened(&node, typed.get("k")) else {
        return Ok(asked(&node, &campaign, (StatusCode::GONE, text::call(lang).late), lang));
    };
    let form = CallForm {
        id: typed.get("id").to_owned(),
        text: typed.get("text").to_owned(),
        phone: typed.get("phone").to_owned(),
        is_agreed: is_current(&node, typed.get("consent")),
    };
    match calls::take(&node, ballot, &form).await {
        Ok(Outcome::Kept(ticket)) => Ok(feedback::thanks::way(&node, &ticket, lang)),
        Ok(Outcome::UsedUp) => {
            Ok(asked(&node, &campaign, (StatusCode::CONFLICT, text::call(lang).used_up), lang))
        }
        Err(problem @ (Problem::Faults(_) | Problem::Away)) => {
            again(&node, (&campaign, ballot), (form, &problem), lang)
        }
        Err(problem) => Err(problem),
    }
}

/// Whether what was agreed to is the text in force: nobody agrees to another than they read.
fn is_current(node: &Node, agreed: &str) -> bool {
    node.books().catalogue.consent_text(CALL_BACK).is_some_and(|text| text.key() == agreed)
}

/// The form with what was typed, and why it was not taken.
fn again(
    node: &Node,
    (campaign, ballot): (&str, Uuid),
    (form, problem): (CallForm, &Problem),
    lang: Lang,
) -> Result<Response, Problem> {
    let words = text::call(lang);
    let in_words = |fault: SpokenFault| match fault.field.as_str() {
        "consent" => SpokenFault { message: words.agree.to_owned(), ..fault },
        _ => fault,
    };
    let mut faults: Vec<SpokenFault> = problem.spoken(lang).into_iter().map(in_words).collect();
    if faults.is_empty() {
        let message = text::survey(lang).busy.to_owned();
        faults.push(SpokenFault { field: String::new(), code: String::new(), message });
    }
    let offer = calls::offer_for(node, form.text.clone()).ok_or(Problem::NotFound)?;
    let page = drawn(node, (campaign, ballot), offer, lang).ok_or(Problem::Broken)?;
    let is_spoilt = faults.iter().any(|fault| fault.field == "id");
    let id = if is_spoilt { page.id } else { form.id };
    let CallForm { text, phone, is_agreed, .. } = form;
    let page = CallPage { id, text, phone, is_agreed, faults, ..page };
    let head = form_head(node, lang, words.heading.to_owned(), thanks(campaign));
    Ok(with_status(
        problem.status(),
        still(&head, move || view! { <CallOffer page is_alone=true/> }),
    ))
}

/// What became of it, where there are no codes to show.
fn asked(
    node: &Node,
    campaign: &str,
    (status, message): (StatusCode, &'static str),
    lang: Lang,
) -> Response {
    let head = form_head(node, lang, text::call(lang).heading.to_owned(), thanks(campaign));
    with_status(status, still(&head, move || view! { <CallAsked lang message/> }))
}

fn thanks(campaign: &str) -> String {
    format!("/s/{campaign}/thanks")
}

fn sealed(node: &Node, ballot: Uuid) -> String {
    let plain = format!("{} {ballot}", node.moment() + SERVES);
    hex(&node.world.keys.seal(PURPOSE, plain.as_bytes(), node.world.fill))
}

/// The ballot that a form was drawn for, as long as the form serves.
fn opened(node: &Node, seal: &str) -> Option<Uuid> {
    let plain = node.world.keys.open(PURPOSE, &unhex(seal)?)?;
    let plain = String::from_utf8(plain).ok()?;
    let (until, ballot) = plain.split_once(' ')?;
    let left = until.parse::<i64>().ok()? - node.moment();
    (0..=SERVES).contains(&left).then(|| Uuid::try_parse(ballot).ok()).flatten()
}
