//! From step to step, in the page and in the browser's history.

use leptos::{ev, prelude::*};

use super::{Flow, START, Sending};
use crate::{
    address::in_language,
    browser::{draft, focus, form, history, later::later, visit},
    text,
};

/// How long nothing counts after a step: a second tap on the same spot was meant for the step before.
const SETTLING: std::time::Duration = std::time::Duration::from_millis(600);

impl Flow {
    /// Takes up a draft and goes to one question at a time, unless there is something to mend.
    pub(in crate::survey) fn start(self) {
        let heard = window_event_listener(ev::popstate, move |_| self.follow());
        on_cleanup(move || heard.remove());
        let focused = form::focused();
        let is_typing = focused.as_ref().is_some_and(|name| !name.starts_with("a."));
        if is_typing || !self.faults.with_untracked(Vec::is_empty) {
            // Whoever types already keeps field and caret: everything stays on view.
            return self.look();
        }
        let draft = (focused.is_none() && !form::is_touched())
            .then(|| self.page.with_value(draft::load))
            .flatten();
        let is_first = history::page() == 0 && history::is_plain();
        if is_first && draft.is_none() && focused.is_none() && form::is_read() {
            // Whoever reads keeps their place: the whole form stays.
            return self.look();
        }
        if let Some(draft) = &draft {
            form::fill(&draft.typed);
        }
        self.restored.set(draft.is_some());
        let step = match (focused, draft) {
            (None, Some(draft)) => draft.step.min(self.last()),
            (None, None) if !form::is_touched() => START,
            (focused, _) => self.place(&focused.unwrap_or_default()),
        };
        if let (START, Some((entries, _))) = (step, history::at()) {
            self.first.set_value(entries);
        }
        history::replace(step);
        self.step.set(Some(step));
        self.look();
    }

    /// Forgets what was filled in, and begins with a new page.
    pub(in crate::survey) fn start_over(self) {
        self.page.with_value(draft::clear);
        visit::again();
    }

    /// Goes on to the next step.
    pub(in crate::survey) fn next(self) {
        if let Some(step) = self.step.get_untracked() {
            let step = (step + 1..self.last()).find(|step| !self.is_spared(*step));
            let step = step.unwrap_or(self.last());
            history::push(step);
            self.arrive(step);
        }
    }

    /// Goes back a step, through the history where it holds the one before.
    pub(in crate::survey) fn back(self) {
        match (history::at(), self.step.get_untracked()) {
            (Some((1.., _)), _) => history::back(1),
            (_, Some(step)) => {
                let step = (START..step).rfind(|step| !self.is_spared(*step)).unwrap_or(START);
                history::replace(step);
                self.arrive(step);
            }
            _ => {}
        }
    }

    /// Shows the thanks in the place of the steps, so that Back leads to no ballot that was sent.
    pub(super) fn thank(self) {
        match history::at() {
            Some((entries @ 1.., _)) => history::back(entries),
            _ => self.show_thanks(),
        }
    }

    /// Shows what the history has come to, where that is on this page.
    fn follow(self) {
        if !history::is_shown() {
            return;
        }
        let is_sent = self.sending.with_untracked(|sending| matches!(sending, Sending::Kept));
        match history::at() {
            _ if is_sent && !self.thanked.get_untracked() => self.show_thanks(),
            // A step of the ballot before, whose entries the browser hands on to the page that follows it.
            Some((entries, _)) if !is_sent && entries < self.first.get_value() => {
                self.arrive(START)
            }
            Some((_, step)) if !is_sent => self.arrive(step.min(self.last())),
            // A link to a place on this page.
            None if !is_sent && history::is_plain() => {
                let _ = self.step.get_untracked().map(history::replace);
            }
            // What was sent is never shown again to be sent: the page comes anew.
            _ => visit::again(),
        }
    }

    fn show_thanks(self) {
        self.thanked.set(true);
        let (lang, campaign) = self.page.with_value(|page| (page.lang, page.campaign.clone()));
        let address = ["/s/", &campaign, "/thanks"].concat();
        history::show(&in_language(&address, lang));
        document().set_title(text::survey(lang).thanks);
        focus::soon("thanks".to_owned());
    }

    fn arrive(self, step: usize) {
        self.step.set(Some(step));
        self.restored.set(false);
        self.settling.set(true);
        let anchor = self.anchor(step);
        focus::soon(anchor.clone());
        let settle = move || {
            self.settling.set(false);
            // A tap that did not count has taken the focus away.
            if form::focused().is_none() {
                focus::soon(anchor);
            }
        };
        later(SETTLING, Box::new(settle));
        self.keep();
    }

    /// The question of a field's name; otherwise the first without an answer, or the last step.
    fn place(self, name: &str) -> usize {
        let code = name.strip_prefix("a.");
        let is_it = |step: &usize| match code {
            Some(code) => self.code(*step) == code,
            None => !self.is_answered(*step) && !self.is_spared(*step),
        };
        (START + 1..self.last()).find(is_it).unwrap_or(self.last())
    }
}
