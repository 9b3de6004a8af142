//! Units: a tree that is whole on every day, whose versions stay as ballots found them.

mod changes;
mod merger;
mod parts;
mod plan;
mod split;
mod stamp;
mod tree;

pub use self::{
    changes::{correct, create, version},
    merger::merge,
    split::split,
};
use super::{
    catalogue::{Catalogue, UnitVersion},
    content::UnitText,
    draft::{Ballots, NewLink, Outcome},
    edits::Edits,
    identities::{Identities, name_alike},
    lineage::{self, Link},
    overlay::{self, Difference, Key},
    references::{Units, dangling},
    version::{Proposal, Version},
};
use crate::day::Period;

/// Lays rows over the units, with the codes that units take on and what comes out of what.
pub(super) fn lay(
    books: &Catalogue,
    mut rows: Vec<Proposal<UnitText>>,
    (codes, links): (&[(String, i64)], &[NewLink]),
    ballots: &Ballots,
) -> Outcome {
    let stored = books.stored_units();
    let mut identities = Identities::new(&stored, &[]);
    for (code, identity) in codes {
        identities.set(code, *identity);
    }
    for row in &rows {
        identities.add(&row.version.code);
    }
    let parents = rows.iter_mut().filter_map(|row| row.version.content.parent.as_mut());
    name_alike(parents, &identities, &books.newest_codes());
    let new: Vec<Link> = links.iter().map(|link| link.resolved(&identities)).collect();
    let mut links: Vec<Link> = books.lineage.iter().chain(&new).cloned().collect();
    lineage::sort(&mut links);
    let (overlay, mut faults) = overlay::lay(&stored, &rows, Key::CodeAndDay, &identities);
    let units = Units { all: &overlay.all, identities: &identities, links: &links };
    faults.extend(dangling(&overlay.all, "parent", |unit| unit.parent.as_deref(), &units));
    faults.extend(tree::circles(&units));
    let stamped = |one| stamp::frozen(one, &ballots.last_days, &units);
    faults.extend(overlay.differences.iter().flat_map(stamped));
    let written = overlay.differences.iter().map(|one| edit(one, &identities)).collect();
    let edits = Edits { units: written, links: new, ..Edits::default() };
    Outcome::of(&overlay, faults, edits)
}

impl NewLink {
    fn resolved(&self, identities: &Identities) -> Link {
        let to = identities.get(&self.to).unwrap_or_default();
        Link { to, ..self.link.clone() }
    }
}

fn edit(difference: &Difference<UnitText>, identities: &Identities) -> UnitVersion {
    let Version { code, period, content } = difference.row.version.clone();
    let UnitText { name, parent, decision, note } = content;
    UnitVersion {
        id: difference.before.map_or(0, |before| before.id),
        unit: identities.get(&code).unwrap_or_default(),
        parent: parent.and_then(|code| identities.get(&code)),
        code,
        name,
        period,
        decision,
        note,
    }
}

/// A version as it is stored.
fn stored(code: &str, period: Period, text: UnitText) -> Version<UnitText> {
    Version { code: code.to_owned(), period, content: text.composed() }
}
