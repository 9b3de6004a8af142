//! What staff may send about a case: a step, or what they are writing.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::case::PublicView;
use crate::{
    fault::{Fault, Reason},
    feedback::{
        kind::{Ground, Rating},
        order::Order,
        public,
        steps::Misstep,
        template,
    },
    office::entry::Fields,
    text,
};

/// The most characters of the words of a step.
pub const WORDS: usize = 20_000;

/// A step that somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderForm {
    /// How many lines the log had when it was read.
    pub seen: u32,
    /// The step.
    pub order: Order,
    /// The code of a unit, where it needs one.
    #[serde(default)]
    pub unit: String,
    /// An account, where it needs one; with `concern` the official whom the case is about, or nobody.
    #[serde(default)]
    pub account: String,
    /// A day, `YYYY-MM-DD`, where it needs one.
    #[serde(default)]
    pub day: String,
    /// Why it is refused.
    #[serde(default)]
    pub ground: Option<Ground>,
    /// The number of another case.
    #[serde(default)]
    pub case: Option<i64>,
    /// Reason, question, answer.
    #[serde(default)]
    pub words: String,
    /// What the sender thinks of the answer.
    #[serde(default)]
    pub rating: Option<Rating>,
    /// Question and answer for everybody, with `publish`: whoever sends them has read both, and
    /// confirms that nothing personal is left.
    #[serde(default)]
    pub public: Option<PublicView>,
    /// Whether they looked at what still looks personal, and leave it as it is.
    #[serde(default)]
    pub is_confirmed: bool,
}

/// A step with nothing wrong in its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedOrder {
    /// The step.
    pub order: Order,
    /// The code of a unit.
    pub unit: Option<String>,
    /// An account.
    pub account: Option<String>,
    /// A day.
    pub day: Option<NaiveDate>,
    /// Why it is refused.
    pub ground: Option<Ground>,
    /// The number of another case.
    pub case: Option<i64>,
    /// The words.
    pub words: Option<String>,
    /// What the sender thinks of the answer.
    pub rating: Option<Rating>,
    /// What everybody may read.
    pub public: Option<PublicView>,
    /// Whether what still looks personal in it was looked at.
    pub is_confirmed: bool,
}

impl OrderForm {
    /// The step as it is taken, or everything wrong with its form.
    pub fn check(&self) -> Result<CheckedOrder, Vec<Fault>> {
        let needs = self.order.needs();
        let mut fields = Fields::default();
        let unit = needs.unit.then(|| fields.given("unit", &self.unit, WORDS));
        let account = match self.order {
            Order::Concern => Some((!self.account.is_empty()).then(|| self.account.clone())),
            _ => needs.account.then(|| fields.given("account", &self.account, WORDS)),
        };
        let day = needs.day.then(|| fields.day("day", &self.day));
        let words = needs.words.then(|| fields.given_text("words", &self.words, WORDS));
        if needs.ground && self.ground.is_none() {
            fields.fault::<()>("ground", Reason::Missing);
        }
        if needs.rating && self.rating.is_none() {
            fields.fault::<()>("rating", Reason::Missing);
        }
        if needs.case && self.case.is_none() {
            fields.fault::<()>("case", Reason::Missing);
        }
        let sent = words.iter().flatten().filter(|_| self.order.is_to_sender());
        fields.faults.extend(sent.flat_map(|words| template::unfilled("words", words)));
        let public = (self.order == Order::Publish).then(|| self.public(&mut fields));
        fields.end(Some(CheckedOrder {
            order: self.order,
            unit: unit.flatten(),
            account: account.flatten(),
            day: day.flatten(),
            ground: self.ground.filter(|_| needs.ground),
            case: self.case.filter(|_| needs.case),
            words: words.flatten(),
            rating: self.rating.filter(|_| needs.rating),
            public: public.flatten(),
            is_confirmed: self.is_confirmed,
        }))
    }

