//! The counts of a period, read from the tallies of its days.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Catalogue, Instrument, Share,
    figures::publish::{
        Floor,
        remainder::settle,
        scheme::{Scheme, Span},
        sheet::{Line, Sheet},
        table::METHOD,
        withhold::withhold,
    },
};

use crate::{
    error::Error,
    store::{
        Tx, index,
        tallies::{Counts, TallyKey},
    },
};

/// The sheet of each question set that has ballots, by its key.
pub type Sheets = BTreeMap<String, Sheet>;

/// Counts a month and decides what of it is told.
pub(super) async fn of_month(
    tx: &mut Tx,
    books: &Catalogue,
    (scheme, month): (Scheme, Span),
    floor: Floor,
) -> Result<Sheets, Error> {
    let (first, last) = scheme.days(month).ok_or_else(|| Error::new("no such period"))?;
    let units = books.units.iter().map(|version| (version.id, version.unit)).collect();
    let mut sheets = Sheets::new();
    for (id, set) in &books.instruments {
        let rows = index::days(tx, *id, first, last).await?;
        let lines = rows.iter().map(|row| line(row, set, &units)).collect();
        let sheet = withhold(&settle(lines, set, floor), set, floor)
            .map_err(|_| Error::new(format!("{month}: {} cannot be told safely", set.key())))?;
        if sheet.whole.n > 0 {
            sheets.insert(set.key(), sheet);
        }
    }
    Ok(sheets)
}

/// Adds published months up.
pub(super) fn sum(months: &[Sheets]) -> Sheets {
    let keys = months.iter().flat_map(BTreeMap::keys);
    keys.map(|key| (key.clone(), Sheet::sum(months.iter().filter_map(|month| month.get(key)))))
        .collect()
}

fn line((key, counts): &(TallyKey, Counts), set: &Instrument, units: &HashMap<i64, i64>) -> Line {
    let mut items = vec![Share::default(); set.items.len()];
    for (item, tally) in counts.tallies() {
        let place = usize::try_from(item).ok().and_then(|item| item.checked_sub(1));
        let asked = place.and_then(|place| Some((set.items.get(place)?, items.get_mut(place)?)));
        if let Some((asked, share)) = asked
            && asked.counts()
        {
            *share = Share::of(&tally, METHOD);
        }
    }
    Line {
        unit: units.get(&key.unit).copied().unwrap_or(0),
        procedure: key.procedure,
        channel: key.channel,
        sampling: key.sampling,
        ballots: counts.ballots(),
        items,
    }
}
