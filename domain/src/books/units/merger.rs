//! Units that become one: their versions end, and whatever names them means the other one from that
//! day on.

use super::{
    parts::{cut, rest},
    plan::{Plan, link},
    stored,
};
use crate::{
    books::{
        catalogue::Catalogue,
        content::UnitText,
        draft::{Draft, NewLink},
        lineage::Descent,
        names::{both, unknown_unit},
        version::Spot,
    },
    day::Period,
    fault::{Fault, Reason},
    office::books::merger::{Merger, SuccessorText},
};

/// Units merged from a day on, or everything wrong with it.
pub fn merge(books: &Catalogue, form: &Merger) -> Result<Draft, Vec<Fault>> {
    let unknown = form
        .from
        .iter()
        .filter_map(|code| unknown_unit(books, &format!("from.{code}"), Some(code)))
        .chain(unknown_unit(books, "into.parent", form.into.parent.as_deref()));
    let (day, successor) = both(form.check(), unknown)?;
    let decision = successor.decision.clone();
    let mut plan = Plan::new(books, day);
    plan.succeeds(&form.into.code, successor);
    let mut links: Vec<NewLink> = Vec::new();
    for code in &form.from {
        let field = format!("from.{code}");
        if let Some(from) = plan.ends(code, &field) {
            if went_before(books, from, &form.into.code) {
                plan.fault(&field, Reason::Twice);
            }
            links.push(link(from, &form.into.code, Descent::Merger, day, &decision));
        }
    }
    match plan.faults.is_empty() {
        true => Ok(Draft { units: plan.rows, links, ..Draft::default() }),
        false => Err(plan.faults),
    }
}

/// Whether a unit came into another before.
fn went_before(books: &Catalogue, from: i64, into: &str) -> bool {
    let into = books.unit(into).first().map(|version| version.unit);
    books.lineage.iter().any(|link| link.from == from && Some(link.to) == into)
}

impl Plan<'_> {
    /// The unit that the others become: new, or there already and going on.
    fn succeeds(&mut self, code: &str, text: SuccessorText) {
        let SuccessorText { name, parent, decision, note } = text;
        let (books, day) = (self.books, self.day);
        let spot = Spot::under("into.").dated("day");
        let Some(unit) = books.unit(code).first().map(|version| version.unit) else {
            let Some(name) = name else { return self.fault("into.name.vi", Reason::Missing) };
            let text = UnitText { name, parent, decision, note };
            return self.add(stored(code, Period { from: day, to: None }, text), spot);
        };
        let mut versions = books.versions_of(unit).into_iter();
        let Some(old) = versions.find(|version| version.period.holds(day)) else {
            return self.fault("into.code", Reason::NotThereThen);
        };
        let same = books.unit_text(old);
        let name = name.unwrap_or_else(|| same.name.clone());
        let parent = parent.or_else(|| same.parent.clone());
        if (&name, &parent) == (&same.name, &same.parent) && note.is_empty() {
            return;
        }
        if old.period.from < day {
            self.add(cut(books, old, day), spot.clone());
        }
        let text = UnitText { name, parent, decision, note };
        self.add(rest(old, &old.code, day, text), spot);
    }
}
