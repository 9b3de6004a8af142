//! What is typed into a form, and what came of sending it.

use domain::{Words, fault::SpokenFault};
use leptos::{prelude::*, task::spawn_local};
use serde::{Serialize, de::DeserializeOwned};

use super::{known::Known, question::Question};
use crate::office::{
    desk::Desk,
    fetch::{self, Trouble},
    load::Source,
};

/// Reads the text of an answer and does what follows.
type OnReply = Box<dyn FnOnce(&str) -> Result<(), Trouble>>;

/// The page that is gone to once something was sent.
#[derive(Clone)]
pub(in crate::office) struct Next {
    /// Its path.
    pub(in crate::office) path: String,
    /// The call whose answer the reply is; none, if the page shows something else.
    pub(in crate::office) call: String,
    /// What it says has been done.
    pub(in crate::office) note: &'static str,
}

/// What follows once a change was taken.
enum After {
    /// The page shows the reply, and says what has been done.
    Fill(Source, &'static str),
    /// Another page does.
    Go(Next),
}

impl Next {
    /// A list, which is asked for anew.
    pub(in crate::office) fn list(path: &str, note: &'static str) -> Self {
        Self { path: path.to_owned(), call: String::new(), note }
    }
}

/// One form on a page: what is typed, and what came of sending it.
#[derive(Clone, Copy)]
pub(in crate::office) struct Form {
    pub(super) id: StoredValue<String>,
    /// What its fields are, in their order on the page.
    pub(super) fields: StoredValue<Vec<Known>>,
    pub(super) typed: RwSignal<Vec<(String, String)>>,
    /// What it asks before it does what it is for.
    pub(super) question: RwSignal<Option<Question>>,
    /// What stood in it when it was drawn for the first time.
    pub(super) first: StoredValue<Option<Vec<(String, String)>>>,
    /// What is done when somebody else changed meanwhile what it is about.
    on_conflict: StoredValue<Option<Callback<()>>>,
    /// The call that is on its way, and its body.
    pub(super) sending: StoredValue<Option<(String, String)>>,
    /// The call that a session's end cut off, and its body.
    pub(super) resend: StoredValue<Option<(String, String)>>,
    pub(super) faults: RwSignal<Vec<SpokenFault>>,
    pub(super) message: RwSignal<String>,
    pub(super) busy: RwSignal<bool>,
}

impl Form {
    /// A form whose fields hold these values; the others are empty. Its name is unique on its page.
    pub(in crate::office) fn new(id: impl Into<String>, values: &[(&str, &str)]) -> Self {
        let typed = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Self {
            id: StoredValue::new(id.into()),
            fields: StoredValue::new(Vec::new()),
            question: RwSignal::new(None),
            first: StoredValue::new(None),
            on_conflict: StoredValue::new(None),
            sending: StoredValue::new(None),
            resend: StoredValue::new(None),
            typed: RwSignal::new(typed.collect()),
            faults: RwSignal::new(Vec::new()),
            message: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
        }
    }

    /// What is typed into a field.
    pub(in crate::office) fn get(self, name: &str) -> String {
        self.typed.with(|typed| {
            typed.iter().find(|pair| pair.0 == name).map(|pair| pair.1.clone()).unwrap_or_default()
        })
    }

    /// The same as it is now; nothing once the form is gone.
    pub(in crate::office) fn now(self, name: &str) -> Option<String> {
        let typed = self.typed.try_get_untracked()?;
        Some(typed.into_iter().find(|pair| pair.0 == name).map(|pair| pair.1).unwrap_or_default())
    }

