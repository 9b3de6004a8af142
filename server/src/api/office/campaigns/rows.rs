//! Campaigns as they are told.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Campaign, Catalogue, Instrument, books::campaign::Standing, listing::Key,
    office::surveys::campaign::CampaignRow,
};

use crate::books::state;

/// A campaign as it stands; `counts` are the ballots of each.
pub fn row(
    books: &Catalogue,
    campaign: &Campaign,
    counts: &HashMap<i64, i64>,
    today: NaiveDate,
) -> CampaignRow {
    let unit = campaign.unit.and_then(|unit| books.newest(unit));
    let row = CampaignRow {
        state: String::new(),
        code: campaign.code.clone(),
        title: campaign.title.clone(),
        instrument: books
            .instruments
            .get(&campaign.instrument)
            .map(Instrument::key)
            .unwrap_or_default(),
        unit: unit.map(|version| version.code.clone()),
        channel: campaign.channel,
        sampling: campaign.sampling,
        from: campaign.period.from.to_string(),
        until: campaign.period.to.map(|last| last.to_string()),
        quota: campaign.quota,
        closed: campaign.closed,
        standing: Standing::Open,
        ballots: 0,
    };
    // Neither the day nor a ballot that comes in makes it another campaign to change.
    let state = state(&row);
    let ballots = counts.get(&campaign.id).copied().unwrap_or_default();
    CampaignRow { state, standing: campaign.standing(today), ballots, ..row }
}

/// What a row is sorted by.
pub fn key(row: &CampaignRow, column: &str) -> Key {
    match column {
        "title" => Key::from(&row.title.vi),
        "unit" => Key::from(row.unit.as_ref()),
        "from" => Key::from(&row.from),
        "until" => Key::from(row.until.as_deref().unwrap_or("9999")),
        "ballots" => Key::from(row.ballots),
        _ => Key::from(&row.code),
    }
}
