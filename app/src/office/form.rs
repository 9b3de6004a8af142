//! Forms: what is typed stays, faults stand beside their fields and in a list that leads to them.

mod field;

use domain::{Fault, Lang, Words, fault::SpokenFault};
use leptos::{prelude::*, task::spawn_local};
use serde::{Serialize, de::DeserializeOwned};

pub(super) use self::field::{
    Field, day, drawn_options, known, line, lines, many, one, secret, tick, whole,
};
use super::{
    desk::Desk,
    fetch::{self, Trouble},
    load::told,
};
use crate::{
    browser::focus,
    text::{self, office::frame},
};

/// Reads the text of an answer and does what follows.
type Done = Box<dyn FnOnce(&str) -> Result<(), Trouble>>;

/// One form on a page: what is typed, and what came of sending it.
#[derive(Clone, Copy)]
pub(super) struct Form {
    id: StoredValue<String>,
    typed: RwSignal<Vec<(String, String)>>,
    faults: RwSignal<Vec<SpokenFault>>,
    told: RwSignal<String>,
    busy: RwSignal<bool>,
}

impl Form {
    /// A form whose fields hold these values; the others are empty. Its name is unique on its page.
    pub(super) fn new(id: impl Into<String>, values: &[(&str, &str)]) -> Self {
        let typed = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Self {
            id: StoredValue::new(id.into()),
            typed: RwSignal::new(typed.collect()),
            faults: RwSignal::new(Vec::new()),
            told: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
        }
    }

    /// What is typed into a field.
    pub(super) fn get(self, name: &str) -> String {
        self.typed.with(|typed| {
            typed.iter().find(|pair| pair.0 == name).map(|pair| pair.1.clone()).unwrap_or_default()
        })
    }