    /// What is typed, if anything is.
    pub(in crate::office) fn given(self, name: &str) -> Option<String> {
        Some(self.get(name).trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// Whether a box is ticked.
    pub(in crate::office) fn is_ticked(self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// Puts a value into a field.
    pub(in crate::office) fn set(self, name: &str, value: String) {
        self.question.set(None);
        self.typed.update(|typed| {
            typed.retain(|pair| pair.0 != name);
            typed.push((name.to_owned(), value));
        });
    }

    /// Empties every field.
    pub(in crate::office) fn clear(self) {
        self.typed.set(Vec::new());
    }

    /// Empties every field of a form that stays on the page, as if it had not been drawn yet.
    fn begin_anew(self) {
        self.clear();
        self.first.set_value(None);
    }

    /// Puts a value into a field that nothing was typed into.
    pub(in crate::office) fn suggest(self, name: &str, value: &str) {
        let is_typed = self.typed.with_untracked(|typed| typed.iter().any(|pair| pair.0 == name));
        if !is_typed && !value.is_empty() {
            self.set(name, value.to_owned());
        }
    }

    /// What is done, beside telling it, when somebody else changed meanwhile what the form is about.
    pub(in crate::office) fn on_conflict(self, act: impl Fn() + Send + Sync + 'static) {
        self.on_conflict.set_value(Some(Callback::new(move |()| act())));
    }

    /// Whether it is on its way.
    pub(in crate::office) fn is_busy(self) -> bool {
        self.busy.get()
    }

    /// The id of a field's element.
    pub(in crate::office) fn field(self, name: &str) -> String {
        self.id.with_value(|id| [id, "-", name].concat())
    }

    /// What is typed as a whole number; something else is a number that no check lets through.
    pub(in crate::office) fn whole(self, name: &str) -> Option<i64> {
        self.given(name).map(|text| text.parse().unwrap_or(i64::MIN))
    }

    /// What is typed in both languages.
    pub(in crate::office) fn words(self, name: &str) -> Words {
        let [vi, en] = [".vi", ".en"].map(|lang| self.get(&[name, lang].concat()));
        Words { vi, en }
    }

    /// Says what it has done.
    pub(in crate::office) fn say(self, desk: Desk, note: &'static str) {
        desk.say_at(self.id.get_value(), note);
    }

    /// Sends it, once at a time; `done` gets the answer. What is refused is told, and nothing lost.
    pub(in crate::office) fn send<T: DeserializeOwned>(
        self,
        desk: Desk,
        method: &'static str,
        call: impl Into<String>,
        body: &impl Serialize,
        done: impl FnOnce(T) + 'static,
    ) {
        let done = move |text: &str| fetch::read(text).map(done);
        self.send_text(desk, method, call.into(), fetch::write(body), Box::new(done));
    }

    /// Sends a change of what the page shows. The reply is what it shows from then on.
    pub(in crate::office) fn change(
        self,
        desk: Desk,
        call: (&'static str, String),
        body: &impl Serialize,
        source: Source,
        note: &'static str,
    ) {
        self.send_on(desk, call, fetch::write(body), After::Fill(source, note));
    }

    /// Sends something and goes on to the page that shows it.
    pub(in crate::office) fn change_at(
        self,
        desk: Desk,
        call: (&'static str, String),
        body: &impl Serialize,
        next: Next,
    ) {
        self.send_on(desk, call, fetch::write(body), After::Go(next));
    }

    /// The same for both without types.
    #[inline(never)]
    fn send_on(
        self,
        desk: Desk,
        (method, call): (&'static str, String),
        body: String,
        after: After,
    ) {
        let done = move |reply: &str| {
            match after {
                After::Fill(source, note) => {
                    // The reply draws the form anew.
                    desk.say_at(self.id.get_value(), note);
                    self.begin_anew();
                    source.fill(reply.to_owned());
                }
                After::Go(Next { path, call, note }) => {
                    desk.finish_with(&path, note, call, reply.to_owned());
                }
            }
            Ok(())
        };
        self.send_text(desk, method, call, body, Box::new(done));
    }

    /// The same without types, so that it is there once.
    #[inline(never)]
    fn send_text(
        self,
        desk: Desk,
        method: &'static str,
        call: String,
        body: String,
        done: OnReply,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let named = [method, " ", &call].concat();
        let body = self.body(&named, body);
        self.sending.set_value(Some((named, body.clone())));
        desk.said.set(None);
        spawn_local(async move {
            let answer = desk.call(method, call, Some(body)).await;
            // The form may have left the page meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            self.sending.set_value(None);
            self.faults.set(Vec::new());
            self.message.set(String::new());
            if let Err(trouble) = answer.and_then(|text| done(&text)) {
                let act = self.on_conflict.get_value().filter(|_| trouble.is(409));
                self.refuse(desk.lang, trouble);
                if let Some(act) = act {
                    act.run(());
                }
            }
        });
    }
}
