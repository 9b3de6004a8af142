//! A kept ballot in words, for its sender.

use app::{
    pages::{BallotText, OwnBallot},
    text::{self, FormWords},
};
use domain::{
    Answer, Catalogue, Instrument, Lang,
    ballot::{
        BallotView, WithdrawnConsent,
        instrument::Scale,
        respondent::{Age, Party, Respondent, Sex},
    },
    day,
};

use crate::node::Node;

/// A kept ballot as its sender reads it.
pub(super) fn text_of(node: &Node, ballot: BallotView, lang: Lang) -> OwnBallot {
    let books = node.books();
    let words = text::form(lang);
    let set = set(&books.catalogue, &ballot);
    let title = books.catalogue.campaign(&ballot.campaign).map(|(it, _)| it.title.get(lang));
    let words_of = |key: &String| {
        let notice = books.catalogue.consent_texts.iter().find(|notice| notice.key() == *key)?;
        Some((notice.purpose.clone(), notice.text.get(lang).to_owned()))
    };
    let withdrawn = |it: &WithdrawnConsent| Some((words_of(&it.consent)?.1, format_day(&it.day)));
    let answer = |answer: &Answer| Some(answered(set?, answer, lang, words));
    OwnBallot::Shown(Box::new(BallotText {
        title: title.unwrap_or_default().to_owned(),
        day: format_day(&ballot.day),
        answers: ballot.answers.iter().filter_map(answer).flatten().collect(),
        comment: ballot.comment,
        about: about(ballot.respondent, words),
        consent: ballot.consent.iter().filter_map(words_of).collect(),
        withdrawn: ballot.withdrawn.iter().filter_map(withdrawn).collect(),
        corrected: ballot.corrected.as_deref().map(format_day),
        correctable: ballot.correctable,
        until: ballot.correctable_until.as_deref().map(format_day),
    }))
}

/// A day as people write it.
pub(in crate::pages) fn format_day(day: &str) -> String {
    day::read(day).map_or_else(|| day.to_owned(), |day| day.format("%d/%m/%Y").to_string())
}

fn set<'a>(books: &'a Catalogue, ballot: &BallotView) -> Option<&'a Instrument> {
    books.instrument(&ballot.instrument).map(|(_, set)| set)
}

/// A question and its answer in words.
pub(in crate::pages) fn answered(
    set: &Instrument,
    answer: &Answer,
    lang: Lang,
    words: &FormWords,
) -> Option<(String, String)> {
    let (_, item) = set.item(&answer.item)?;
    let own: Vec<&str> = item.levels.iter().map(|level| level.get(lang)).collect();
    let levels: &[&str] = match item.scale {
        _ if !own.is_empty() => &own,
        Scale::Satisfaction => &words.levels,
        Scale::Occurrence => &words.occurrences,
    };
    let level = match answer.level {
        Some(level) => levels.get(usize::from(level).checked_sub(1)?)?,
        None => words.not_applicable,
    };
    Some((item.text.get(lang).to_owned(), level.to_owned()))
}

/// The facets in words.
fn about(respondent: Respondent, words: &FormWords) -> Vec<String> {
    let message = |label: &str, names: &[&str], number: Option<i64>| {
        let place = usize::try_from(number?).ok()?.checked_sub(1)?;
        Some(format!("{label}: {}", names.get(place)?))
    };
    let facets = [
        message(words.party.0, &words.party.1, respondent.party.map(Party::number)),
        message(words.sex.0, &words.sex.1, respondent.sex.map(Sex::number)),
        message(words.age.0, &words.age.1, respondent.age.map(Age::number)),
    ];
    facets.into_iter().flatten().collect()
}