    /// What is typed, if anything is.
    pub(super) fn given(self, name: &str) -> Option<String> {
        Some(self.get(name).trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// Whether a box is ticked.
    pub(super) fn is_ticked(self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// Puts a value into a field.
    pub(super) fn set(self, name: &str, value: String) {
        self.typed.update(|typed| {
            typed.retain(|pair| pair.0 != name);
            typed.push((name.to_owned(), value));
        });
    }

    /// Empties every field.
    pub(super) fn clear(self) {
        self.typed.set(Vec::new());
    }

    /// The id of a field's element.
    fn field(self, name: &str) -> String {
        self.id.with_value(|id| [id, "-", name].concat())
    }

    /// What is wrong with a field.
    fn fault(self, name: &str) -> Option<String> {
        self.faults.with(|faults| {
            faults.iter().find(|fault| fault.field == name).map(|fault| fault.message.clone())
        })
    }

    /// What is typed as a whole number; something else is a number that no check lets through.
    pub(super) fn whole(self, name: &str) -> Option<i64> {
        self.given(name).map(|text| text.parse().unwrap_or(i64::MIN))
    }

    /// What is typed in both languages.
    pub(super) fn words(self, name: &str) -> Words {
        let [vi, en] = [".vi", ".en"].map(|lang| self.get(&[name, lang].concat()));
        Words { vi, en }
    }

    /// Whether a check finds nothing; what it finds is told as if the server had found it.
    pub(super) fn is_sound(self, lang: Lang, faults: &[Fault]) -> bool {
        if faults.is_empty() {
            return true;
        }
        let faults = faults.iter().map(|fault| text::spoken(lang, fault)).collect();
        self.refuse(lang, Trouble::Refused { status: 422, title: String::new(), faults });
        false
    }

    /// The same for a check that gives what was read.
    pub(super) fn is_right<T>(self, lang: Lang, checked: Result<T, Vec<Fault>>) -> bool {
        self.is_sound(lang, &checked.err().unwrap_or_default())
    }

    /// Tells something that is wrong with a field.
    pub(super) fn blame(self, name: &str, message: &str) {
        let (field, message) = (name.to_owned(), message.to_owned());
        self.told.set(String::new());
        self.faults.set(vec![SpokenFault { field, code: String::new(), message }]);
        focus::soon(self.field("faults"));
    }

    /// Sends it, once at a time; `done` gets the answer. What is refused is told, and nothing lost.
    pub(super) fn send<T: DeserializeOwned>(
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

    /// The same without types, so that it is there once.
    #[inline(never)]
    fn send_text(self, desk: Desk, method: &'static str, call: String, body: String, done: Done) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = desk.call(method, call, Some(body)).await;
            // The form may have left the page meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            self.faults.set(Vec::new());
            self.told.set(String::new());
            if let Err(trouble) = answer.and_then(|text| done(&text)) {
                self.refuse(desk.lang, trouble);
            }
        });
    }

    /// A fault told of `list.value` as one of the field `list.0`, `list.1` … that holds the value.
    fn placed(self, fault: SpokenFault) -> SpokenFault {
        let Some((list, value)) = fault.field.split_once('.') else { return fault };
        let is_of = |name: &str| name.strip_prefix(list).is_some_and(|rest| rest.starts_with('.'));
        let field = self.typed.with_untracked(|typed| {
            let is_there = typed.iter().any(|pair| pair.0 == fault.field);
            let holds = |pair: &&(String, String)| pair.1 == value && is_of(&pair.0);
            typed.iter().find(holds).filter(|_| !is_there).map(|pair| pair.0.clone())
        });
        SpokenFault { field: field.unwrap_or_else(|| fault.field.clone()), ..fault }
    }

    fn refuse(self, lang: Lang, trouble: Trouble) {
        let told = told(lang, &trouble);
        match trouble {
            Trouble::Refused { faults, .. } if !faults.is_empty() => {
                self.told.set(String::new());
                self.faults.set(faults.into_iter().map(|fault| self.placed(fault)).collect());
            }
            _ => self.told.set(told),
        }
        focus::soon(self.field("faults"));
    }
}

/// The form on the page: its list of faults, its fields, and the button that sends it.
pub(super) fn sheet(
    desk: Desk,
    form: Form,
    button: &'static str,
    fields: Vec<Field>,
    on_send: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    sheet_of(desk.lang, form, button, fields, Callback::new(move |()| on_send()))
}

// Inlined, it would be in the bundle once for each form.
#[inline(never)]
fn sheet_of(
    lang: Lang,
    form: Form,
    button: &'static str,
    fields: Vec<Field>,
    on_send: Callback<()>,
) -> AnyView {
    view! { <Sheet lang form button fields on_send/> }.into_any()
}

#[component]
fn Sheet(
    lang: Lang,
    form: Form,
    button: &'static str,
    fields: Vec<Field>,
    on_send: Callback<()>,
) -> impl IntoView {
    let words = frame::form(lang);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_send.run(());
    };
    let label = move || if form.busy.get() { words.sending } else { button };
    // Disabled outright, the button would lose the focus.
    let busy = move || form.busy.get().then_some("true");
    let fields = fields.into_iter().map(|it| field::draw(form, it)).collect::<Vec<_>>();
    view! {
        <form class="sheet" id=form.id.get_value() novalidate on:submit=send aria-busy=busy>
            <Summary lang form/>
            {fields}
            <button class="send" aria-disabled=busy>{label}</button>
        </form>
    }
}

/// Everything that is wrong, with the way to each field.
#[component]
fn Summary(lang: Lang, form: Form) -> impl IntoView {
    move || {
        let (faults, told) = (form.faults.get(), form.told.get());
        let id = form.field("faults");
        if !told.is_empty() {
            return view! { <p class="alert" id=id tabindex="-1" role="alert">{told}</p> }
                .into_any();
        }
        if faults.is_empty() {
            return ().into_any();
        }
        let lines = faults.into_iter().map(|fault| {
            let field = form.field(&fault.field);
            let href = ["#", &field].concat();
            let follow = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                focus::soon(field.clone());
            };
            view! { <li><a href=href on:click=follow>{fault.message}</a></li> }
        });
        view! {
            <div class="faults" id=id tabindex="-1" role="alert">
                <h2>{frame::form(lang).faulty}</h2>
                <ul>{lines.collect::<Vec<_>>()}</ul>
            </div>
        }
        .into_any()
    }
}
