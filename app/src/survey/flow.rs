//! What the person does to the survey once scripts run, and what follows from it.

mod moves;
mod press;

use domain::{Channel, fault::SpokenFault};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::{
    fields,
    page::{SurveyPage, YES},
};
use crate::{
    browser::{
        draft, focus,
        form::{self, Draft},
        history,
        later::later,
        send::{self, Reply},
    },
    text,
};

/// How far sending has come.
#[derive(Clone, Default)]
enum Sending {
    #[default]
    NotYet,
    Busy,
    Failed(&'static str),
    /// The id stands for other answers that were kept before.
    Spent,
    Kept,
}

/// The step before the first question.
const START: usize = 0;

/// The state of one survey on the screen: where the person is, what is wrong, how sending goes.
///
/// On the server nothing of it moves: no step, so every question shows.
#[derive(Clone, Copy)]
pub(super) struct Flow {
    page: StoredValue<SurveyPage>,
    step: RwSignal<Option<usize>>,
    faults: RwSignal<Vec<SpokenFault>>,
    sending: RwSignal<Sending>,
    /// Whether the form can be looked at; told again whenever it has changed.
    live: RwSignal<bool>,
    restored: RwSignal<bool>,
    /// Whether a step has only just come, so that nothing counts yet.
    settling: RwSignal<bool>,
    /// Whether the thanks have their address.
    thanked: RwSignal<bool>,
    /// How many entries of the history lie before this ballot: those of one that was left on the same page.
    first: StoredValue<usize>,
}

/// How long an answer may take before the person is told; one that comes later still counts.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(60);

impl Flow {
    pub(super) fn new(page: SurveyPage) -> Self {
        Self {
            faults: RwSignal::new(page.faults.clone()),
            page: StoredValue::new(page),
            step: RwSignal::new(None),
            sending: RwSignal::default(),
            live: RwSignal::new(false),
            restored: RwSignal::new(false),
            settling: RwSignal::new(false),
            thanked: RwSignal::new(false),
            first: StoredValue::new(0),
        }
    }

    /// The classes of the form, by which its parts show: whether scripts run, whether one step is on view
    /// and which kind, whether its question has an answer, whether it has only just come.
    pub(super) fn looks(self) -> String {
        let (step, last) = (self.step.get(), self.last());
        let is_live = self.live.get();
        let is_answered = is_live && step.is_some_and(|step| self.is_answered(step));
        let classes = [
            (is_live, "live "),
            (step.is_some(), "stepped "),
            (step == Some(START), "fresh "),
            (step == Some(last), "ending "),
            (is_answered, "answered "),
            (self.restored.get(), "restored "),
            (self.settling.get(), "settling"),
        ];
        classes.into_iter().filter_map(|(is, class)| is.then_some(class)).collect()
    }

    /// Shows the step on view and no other part of the form, or all of them.
    pub(super) fn show(self) {
        form::show(self.step.get());
    }

    /// How far the person has come, in words.
    pub(super) fn at(self) -> String {
        let (step, last) = (self.step.get().unwrap_or_default(), self.last());
        let words = self.page.with_value(|page| text::survey(page.lang));
        match step < last {
            true => (words.progress)(step, last - 1),
            false => words.last_step.to_owned(),
        }
    }

    /// How many questions lie behind the person.
    pub(super) fn done(self) -> String {
        self.step.get().unwrap_or_default().saturating_sub(1).to_string()
    }

    /// The last step, behind the start and all questions.
    pub(super) fn last(self) -> usize {
        self.page.with_value(|page| page.questions.len()) + 1
    }

    /// Whether a question has an answer.
    fn is_answered(self, step: usize) -> bool {
        form::is_answered(&self.code(step))
    }

    pub(super) fn faults(self) -> Vec<SpokenFault> {
        self.faults.get()
    }

    pub(super) fn is_busy(self) -> bool {
        self.sending.with(|sending| matches!(sending, Sending::Busy))
    }

    /// Whether this ballot can never be sent again.
    pub(super) fn is_spent(self) -> bool {
        self.sending.with(|sending| matches!(sending, Sending::Spent))
    }

    /// Whether it is kept.
    pub(super) fn is_kept(self) -> bool {
        self.sending.with(|sending| matches!(sending, Sending::Kept))
    }

