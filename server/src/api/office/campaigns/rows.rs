//! Campaigns as they are told.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Campaign, Catalogue, books::campaign::Standing, office::surveys::campaign::CampaignRow,
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
pub fn key(row: &CampaignRow, column: &str) -> String {
    match column {
        "title" => row.title.vi.clone(),
        "unit" => row.unit.clone().unwrap_or_default(),
        "from" => row.from.clone(),
        "until" => row.until.clone().unwrap_or_else(|| "9999".to_owned()),
        "ballots" => format!("{:012}", row.ballots),
        _ => row.code.clone(),
    }
}
