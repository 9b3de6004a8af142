//! What a form would do, told before it does it: it asks once more, and a change of what is typed takes
//! the question back.

use domain::{
    Lang,
    office::books::outlook::{Affected, Outlook},
};
use leptos::{prelude::*, task::spawn_local};
use serde::Serialize;

use super::{question::Question, typed::Form};
use crate::{
    browser::focus,
    office::{
        desk::Desk,
        fetch::{self, Trouble},
    },
    text::office::{frame, outlook},
};

/// Puts the text of an answer into sentences.
type Tell = Box<dyn Fn(Lang, &str) -> Result<Vec<String>, Trouble>>;

impl Form {
    /// Tells what will happen and asks before it does so.
    pub(in crate::office) fn ask(self, lines: Vec<String>, go: impl Fn() + Send + Sync + 'static) {
        let go = Callback::new(move |()| go());
        if self.was_asked() {
            return go.run(());
        }
        self.question.set(Some(Question { lines, go }));
        focus::soon(self.field("question"));
    }

    /// The same with what the server says would come of it.
    pub(in crate::office) fn ask_of(
        self,
        desk: Desk,
        (method, call): (&'static str, String),
        body: Option<&impl Serialize>,
        go: impl Fn() + Send + Sync + 'static,
    ) {
        let tell: Tell =
            Box::new(|lang, text| Ok(outlook::told(lang, &fetch::read::<Outlook>(text)?)));
        self.ask_server(desk, (method, call), body.map(fetch::write), (tell, Box::new(go)));
    }

    /// The same for the closing of a campaign.
    pub(in crate::office) fn ask_closing(
        self,
        desk: Desk,
        call: String,
        go: impl Fn() + Send + Sync + 'static,
    ) {
        let tell: Tell =
            Box::new(|lang, text| Ok(outlook::closing(lang, &fetch::read::<Affected>(text)?)));
        self.ask_server(desk, ("GET", call), None, (tell, Box::new(go)));
    }

    /// The same with an answer that its page reads itself. Where that leaves nothing to tell, nothing is
    /// asked.
    pub(in crate::office) fn ask_told(
        self,
        desk: Desk,
        (call, body): (String, String),
        tell: impl Fn(Lang, &str) -> Result<Vec<String>, Trouble> + 'static,
        go: impl Fn() + Send + Sync + 'static,
    ) {
        self.ask_server(desk, ("POST", call), Some(body), (Box::new(tell), Box::new(go)));
    }

    /// Whether its reader is being asked.
    pub(in crate::office) fn is_asking(self) -> bool {
        self.question.with(Option::is_some)
    }

    /// Whether its reader was asked before their session ended, and is not asked again.
    fn was_asked(self) -> bool {
        self.resend.with_value(Option::is_some)
    }

    // Without types, so that it is there once.
    #[inline(never)]
    fn ask_server(
        self,
        desk: Desk,
        (method, call): (&'static str, String),
        body: Option<String>,
        (tell, go): (Tell, Box<dyn Fn() + Send + Sync>),
    ) {
        if self.was_asked() {
            return go();
        }
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        desk.said.set(None);
        spawn_local(async move {
            let answer = desk.call(method, call, body).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            self.faults.set(Vec::new());
            self.message.set(String::new());
            match answer.and_then(|text| tell(desk.lang, &text)) {
                Ok(lines) if lines.is_empty() => go(),
                Ok(lines) => self.ask(lines, go),
                Err(trouble) => self.refuse(desk.lang, trouble),
            }
        });
    }
}

/// The question, in the place of the button that led to it.
#[component]
pub(super) fn Asked(
    desk: Desk,
    form: Form,
    button: &'static str,
    question: Question,
) -> impl IntoView {
    let words = outlook::outlook(desk.lang);
    let Question { lines, go } = question;
    let leave = move |_| {
        form.question.set(None);
        focus::soon(form.field("send"));
    };
    let confirm = move |_| {
        form.question.set(None);
        go.run(());
    };
    let id = form.field("question");
    let heading = [&id, "-heading"].concat();
    let labelled = heading.clone();
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
    view! {
        <section class="asked" id=id tabindex="-1" aria-labelledby=labelled>
            <h3 id=heading>{words.heading}</h3>
            <ul>{lines}</ul>
            <p class="buttons">
                <button type="button" class="confirm" on:click=confirm>{(words.confirm)(button)}</button>
                <button type="button" class="quiet" on:click=leave>{frame::form(desk.lang).leave}</button>
            </p>
        </section>
    }
}
