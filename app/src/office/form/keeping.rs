//! What a form holds when its reader's session ends, and how it goes on once they are back.

use leptos::prelude::*;

use super::typed::Form;
use crate::office::{desk::Desk, kept::KeptForm};

impl Form {
    /// What is typed, if it is other than it was at first or on its way; passwords and codes are not told.
    pub(in crate::office) fn kept(self) -> Option<KeptForm> {
        let id = self.id.try_get_value()?;
        let secrets: Vec<String> = self.fields.try_with_value(|fields| {
            let secrets = fields.iter().filter(|field| field.is_secret);
            secrets.map(|field| field.name.clone()).collect()
        })?;
        let mut typed = self.typed.try_get_untracked()?;
        typed.retain(|pair| !secrets.contains(&pair.0));
        let first = self.first.try_get_value()?.unwrap_or_default();
        let was = |name: &str| first.iter().find(|pair| pair.0 == name).map_or("", |pair| &pair.1);
        let is_changed = typed.iter().any(|(name, value)| value != was(name));
        let sending = self.sending.try_get_value()?.filter(|_| secrets.is_empty());
        (is_changed || sending.is_some()).then_some(KeptForm { id, typed, sending })
    }

    /// Takes part in what is kept as long as it is on the page, and goes on where its reader was.
    pub(super) fn joins(self, desk: Desk, on_send: Callback<()>) {
        let typed = self.typed.get_untracked();
        if self.first.with_value(Option::is_none) {
            self.first.set_value(Some(typed));
        }
        let keeps = Callback::new(move |()| self.kept());
        desk.forms.update_value(|forms| forms.push((self.id, keeps)));
        let id = self.id.get_value();
        on_cleanup(move || {
            desk.forms.try_update_value(|forms| forms.retain(|form| form.0 != self.id));
        });
        let Some(kept) = desk.take_typed(&id) else { return };
        for (name, value) in kept.typed {
            self.set(&name, value);
        }
        let is_sent = kept.sending.is_some();
        self.resend.set_value(kept.sending);
        request_animation_frame(move || {
            unfold(&id);
            if is_sent {
                on_send.run(());
            }
        });
    }

    /// The body of a call: of the very call that a session's end cut off it is the body of then.
    pub(super) fn body(self, call: &str, body: String) -> String {
        let again = self.resend.try_update_value(Option::take).flatten();
        again.filter(|(of, _)| of == call).map_or(body, |(_, body)| body)
    }
}

/// Opens the part of the page that a form stands in.
fn unfold(id: &str) {
    let form = document().get_element_by_id(id);
    let around = form.and_then(|form| form.closest("details").ok().flatten());
    if let Some(around) = around {
        let _ = around.set_attribute("open", "");
    }
}
