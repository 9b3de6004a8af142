//! What is wrong with a form: found here or by the server, told in the same words, all at once, each
//! with its field as the form labels it.

use domain::{Fault, Lang, Reason, fault::SpokenFault, people::password};
use leptos::prelude::*;

use super::{known::Known, typed::Form};

use crate::{
    browser::{focus, json},
    office::{fetch::Trouble, load::message},
    text::{
        self,
        office::faults::{Way, labelled},
    },
};

impl Form {
    /// What is wrong with a field.
    pub(super) fn fault(self, name: &str) -> Option<String> {
        self.faults.with(|faults| {
            faults.iter().find(|fault| fault.field == name).map(|fault| fault.message.clone())
        })
    }

    /// Whether a check finds nothing, and every field can be read; what is found is told as if the
    /// server had found it.
    pub(in crate::office) fn is_sound(self, lang: Lang, faults: &[Fault]) -> bool {
        self.is_sound_beside(lang, faults, Vec::new())
    }

    /// The same for a check that gives what was read.
    pub(in crate::office) fn is_right<T>(self, lang: Lang, checked: Result<T, Vec<Fault>>) -> bool {
        self.is_sound(lang, &checked.err().unwrap_or_default())
    }

    /// Whether it goes to the server, which runs the same check and tells what only the books know together
    /// with what that finds, such as a code that is taken. What only this page can see is told here.
    pub(in crate::office) fn is_for_the_books(self, lang: Lang, found: &[Fault]) -> bool {
        let is_found = |field: &str| found.iter().any(|fault| fault.field() == field);
        let seen_there = |it: &Fault| it.reason == Reason::Missing && is_found(it.field());
        self.unread().iter().all(seen_there) || self.is_sound(lang, found)
    }

    /// The same with what is wrong for a reason that only the page knows, in words.
    fn is_sound_beside(self, lang: Lang, faults: &[Fault], beside: Vec<SpokenFault>) -> bool {
        let unread = self.unread();
        let is_new = |fault: &&Fault| unread.iter().all(|it| it.field() != fault.field());
        let found = faults.iter().filter(is_new).chain(&unread);
        let mut faults: Vec<_> = found.map(|fault| text::spoken(lang, fault)).collect();
        faults.extend(
            beside.into_iter().filter(|it| unread.iter().all(|own| own.field() != it.field)),
        );
        if faults.is_empty() {
            return true;
        }
        self.refuse(lang, Trouble::Refused { status: 422, title: String::new(), faults });
        false
    }

    /// Whether a password that is chosen in the field `new` is long enough and the same in the field
    /// `again`.
    pub(in crate::office) fn is_chosen(self, lang: Lang, new: &str, differ: &str) -> bool {
        let (password, again) = (self.get(new), self.get("again"));
        let length = password::length_fault(&password).map(|reason| Fault::new(new, reason));
        let differs = (password != again).then(|| SpokenFault {
            field: "again".to_owned(),
            code: "differ".to_owned(),
            message: differ.to_owned(),
        });
        let beside = differs.into_iter().collect();
        self.is_sound_beside(lang, &Vec::from_iter(length), beside)
    }

    /// The fields on view that hold nothing which a check could read: left empty, a number of other
    /// letters, a day that is half typed.
    pub(in crate::office) fn unread(self) -> Vec<Fault> {
        let fault = |field: &Known| {
            let typed = untrack(|| self.given(&field.name));
            let reason = match (field.way, typed) {
                (Way::Day, _) if is_half_typed(&self.field(&field.name)) => Reason::BadDate,
                (Way::Number, Some(typed)) if typed.parse::<i64>().is_err() => Reason::NotWhole,
                (_, None) if field.needed => Reason::Missing,
                _ => return None,
            };
            Some(Fault::new(&field.name, reason))
        };
        let is_shown = |field: &&Known| field.shown.is_none_or(|shown| shown.get_untracked());
        self.fields.with_value(|fields| fields.iter().filter(is_shown).filter_map(fault).collect())
    }

    /// What came of it where it was not taken. Nothing that was typed is lost.
    pub(super) fn refuse(self, lang: Lang, trouble: Trouble) {
        let message = message(lang, &trouble);
        match trouble {
            Trouble::Refused { faults, .. } if !faults.is_empty() => {
                self.message.set(String::new());
                self.faults.set(self.in_order(lang, faults));
            }
            _ => self.message.set(message),
        }
        focus::soon(self.field("faults"));
    }

    /// Faults as the form tells them: in the order of its fields, each field named by its label.
    fn in_order(self, lang: Lang, faults: Vec<SpokenFault>) -> Vec<SpokenFault> {
        let faults = faults.into_iter().map(|fault| self.placed(fault));
        self.fields.with_value(|fields| {
            let place = |name: &str| fields.iter().position(|field| field.name == name);
            let mut told: Vec<(Option<usize>, SpokenFault)> = faults
                .map(|fault| {
                    let at = place(&fault.field);
                    let field = at.map(|at| &fields[at]);
                    let told = field.map(|it| labelled(lang, &it.label, it.way, &fault));
                    (at, SpokenFault { message: told.unwrap_or(fault.message), ..fault })
                })
                .collect();
            told.sort_by_key(|(at, _)| at.unwrap_or(usize::MAX));
            told.into_iter().map(|(_, fault)| fault).collect()
        })
    }

    /// Whether a field of this name is on the form.
    pub(super) fn has(self, name: &str) -> bool {
        self.fields.with_value(|fields| fields.iter().any(|field| field.name == name))
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
}

/// Whether the browser has something in a field that is no value: it tells of none then.
pub(in crate::office) fn is_half_typed(id: &str) -> bool {
    let field = document().get_element_by_id(id);
    let validity = field.map(|field| json::get(&field, "validity"));
    validity.is_some_and(|validity| json::get(&validity, "badInput").is_truthy())
}
