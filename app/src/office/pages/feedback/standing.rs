//! How a co-ordination request stands, for its list, its page and the page of its case.

use domain::{Lang, feedback::request::Outcome, office::feedback::request::RequestRow};

use crate::{
    office::pill::Pill,
    text::office::feedback::requests::{outcome, requests},
};

/// The look and the word of how it stands.
pub(super) fn standing(lang: Lang, row: &RequestRow) -> (Pill, &'static str) {
    let Some(counts) = row.outcome else { return (Pill::Off, requests(lang).withdrawn) };
    let pill = match counts {
        Outcome::InTime => Pill::On,
        Outcome::OnTime => Pill::Off,
        Outcome::Late => Pill::Soon,
        Outcome::NoReply => Pill::Late,
    };
    (pill, outcome(lang, counts))
}
