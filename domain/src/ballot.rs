//! One person's answers: as they arrive, and as they are kept once nothing is wrong with them.

mod attribute;
pub mod consent;
mod content;
mod correction;
pub mod instrument;
mod mark;
mod place;
pub mod receipt;
pub mod respondent;
mod view;
pub mod way;

use std::mem;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::{
    attribute::Attribute,
    correction::{CheckedCorrection, Correction},
    mark::{Mark, NA_SLOT, pack, unpack},
    view::{BallotView, WithdrawnConsent, answers},
};
use self::{content::Content, place::Place, way::Way};

use crate::{
    ballot::{consent::Consent, instrument::Instrument, respondent::Respondent},
    books::{
        campaign::{Campaign, Standing},
        catalogue::Catalogue,
    },
    code::{Channel, Sampling},
    fault::{Fault, Reason},
    text,
};

/// No question set is longer; a ballot with more answers is not looked at further.
pub const MOST_ANSWERS: usize = 200;
/// The most characters that one letter of a comment takes, on the average: the largest emoji have half
/// as many, and marks heaped on one letter have no end.
const MOST_IN_A_LETTER: usize = 16;

/// A ballot as it arrives; nothing in it is trusted yet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// A UUID drawn once by the sender: the same id twice counts once.
    pub id: String,
    /// The campaign's code.
    pub campaign: String,
    /// The question set the person saw, as `code/version`; another one than the campaign's is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// The code of the service point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_point: Option<String>,
    /// The code of the unit the ballot is about; that of a unit which was merged since, or had another
    /// code, means what it is today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The code of the procedure the ballot is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
    /// The token of a personal invitation, which counts once, or of the kiosk at the service point. It
    /// is not part of what is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// The answers; an item left blank is left out.
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// What the person wants to add.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// What the person tells of themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub respondent: Option<Respondent>,
    /// What the person agreed to: texts as `purpose/version`. Kept with a comment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Vec<String>>,
}

/// The answer to one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The item's code.
    pub item: String,
    /// The level from 1, or `null` for "không áp dụng"; never left out.
    #[serde(deserialize_with = "Option::deserialize")]
    pub level: Option<u8>,
}

/// A ballot with nothing wrong: every name resolved, every mark in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedBallot {
    /// The sender's id.
    pub id: Uuid,
    /// The campaign's row.
    pub campaign: i64,
    /// The instrument version's row.
    pub instrument: i64,
    /// The service point's row.
    pub service_point: Option<i64>,
    /// The unit version's row: the unit as it was that day.
    pub unit: Option<i64>,
    /// The procedure's row.
    pub procedure: Option<i64>,
    /// How the person was served.
    pub channel: Channel,
    /// How the ballot came about.
    pub sampling: Sampling,
    /// The local day it counts on.
    pub day: NaiveDate,
    /// One mark for each item of the instrument, in its order.
    pub answers: Vec<Mark>,
    /// The comment, composed and tidied; never empty.
    pub comment: Option<String>,
    /// The facets given.
    pub respondent: Respondent,
    /// What the person agreed to; nothing without a comment.
    pub consents: Vec<Consent>,
}

impl Ballot {
    /// Checks the whole ballot against the books on a local day, and names every fault at once.
    /// Whether its token is one of ours is for whoever has the keys.
    pub fn check(&self, books: &Catalogue, day: NaiveDate) -> Result<CheckedBallot, Vec<Fault>> {
        self.check_as(books, day, |campaign| campaign.standing(day))
    }

    /// The same as of the moment at which its form was shown (in milliseconds since 1970), and of the
    /// local day of that moment: for what ended since.
    pub fn check_begun(
        &self,
        books: &Catalogue,
        moment: i64,
        day: NaiveDate,
    ) -> Result<CheckedBallot, Vec<Fault>> {
        self.check_as(books, day, |campaign| campaign.standing_at(moment, day))
    }

