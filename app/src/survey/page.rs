//! What the survey shows: the server fills it, the browser reads the same from the page.

use domain::{
    Instrument, Lang,
    ballot::instrument::{self, Factor, Item, Scale},
    fault::SpokenFault,
    words::Words,
};
use serde::Serialize;

use super::fields::Typed;
use crate::address::in_language;

/// What the survey page shows. The server fills it; the browser reads the same from the page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SurveyPage {
    /// The language of everything in here.
    pub lang: Lang,
    /// The campaign's code.
    pub campaign: String,
    /// The campaign's title; only the form carries it, and so it is with what follows without a place in
    /// the page's data.
    #[serde(skip)]
    pub title: String,
    /// Whose survey it is, where that is known.
    #[serde(skip)]
    pub owner: Option<String>,
    /// Where the device at a counter begins anew.
    #[serde(skip)]
    pub kiosk: Option<String>,
    /// The question set, as `code/version`.
    pub instrument: String,
    /// The ballot's id, drawn once for this page.
    pub ballot: String,
    /// The questions asked for the channel, in order.
    pub questions: Vec<Question>,
    /// How long a comment may be, in characters; 0 asks for none.
    pub comment_limit: usize,
    /// What a comment may be published under: the text's key, and the text.
    #[serde(skip)]
    pub consent: Option<Label>,
    /// Where the person stands.
    pub service_point: Option<Label>,
    /// The unit it is about.
    pub unit: Option<Label>,
    /// The procedure it is about.
    pub procedure: Option<Label>,
    /// The token of the person's invitation; empty without one.
    pub token: String,
    /// Under which name a draft is kept: that of what the person named first.
    pub shelf: String,
    /// Where another procedure is chosen; nothing, where that is not asked.
    #[serde(skip)]
    pub other: Option<String>,
    /// What is wrong with what was sent.
    pub faults: Vec<SpokenFault>,
    /// What lets this ballot through in a crowd, once its time has come.
    pub pass: String,
    /// What was sent.
    #[serde(skip)]
    pub typed: Typed,
}

/// Something with a code and a name in the page's language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Label {
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
}

impl Label {
    /// What has a code and names in both languages, in one of them.
    pub fn new(code: &str, name: &Words, lang: Lang) -> Self {
        Self { code: code.to_owned(), name: name.get(lang).to_owned() }
    }
}

/// One question in one language; or one that comes before others, with the codes of those joined by
/// dots for its own.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// The item's code.
    pub code: String,
    /// The name of its factor; empty for questions beside the index.
    #[serde(skip)]
    pub factor: String,
    /// The answers it offers.
    pub scale: Scale,
    /// The question.
    pub text: String,
    /// What its answers are called, where the scale's own words do not fit.
    #[serde(skip)]
    pub levels: Vec<String>,
    /// Whether it offers "không áp dụng".
    #[serde(skip)]
    pub may_not_apply: bool,
    /// The code of the question before it that has to be answered with yes; empty without one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub after: String,
}

impl Question {
    fn new(asked: &Instrument, item: &Item, lang: Lang) -> Self {
        let factor = asked.factors.iter().find(|it| Some(&it.code) == item.factor.as_ref());
        let lead = factor.filter(|factor| factor.asks.is_some());
        Self {
            code: item.code.clone(),
            factor: factor.map(|factor| factor.name.get(lang).to_owned()).unwrap_or_default(),
            scale: item.scale,
            text: item.text.get(lang).to_owned(),
            levels: item.levels.iter().map(|level| level.get(lang).to_owned()).collect(),
            may_not_apply: item.may_not_apply && lead.is_none(),
            after: lead.map(|factor| lead_code(asked, factor)).unwrap_or_default(),
        }
    }

    /// The question before a factor's others.
    fn leading(asked: &Instrument, factor: &Factor, lang: Lang) -> Option<Self> {
        Some(Self {
            code: lead_code(asked, factor),
            factor: factor.name.get(lang).to_owned(),
            scale: Scale::Occurrence,
            text: factor.asks.as_ref()?.get(lang).to_owned(),
            levels: Vec::new(),
            may_not_apply: true,
            after: String::new(),
        })
    }

    /// Whether it only leads to others.
    pub(super) fn is_lead(&self) -> bool {
        self.code.contains('.')
    }
}

/// The code of the question before a factor's others: a dot at least, and theirs.
fn lead_code(asked: &Instrument, factor: &Factor) -> String {
    let its = asked.items.iter().filter(|item| item.factor.as_ref() == Some(&factor.code));
    its.flat_map(|item| [".", item.code.as_str()]).collect()
}

/// The answer that leads to the questions after it.
pub(super) const YES: &str = "1";

impl SurveyPage {
    /// Takes the questions, in one language, from a set that holds only what is asked.
    pub fn questions(asked: &Instrument, lang: Lang) -> Vec<Question> {
        let mut questions: Vec<Question> = Vec::new();
        for item in &asked.items {
            let question = Question::new(asked, item, lang);
            let factor = asked.factors.iter().find(|it| Some(&it.code) == item.factor.as_ref());
            let is_first = questions.last().is_none_or(|last| last.after != question.after);
            if let (true, Some(factor)) = (is_first, factor) {
                questions.extend(Question::leading(asked, factor, lang));
            }
            questions.push(question);
        }
        questions
    }

    /// How many minutes the questions take.
    pub(super) fn minutes(&self) -> usize {
        instrument::minutes(self.questions.len())
    }

    /// What is wrong with a field.
    pub(super) fn fault(&self, field: &str) -> Option<String> {
        let fault = self.faults.iter().find(|fault| fault.field == field);
        fault.map(|fault| fault.message.clone())
    }

    /// As much of the question set as checking the answers needs.
    pub(super) fn set(&self) -> Instrument {
        let (code, version) = self.instrument.split_once('/').unwrap_or_default();
        let item = |question: &Question| Item {
            code: question.code.clone(),
            factor: None,
            scale: question.scale,
            text: Words::default(),
            levels: Vec::new(),
            channels: Vec::new(),
            may_not_apply: question.may_not_apply,
        };
        Instrument {
            code: code.to_owned(),
            version: version.parse().unwrap_or_default(),
            follows: None,
            name: Words::default(),
            source: String::new(),
            factors: Vec::new(),
            items: self.questions.iter().filter(|it| !it.is_lead()).map(item).collect(),
            comment_limit: self.comment_limit,
        }
    }

    /// Where the form goes without scripts.
    pub(super) fn action(&self) -> String {
        let mut action = ["/s/", &self.campaign].concat();
        if let Some(point) = &self.service_point {
            action.push_str("?p=");
            action.push_str(&point.code);
        }
        in_language(&action, self.lang)
    }
}

/// The place on the page that a fault speaks of; nothing, if the person cannot reach it.
pub(super) fn anchor(field: &str) -> Option<String> {
    match field.split_once('.') {
        Some(("answers", item)) => Some(format!("a-{item}")),
        Some(("respondent", facet)) => Some(facet.to_owned()),
        _ if field == "comment" => Some("comment".to_owned()),
        _ => None,
    }
}
