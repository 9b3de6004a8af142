//! Sends a ballot and reads the answer, trusting neither the network nor who answers.

use domain::{
    Ballot, Lang,
    ballot::{receipt, respondent::Respondent},
    fault::SpokenFault,
};
use js_sys::{Array, Object};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response};

use super::{
    json::{self, set},
    page, pass,
};

/// What came of sending.
pub(crate) enum Reply {
    /// It is kept; here are the receipt and its pin.
    Kept(String, String),
    /// It has faults.
    Faults(Vec<SpokenFault>),
    /// Its id was used for other answers, or for a ballot that was withdrawn.
    Conflict,
    /// The server wants us to come back later.
    Busy,
    /// Nobody answered.
    NoAnswer,
    /// Somebody answered who is not this service.
    Odd,
}

/// Sends a ballot. The same ballot may be sent again: its id makes it count once.
pub(crate) async fn ballot(ballot: &Ballot, lang: Lang) -> Reply {
    let sent = body(ballot);
    let Ok((mut status, mut body)) = post("/api/v1/ballots", &sent, lang, "").await else {
        return Reply::NoAnswer;
    };
    if status == 429
        && let Some(pass) = pass::earn(&body).await
    {
        let Ok(again) = post("/api/v1/ballots", &sent, lang, &pass).await else {
            return Reply::NoAnswer;
        };
        (status, body) = again;
    }
    let faults = json::list(&body, "faults", |entry| page::fault(&entry));
    let code = json::text(&body, "receipt");
    match status {
        200 | 201 if receipt::read(&code).is_some() => {
            // What is offered then stands on the server's page; a script brings it from there.
            if json::get(&body, "call").is_truthy() {
                let _ = json::call(&js_sys::global(), "hailongCall", &Array::new());
            }
            Reply::Kept(code, json::text(&body, "pin"))
        }
        400..500 if !faults.is_empty() => Reply::Faults(faults),
        409 | 410 => Reply::Conflict,
        429 | 500.. => Reply::Busy,
        _ => Reply::Odd,
    }
}

async fn post(
    address: &str,
    body: &str,
    lang: Lang,
    pass: &str,
) -> Result<(u16, JsValue), JsValue> {
    let headers = Headers::new()?;
    headers.set("content-type", "application/json")?;
    headers.set("accept-language", lang.code())?;
    if !pass.is_empty() {
        headers.set("x-pass", pass)?;
    }
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&body.into());
    let reply = JsFuture::from(window().fetch_with_str_and_init(address, &init)).await?;
    let reply: Response = reply.unchecked_into();
    let text = JsFuture::from(reply.text()?).await?;
    Ok((reply.status(), json::parse(&text.as_string().unwrap_or_default())))
}

/// The body of the call, as `domain::Ballot` reads it.
fn body(ballot: &Ballot) -> String {
    let object = Object::new();
    set(&object, "id", &ballot.id);
    set(&object, "campaign", &ballot.campaign);
    let given = [
        ("instrument", &ballot.instrument),
        ("service_point", &ballot.service_point),
        ("unit", &ballot.unit),
        ("procedure", &ballot.procedure),
        ("token", &ballot.token),
        ("comment", &ballot.comment),
    ];
    for (name, value) in given {
        if let Some(value) = value {
            set(&object, name, value);
        }
    }
    let answers = ballot.answers.iter().map(|answer| {
        let entry = Object::new();
        set(&entry, "item", &answer.item);
        set(&entry, "level", answer.level.map_or(JsValue::NULL, JsValue::from));
        entry
    });
    set(&object, "answers", answers.collect::<Array>());
    if let Some(consent) = &ballot.consent {
        set(&object, "consent", consent.iter().map(JsValue::from).collect::<Array>());
    }
    if let Some(facets) = ballot.respondent {
        set(&object, "respondent", respondent(facets));
    }
    json::write(&object)
}

fn respondent(facets: Respondent) -> Object {
    let object = Object::new();
    let given = [
        ("party", facets.party.map(|it| it.name())),
        ("sex", facets.sex.map(|it| it.name())),
        ("age", facets.age.map(|it| it.name())),
    ];
    for (name, value) in given {
        if let Some(value) = value {
            set(&object, name, value);
        }
    }
    object
}
