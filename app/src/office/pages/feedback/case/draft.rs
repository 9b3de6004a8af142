//! The draft of an answer: saved while it is written, and whoever writes sees when.

use std::time::Duration;

use domain::office::feedback::{case::DraftView, order::DraftForm};
use leptos::{prelude::*, task::spawn_local};

use super::Bench;
use crate::{
    office::{
        desk::Desk,
        fetch::{self, Trouble},
        form::Form,
        load::message,
        pages::feedback::calls,
    },
    text::office::feedback::case::case,
};

/// How long nothing is typed before it is saved.
const PAUSE: Duration = Duration::from_millis(900);

/// What has become of the draft.
#[derive(Clone)]
enum State {
    /// Nothing is saved.
    None,
    Saving,
    /// Saved at a local time.
    At(String),
    Failed(String),
}

#[derive(Clone, Copy)]
struct Draft {
    desk: Desk,
    number: i64,
    form: Form,
    state: RwSignal<State>,
    /// What the server has.
    held: StoredValue<String>,
    /// How often something was typed: what was overtaken is not saved.
    turn: StoredValue<u32>,
    is_going: StoredValue<bool>,
}

/// Saves what is typed into the form's words; `was` is what the server has, and when it was saved.
pub(super) fn draft(
    bench: Bench,
    number: i64,
    form: Form,
    was: (String, Option<String>),
) -> AnyView {
    let (text, saved) = was;
    let state = saved.map_or(State::None, |saved| State::At(time_of(&saved)));
    let draft = Draft {
        desk: bench.desk,
        number,
        form,
        state: RwSignal::new(state),
        held: StoredValue::new(text),
        turn: StoredValue::new(0),
        is_going: StoredValue::new(false),
    };
    Effect::new(move |_| {
        let (text, is_sending) = (form.get("words"), form.is_busy());
        // What is being submitted is a draft no more, unless it is refused.
        draft.turn.update_value(|turn| *turn += 1);
        if !is_sending && draft.held.with_value(|held| *held != text) {
            draft.soon();
        }
    });
    // Whoever leaves the page in the middle of a word finds that word again; what was submitted is a
    // draft no more.
    on_cleanup(move || {
        if let Some(text) = draft.unsaved() {
            spawn_local(async move { drop(put(draft.desk, number, text).await) });
        }
    });
    status(draft)
}

impl Draft {
    /// What is typed, if the server has something else.
    fn unsaved(self) -> Option<String> {
        let text = self.form.now("words")?;
        self.held.try_with_value(|held| *held != text)?.then_some(text)
    }

    fn soon(self) {
        let turn = self.turn.get_value();
        set_timeout(
            move || {
                if self.turn.try_get_value() == Some(turn) {
                    self.save();
                }
            },
            PAUSE,
        );
    }

    fn save(self) {
        let Some(text) = self.unsaved().filter(|_| !self.is_going.get_value()) else { return };
        self.is_going.set_value(true);
        self.state.set(State::Saving);
        spawn_local(async move {
            let answer = put(self.desk, self.number, text.clone()).await;
            if self.is_going.try_set_value(false).is_some() {
                return;
            }
            match answer {
                Ok(saved) => {
                    self.held.set_value(text);
                    self.state.set(saved.map_or(State::None, |it| State::At(time_of(&it.saved))));
                    // What was typed while this was on its way comes next.
                    if self.unsaved().is_some() {
                        self.soon();
                    }
                }
                Err(trouble) => self.state.set(State::Failed(message(self.desk.lang, &trouble))),
            }
        });
    }
}

/// Keeps a text; nothing comes back for an empty one.
async fn put(desk: Desk, number: i64, text: String) -> Result<Option<DraftView>, Trouble> {
    let call = [&calls::of(number), "/draft"].concat();
    let body = fetch::write(&DraftForm { text });
    fetch::read(&desk.call("PUT", call, Some(body)).await?)
}

/// The time of a moment such as `2026-11-25 10:42`.
fn time_of(moment: &str) -> String {
    moment.split_once(' ').map_or(moment, |(_, time)| time).to_owned()
}

/// Told quietly: it changes while somebody writes.
fn status(draft: Draft) -> AnyView {
    let words = case(draft.desk.lang);
    let says = move || match draft.state.get() {
        State::None => String::new(),
        State::Saving => words.saving.to_owned(),
        State::At(time) => (words.saved)(&time),
        State::Failed(why) => (words.unsaved)(&why),
    };
    view! { <p class="small drafted" role="status">{says}</p> }.into_any()
}
