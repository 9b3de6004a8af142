//! Campaigns as they are told.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Campaign, Catalogue, books::campaign::Standing, listing::Key,
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
    let ballots = counts.get(&campaign.id).copied().unwrap_or_default();
    let row = CampaignRow::of(books, campaign, ballots, today);
    // Neither the day nor a ballot that comes in makes it another campaign to change.
    let state = state(&CampaignRow { standing: Standing::Open, ballots: 0, ..row.clone() });
    CampaignRow { state, ..row }
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