    fn public(&self, fields: &mut Fields) -> Option<PublicView> {
        let sent = self.public.clone().unwrap_or_default();
        let question = fields.given_text("public.question", &sent.question, WORDS);
        let answer = fields.given_text("public.answer", &sent.answer, WORDS);
        Some(PublicView { question: question?, answer: answer? })
    }
}

impl CheckedOrder {
    /// What is wrong with what shall be published of a question and an answer, as they were said.
    pub fn unfit(&self, question: &str, answer: &str) -> Vec<Fault> {
        let Some(public) = &self.public else { return Vec::new() };
        let fields = [
            ("public.question", question, &public.question),
            ("public.answer", answer, &public.answer),
        ];
        let fault = |(field, said, text): (&str, &str, &String)| {
            // Composed, as everybody reads it: a mark of its own makes another word of a word.
            let text = text::compose(text);
            let reason = if !public::only_leaves_out(&text::compose(said), &text) {
                Misstep::NotSaid
            } else if !self.is_confirmed && public::personal(&text).is_some() {
                Misstep::LooksPersonal
            } else {
                return None;
            };
            let piece = public::personal(&text).filter(|_| reason == Misstep::LooksPersonal);
            Some(Fault::new(field, Reason::Misstep(reason)).about(piece.unwrap_or_default()))
        };
        fields.into_iter().filter_map(fault).collect()
    }
}

/// What somebody is writing, to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftForm {
    /// The text; an empty one is thrown away.
    pub text: String,
}

impl DraftForm {
    /// The text, or what is wrong with it.
    pub fn check(&self) -> Result<String, Vec<Fault>> {
        let mut fields = Fields::default();
        let text = fields.text("text", &self.text, WORDS);
        fields.end(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(order: Order) -> OrderForm {
        OrderForm {
            seen: 1,
            order,
            unit: String::new(),
            account: String::new(),
            day: String::new(),
            ground: None,
            case: None,
            words: String::new(),
            rating: None,
            public: None,
            is_confirmed: false,
        }
    }

    #[test]
    fn every_order_names_all_that_is_missing_at_once() {
        for &order in Order::ALL {
            let needs = order.needs();
            let missing = [
                (needs.unit, "unit"),
                (needs.account, "account"),
                (needs.day, "day"),
                (needs.words, "words"),
                (needs.ground, "ground"),
                (needs.rating, "rating"),
                (needs.case, "case"),
                (order == Order::Publish, "public.question"),
                (order == Order::Publish, "public.answer"),
            ];
            let missing: Vec<_> =
                missing.iter().filter(|(is_needed, _)| *is_needed).map(|(_, it)| *it).collect();
            let faults = form(order).check().err().unwrap_or_default();
            let fields: Vec<&str> = faults.iter().map(Fault::field).collect();
            assert_eq!(fields, missing, "{}", order.name());
        }
    }

    #[test]
    fn nothing_goes_to_a_sender_with_a_place_that_was_left_open() {
        let words = "Hạn là\n {han}.".to_owned();
        let answer = OrderForm { words: words.clone(), ..form(Order::Submit) };
        let expected = Fault::new("words", Reason::EmptyPlaceholder(2, 2)).about("han");
        assert_eq!(answer.check(), Err(vec![expected]));
        assert!(
            OrderForm { words, ..form(Order::Note) }.check().is_ok(),
            "a note stays in the house"
        );
    }

    #[test]
    fn what_an_order_does_not_need_is_left_out() {
        let full = OrderForm {
            unit: "P".to_owned(),
            words: " Đúng lĩnh vực. ".to_owned(),
            ground: Some(Ground::OtherBody),
            case: Some(3),
            ..form(Order::Offer)
        };
        let checked = full.check().unwrap();
        assert_eq!(checked.unit.as_deref(), Some("P"));
        assert_eq!(checked.words.as_deref(), Some("Đúng lĩnh vực."));
        assert_eq!((checked.ground, checked.case, checked.day), (None, None, None));
    }
}