    fn check_as(
        &self,
        books: &Catalogue,
        day: NaiveDate,
        standing: impl Fn(&Campaign) -> Standing,
    ) -> Result<CheckedBallot, Vec<Fault>> {
        let mut faults = Vec::new();
        let id = Uuid::try_parse(&self.id).ok().filter(|id| !id.is_nil());
        if id.is_none() {
            faults.push(Fault::new("id", Reason::BadId));
        }
        let offered = books.campaign(&self.campaign);
        match offered.map(|(campaign, _)| standing(campaign)) {
            None => faults.push(Fault::new("campaign", Reason::UnknownCampaign)),
            Some(Standing::NotOpenYet) => faults.push(Fault::new("campaign", Reason::NotOpenYet)),
            Some(Standing::Closed) => faults.push(Fault::new("campaign", Reason::Closed)),
            Some(Standing::Open) => {}
        }
        let place = Place::of(self, books, offered.map(|(campaign, _)| campaign), day, &mut faults);
        let way = Way::of(self).at(place.channel);
        if offered.is_some_and(|(campaign, _)| !campaign.is_taken(way)) {
            faults.push(Fault::new("campaign", Reason::OtherWay));
        }
        let comment = self.comment.as_deref().map(text::clean);
        let consents = self.consents(books, &mut faults);
        if let Some((_, set)) = offered {
            faults.extend(self.answer_faults(
                set,
                place.channel,
                comment.as_deref(),
                text::letters,
            ));
        }
        let (Some(id), Some((campaign, set)), true) = (id, offered, faults.is_empty()) else {
            return Err(faults);
        };
        Ok(CheckedBallot {
            id,
            campaign: campaign.id,
            instrument: campaign.instrument,
            service_point: place.point,
            unit: place.unit,
            procedure: place.procedure,
            channel: place.channel,
            sampling: campaign.kind_by(way),
            day,
            answers: self.marks(set),
            consents: if comment.as_ref().is_some_and(|it| !it.is_empty()) {
                consents
            } else {
                Vec::new()
            },
            comment: comment.filter(|comment| !comment.is_empty()),
            respondent: self.respondent.unwrap_or_default(),
        })
    }

    /// The texts agreed to, each purpose once.
    fn consents(&self, books: &Catalogue, faults: &mut Vec<Fault>) -> Vec<Consent> {
        let mut consents: Vec<Consent> = Vec::new();
        for key in self.consent.iter().flatten().take(MOST_ANSWERS) {
            match books.consent_texts.iter().find(|notice| notice.key() == *key) {
                Some(it) if consents.iter().any(|consent| consent.purpose == it.purpose) => {}
                Some(it) => {
                    consents.push(Consent { purpose: it.purpose.clone(), version: it.version });
                }
                None => {
                    faults.push(Fault::new("consent", Reason::UnknownChoice));
                    break;
                }
            }
        }
        consents
    }

    /// The service point whose device it comes from, by its token.
    pub fn kiosk(&self) -> Option<&str> {
        let is_kiosk = self.token.as_deref().is_some_and(way::is_kiosk_token);
        self.service_point.as_deref().filter(|_| is_kiosk)
    }

    /// What is wrong with the answers and the comment: the part that the browser checks as well.
    ///
    /// `comment` is the comment as it would be kept, composed and tidied; `letters` counts those of a
    /// text as people do.
    pub fn answer_faults(
        &self,
        set: &Instrument,
        channel: Channel,
        comment: Option<&str>,
        letters: impl Fn(&str) -> usize,
    ) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.instrument.as_ref().is_some_and(|seen| *seen != set.key()) {
            faults.push(Fault::new("instrument", Reason::OtherVersion));
        }
        if self.answers.len() > MOST_ANSWERS {
            faults.push(Fault::new("answers", Reason::TooMany(MOST_ANSWERS)));
        }
        let mut seen = vec![false; set.items.len()];
        for answer in self.answers.iter().take(MOST_ANSWERS) {
            let reason = match set.item(&answer.item) {
                None => Some(Reason::UnknownItem),
                Some((place, _)) if mem::replace(&mut seen[place], true) => Some(Reason::Repeated),
                Some((_, item)) => match answer.level {
                    Some(_) if !item.is_asked(channel) => Some(Reason::NotAsked),
                    Some(level) if !(1..=item.scale.top()).contains(&level) => {
                        Some(Reason::LevelOutOfRange(item.scale.top()))
                    }
                    _ => None,
                },
            };
            if let Some(reason) = reason {
                faults.push(Fault::new(format!("answers.{}", answer.item), reason));
            }
        }
        let comment = comment.unwrap_or_default();
        let is_over = |limit| comment.chars().nth(limit).is_some();
        let limit = set.comment_limit;
        if is_over(limit * MOST_IN_A_LETTER) || is_over(limit) && letters(comment) > limit {
            faults.push(Fault::new("comment", Reason::TooLong(set.comment_limit)));
        }
        if self.answers.is_empty() && comment.is_empty() {
            faults.push(Fault::new("answers", Reason::Empty));
        }
        faults
    }

    /// What the ballot says, apart from its id, in a form that does not depend on how it was sent:
    /// the same content gives the same text here, and so the same stored hash.
    pub fn content(&self) -> impl Serialize + '_ {
        Content::of(self)
    }

    fn marks(&self, set: &Instrument) -> Vec<Mark> {
        let mut marks = vec![Mark::Blank; set.items.len()];
        for answer in &self.answers {
            if let Some((place, _)) = set.item(&answer.item) {
                marks[place] = answer.level.map_or(Mark::NotApplicable, Mark::Level);
            }
        }
        marks
    }
}

#[cfg(test)]
mod tests;