    /// Why sending failed; empty, if it did not.
    pub(super) fn failure(self) -> &'static str {
        self.sending.with(|sending| match sending {
            Sending::Failed(failure) => failure,
            Sending::Spent => self.page.with_value(|page| text::survey(page.lang).sent_before),
            _ => "",
        })
    }

    /// Keeps what is typed on this device, but never an id that is used up.
    pub(super) fn keep(self) {
        self.look();
        if self.sending.with_untracked(|sending| matches!(sending, Sending::Spent)) {
            return;
        }
        let step = self.step.get_untracked().unwrap_or(self.last());
        let draft = Draft { step, typed: form::typed() };
        self.page.with_value(|page| draft::save(page, &draft));
    }

    /// Checks the ballot and sends it, once.
    pub(super) fn submit(self, event: &SubmitEvent) {
        event.prevent_default();
        let step = self.step.get_untracked();
        if step.is_some_and(|step| step < self.last()) {
            return self.next();
        }
        if self.sending.with_untracked(|sending| matches!(sending, Sending::Busy | Sending::Spent))
        {
            return;
        }
        let page = self.page.get_value();
        let lang = page.lang;
        let (mut ballot, mut faults) = fields::ballot(&page.campaign, &form::typed());
        ballot.comment = ballot.comment.map(|typed| form::compose(&domain::text::tidy(&typed)));
        let comment = ballot.comment.as_deref();
        // Where the browser cannot count letters, the server says whether they are too many.
        let letters = |text: &str| form::letters(text).unwrap_or_default();
        faults.extend(ballot.answer_faults(&page.set(), Channel::InPerson, comment, letters));
        if !faults.is_empty() {
            let spoken = faults.iter().map(|fault| text::spoken(lang, fault));
            return self.mend(spoken.collect());
        }
        self.faults.set(Vec::new());
        self.sending.set(Sending::Busy);
        spawn_local(async move {
            let came = history::page();
            let reply = send::ballot(&ballot, lang).await;
            if matches!(reply, Reply::Kept(..) | Reply::Conflict) {
                draft::clear(&page);
            }
            if came == history::page() {
                self.answer(reply);
            }
        });
        let give_up = move || {
            if self.sending.with_untracked(|sending| matches!(sending, Sending::Busy)) {
                self.tell(Sending::Failed(text::survey(lang).no_answer));
            }
        };
        later(PATIENCE, Box::new(give_up));
    }

    fn answer(self, reply: Reply) {
        let words = self.page.with_value(|page| text::survey(page.lang));
        let failure = match reply {
            Reply::Kept(receipt, pin) => {
                form::tell_codes(&receipt, &pin);
                self.sending.set(Sending::Kept);
                return self.thank();
            }
            Reply::Faults(faults) => return self.mend(faults),
            Reply::Conflict => return self.tell(Sending::Spent),
            Reply::Busy => words.busy,
            Reply::NoAnswer => words.no_answer,
            Reply::Odd => words.odd_answer,
        };
        self.tell(Sending::Failed(failure));
    }

    /// Says why the ballot was not sent, and brings the reader there.
    fn tell(self, why: Sending) {
        self.sending.set(why);
        focus::soon("told".to_owned());
    }

    /// Opens the whole form, with what is to be mended on top.
    fn mend(self, faults: Vec<SpokenFault>) {
        self.sending.set(Sending::NotYet);
        self.step.set(None);
        form::tell_faults(&faults);
        self.faults.set(faults);
        focus::soon("faults".to_owned());
    }

    /// Tells that the form may hold something else than before.
    fn look(self) {
        self.live.set(true);
    }

    /// The place on the page where a step begins.
    fn anchor(self, step: usize) -> String {
        match step {
            START => "start".to_owned(),
            step if step < self.last() => ["a-", &self.code(step)].concat(),
            _ => "last".to_owned(),
        }
    }

    /// The code of a step's question; empty, if it has none.
    fn code(self, step: usize) -> String {
        self.page.with_value(|page| {
            let question = step.checked_sub(1).and_then(|place| page.questions.get(place));
            question.map(|question| question.code.clone()).unwrap_or_default()
        })
    }

    /// Whether a step is not for this person: its question follows one that was not answered with yes.
    fn is_spared(self, step: usize) -> bool {
        self.page.with_value(|page| {
            let question = step.checked_sub(1).and_then(|place| page.questions.get(place));
            question.is_some_and(|it| !it.after.is_empty() && !form::is_chosen(&it.after, YES))
        })
    }
}
