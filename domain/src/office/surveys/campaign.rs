//! Campaigns as the office keeps them.

mod view;

use serde::{Deserialize, Serialize};

use crate::office::entry::{Fields, NAME, is_campaign_code};
use crate::{
    books::{campaign::Standing, content::CampaignText},
    code::{Channel, Sampling},
    day::Period,
    fault::{Fault, Reason},
    words::Words,
};

/// The largest quota.
pub const MOST_BALLOTS: i64 = 10_000_000;

/// A campaign, and how many ballots came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CampaignRow {
    /// What a change names as `based_on`.
    pub state: String,
    /// The code in the address `/s/{code}`.
    pub code: String,
    /// What people see at the top of the form.
    pub title: Words,
    /// The question set, as `code/version`.
    pub instrument: String,
    /// The code of the unit it asks about.
    pub unit: Option<String>,
    /// The channel, where no service point says otherwise.
    pub channel: Channel,
    /// How most of its ballots are meant to come about; for people on a list, how they got onto it.
    pub sampling: Sampling,
    /// The kinds of ballots it takes; every kind, if none is named. How each ballot came about follows
    /// from its way in.
    pub takes: Vec<Sampling>,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, if it is known.
    pub until: Option<String>,
    /// The most ballots that are taken.
    pub quota: Option<i64>,
    /// When it was closed before its last day, in milliseconds since 1970.
    pub closed: Option<i64>,
    /// Where it stands today.
    pub standing: Standing,
    /// Ballots that came in. Once there is one, question set, unit, channel and sampling stay.
    pub ballots: i64,
}

/// A campaign that was not there before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewCampaign {
    /// The code in the address `/s/{code}`.
    pub code: String,
    /// What people see at the top of the form.
    pub title: Words,
    /// The question set, as `code/version`; without a version the newest.
    pub instrument: String,
    /// The code of the unit it asks about.
    pub unit: Option<String>,
    /// The channel, where no service point says otherwise.
    pub channel: Channel,
    /// How most of its ballots are meant to come about; for people on a list, how they got onto it.
    pub sampling: Sampling,
    /// The kinds of ballots it takes: every kind, if none is named or this is left out.
    pub takes: Option<Vec<Sampling>>,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, if it is known.
    pub until: Option<String>,
    /// The most ballots that are taken.
    pub quota: Option<i64>,
}

/// A campaign as it is to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CampaignChange {
    /// The state that was seen.
    pub based_on: String,
    /// What people see at the top of the form.
    pub title: Words,
    /// The question set, as `code/version`; without a version the newest.
    pub instrument: String,
    /// The code of the unit it asks about.
    pub unit: Option<String>,
    /// The channel, where no service point says otherwise.
    pub channel: Channel,
    /// How most of its ballots are meant to come about; for people on a list, how they got onto it.
    pub sampling: Sampling,
    /// The kinds of ballots it takes: every kind, if none is named. Left out, they stay as they are.
    pub takes: Option<Vec<Sampling>>,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, if it is known.
    pub until: Option<String>,
    /// The most ballots that are taken.
    pub quota: Option<i64>,
}

impl NewCampaign {
    /// The code, the days and the rest, or everything wrong with it.
    pub fn check(&self) -> Result<(String, Period, CampaignText), Vec<Fault>> {
        let mut fields = Fields::default();
        let code = fields.code("code", &self.code, is_campaign_code, Reason::BadCampaignCode);
        let text = self.text(&mut fields);
        fields.end(code.zip(text).map(|(code, (period, text))| (code, period, text)))
    }

    fn text(&self, fields: &mut Fields) -> Option<(Period, CampaignText)> {
        let title = fields.words("title", &self.title);
        let instrument = fields.given("instrument", &self.instrument, NAME);
        let unit = fields.reference("unit", self.unit.as_deref());
        let period = fields.period(&self.from, self.until.as_deref());
        let quota = self.quota.and_then(|quota| fields.whole("quota", quota, 1, MOST_BALLOTS));
        let (title, instrument, unit, period) = (title?, instrument?, unit?, period?);
        let (channel, sampling) = (self.channel, self.sampling);
        let takes = self.takes.clone().unwrap_or_default();
        let text = CampaignText { title, instrument, unit, channel, sampling, takes, quota };
        Some((period, text))
    }
}

impl CampaignChange {
    /// The days and the rest, or everything wrong with it.
    pub fn check(&self) -> Result<(Period, CampaignText), Vec<Fault>> {
        let mut fields = Fields::default();
        let text = self.as_new(String::new()).text(&mut fields);
        fields.end(text)
    }

    fn as_new(&self, code: String) -> NewCampaign {
        let Self { based_on: _, title, instrument, unit, channel, sampling, .. } = self.clone();
        let Self { takes, from, until, quota, .. } = self.clone();
        NewCampaign { code, title, instrument, unit, channel, sampling, takes, from, until, quota }
    }
}
