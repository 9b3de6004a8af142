//! Campaigns as they are shown.

use chrono::NaiveDate;

use super::CampaignRow;
use crate::books::{campaign::Campaign, catalogue::Catalogue};

impl CampaignRow {
    /// A campaign with the number of ballots that came in. Its state is left to whoever keeps the
    /// books.
    pub fn of(books: &Catalogue, campaign: &Campaign, ballots: i64, today: NaiveDate) -> Self {
        Self {
            state: String::new(),
            code: campaign.code.clone(),
            title: campaign.title.clone(),
            instrument: books.instrument_key(campaign.instrument),
            unit: campaign.unit.and_then(|unit| books.newest_code(unit)),
            channel: campaign.channel,
            sampling: campaign.sampling,
            takes: campaign.takes.clone(),
            from: campaign.period.from.to_string(),
            until: campaign.period.to.map(|last| last.to_string()),
            quota: campaign.quota,
            closed: campaign.closed,
            standing: campaign.standing(today),
            ballots,
        }
    }
}
