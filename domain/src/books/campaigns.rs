//! Campaigns: each asks about a unit that is there on all its days, and stays what it is once
//! ballots came in.

use super::{
    campaign::Campaign,
    catalogue::Catalogue,
    content::CampaignText,
    draft::{Ballots, Draft, Outcome},
    edits::Edits,
    identities::{Identities, name_alike},
    names::{both, duplicate, unknown_unit},
    overlay::{self, Difference, Key, stored_only},
    references::{Units, dangling},
    version::{Proposal, Spot, Version},
};
use crate::{
    day::Period,
    fault::{Fault, Reason},
    office::surveys::campaign::{CampaignChange, NewCampaign},
    text::usual,
};

/// Lays rows over the campaigns.
pub(super) fn lay(
    books: &Catalogue,
    mut rows: Vec<Proposal<CampaignText>>,
    ballots: &Ballots,
) -> Outcome {
    let (units, stored) = (books.stored_units(), books.stored_campaigns());
    let unit_codes = Identities::new(&units, &[]);
    let codes = rows.iter_mut().filter_map(|row| row.version.content.unit.as_mut());
    name_alike(codes, &unit_codes, &books.newest_codes());
    let identities = Identities::new(&stored, &rows);
    let (overlay, mut faults) = overlay::lay(&stored, &rows, Key::Code, &identities);
    let there = stored_only(&units);
    let units = Units { all: &there, identities: &unit_codes, links: &books.lineage };
    faults.extend(dangling(&overlay.all, "unit", |it| it.unit.as_deref(), &units));
    faults.extend(overlay.differences.iter().flat_map(|one| in_use(one, ballots)));
    let edit = |row: &Proposal<CampaignText>| edit(books, &unit_codes, row);
    let campaigns = overlay.differences.iter().filter_map(|one| edit(one.row)).collect();
    Outcome::of(&overlay, faults, Edits { campaigns, ..Edits::default() })
}

/// The campaign as it is to be stored; what the row does not speak of stays.
fn edit(books: &Catalogue, units: &Identities, row: &Proposal<CampaignText>) -> Option<Campaign> {
    let Version { code, period, content } = row.version.clone();
    let CampaignText { title, instrument, unit, channel, sampling, takes, quota } = content;
    let (instrument, _) = books.instrument(&instrument)?;
    let before = books.campaigns.get(&code);
    let id = before.map_or(0, |before| before.id);
    let closed = before.and_then(|before| before.closed);
    let unit = unit.and_then(|code| units.get(&code));
    #[rustfmt::skip]
    let campaign = Campaign {
        id, code, title, instrument, period, sampling, takes, channel, unit, quota, closed,
    };
    Some(campaign)
}

/// Ballots were given under the campaign as it is: other questions would turn their answers into
/// answers to something else, and what its ballots count for would change halfway.
fn in_use(difference: &Difference<CampaignText>, ballots: &Ballots) -> Vec<Fault> {
    let used = |id: i64| ballots.campaigns.get(&id).is_some_and(|count| *count > 0);
    let Some(before) = difference.before.filter(|before| used(before.id)) else {
        return Vec::new();
    };
    let (old, new) = (&before.version.content, &difference.row.version.content);
    let changed = [
        ("instrument", old.instrument != new.instrument),
        ("unit", old.unit != new.unit),
        ("channel", old.channel != new.channel),
        ("sampling", old.sampling != new.sampling),
    ];
    changed
        .into_iter()
        .filter(|(_, changed)| *changed)
        .map(|(column, _)| difference.row.fault(column, Reason::InUse, ""))
        .collect()
}

/// A campaign that was not there before: its code, and the change; or everything wrong with it.
pub fn create(books: &Catalogue, form: &NewCampaign) -> Result<(String, Draft), Vec<Fault>> {
    let names = duplicate("code", books.campaigns.contains_key(&*usual(&form.code)))
        .into_iter()
        .chain(unknown(books, &form.instrument, form.unit.as_deref()));
    let (code, period, text) = both(form.check(), names)?;
    let draft = draft(books, &code, period, text)?;
    Ok((code, draft))
}

/// A campaign as it is to be.
pub fn change(books: &Catalogue, code: &str, form: &CampaignChange) -> Result<Draft, Vec<Fault>> {
    let names = unknown(books, &form.instrument, form.unit.as_deref());
    let (period, mut text) = both(form.check(), names)?;
    if form.takes.is_none() {
        text.takes = books.campaigns.get(code).map(|it| it.takes.clone()).unwrap_or_default();
    }
    draft(books, code, period, text)
}

/// What is wrong with what it names.
fn unknown(books: &Catalogue, instrument: &str, unit: Option<&str>) -> impl Iterator<Item = Fault> {
    let is_known = books.instrument(instrument.trim()).is_some();
    let instrument = (!is_known).then(|| Fault::new("instrument", Reason::UnknownInstrument));
    instrument.into_iter().chain(unknown_unit(books, "unit", unit))
}

fn draft(
    books: &Catalogue,
    code: &str,
    period: Period,
    text: CampaignText,
) -> Result<Draft, Vec<Fault>> {
    let Some((_, set)) = books.instrument(&text.instrument) else {
        return Err(vec![Fault::new("instrument", Reason::UnknownInstrument)]);
    };
    let content = CampaignText { instrument: set.key(), ..text.composed() };
    let version = Version { code: code.to_owned(), period, content };
    let campaigns = vec![Proposal { number: 0, spot: Spot::form(), version }];
    Ok(Draft { campaigns, ..Draft::default() })
}
