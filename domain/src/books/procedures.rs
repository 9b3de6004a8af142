//! Procedures: each led by a unit that is there on all its days.

use chrono::NaiveDate;

use super::{
    catalogue::{Catalogue, ProcedureVersion},
    content::ProcedureText,
    draft::{Draft, Outcome},
    edits::Edits,
    identities::{Identities, name_alike},
    names::{both, duplicate, unknown_unit},
    overlay::{self, Key, stored_only},
    references::{Units, dangling},
    version::{Proposal, Spot, Version},
};
use crate::{
    day::Period,
    fault::Fault,
    office::books::procedure::{NewProcedure, ProcedureChange},
};

/// Lays rows over the procedures.
pub(super) fn lay(books: &Catalogue, mut rows: Vec<Proposal<ProcedureText>>) -> Outcome {
    let (units, stored) = (books.stored_units(), books.stored_procedures());
    let unit_codes = Identities::new(&units, &[]);
    let codes = rows.iter_mut().filter_map(|row| row.version.content.unit.as_mut());
    name_alike(codes, &unit_codes, &books.newest_codes());
    let identities = Identities::new(&stored, &rows);
    let (overlay, mut faults) = overlay::lay(&stored, &rows, Key::CodeAndDay, &identities);
    let there = stored_only(&units);
    let units = Units { all: &there, identities: &unit_codes, links: &books.lineage };
    faults.extend(dangling(&overlay.all, "unit", |it| it.unit.as_deref(), &units));
    let edit = |row: &Proposal<ProcedureText>| {
        let Version { code, period, content } = row.version.clone();
        let ProcedureText { name, field, unit, days, note } = content;
        let unit = unit.and_then(|code| unit_codes.get(&code));
        let procedure = identities.get(&code).unwrap_or_default();
        ProcedureVersion { procedure, code, name, field, unit, days, period, note }
    };
    let procedures = overlay.differences.iter().map(|one| edit(one.row)).collect();
    Outcome::of(&overlay, faults, Edits { procedures, ..Edits::default() })
}

/// A procedure that was not there before: its code, and the change; or everything wrong with it.
pub fn create(books: &Catalogue, form: &NewProcedure) -> Result<(String, Draft), Vec<Fault>> {
    let names = duplicate("code", !books.procedure(&form.code).is_empty())
        .into_iter()
        .chain(unknown_unit(books, "unit", form.unit.as_deref()));
    let (code, period, text) = both(form.check(), names)?;
    let version = stored(&code, period, text);
    Ok((code, draft([version])))
}

/// A procedure as it is from a day on, or the version put right that begins on it.
pub fn change(books: &Catalogue, code: &str, form: &ProcedureChange) -> Result<Draft, Vec<Fault>> {
    let names = unknown_unit(books, "unit", form.unit.as_deref());
    let (period, text) = both(form.check(), names)?;
    let runs =
        |old: &&ProcedureVersion| old.period.from < period.from && old.period.holds(period.from);
    let old = books.procedure(code).iter().find(runs);
    let until_then = old.map(|old| cut(books, old, period.from));
    Ok(draft(until_then.into_iter().chain([stored(code, period, text)])))
}

/// What becomes of a version whose procedure another unit leads from a day on.
pub(super) fn passed_on(
    books: &Catalogue,
    old: &ProcedureVersion,
    day: NaiveDate,
    unit: &str,
) -> impl Iterator<Item = Version<ProcedureText>> {
    let until_then = (old.period.from < day).then(|| cut(books, old, day));
    let period = Period { from: old.period.from.max(day), to: old.period.to };
    let text = ProcedureText { unit: Some(unit.to_owned()), ..books.procedure_text(old) };
    until_then.into_iter().chain([stored(&old.code, period, text)])
}

/// A version that ends the day before another begins.
fn cut(books: &Catalogue, old: &ProcedureVersion, from: NaiveDate) -> Version<ProcedureText> {
    let period = Period { from: old.period.from, to: from.pred_opt() };
    stored(&old.code, period, books.procedure_text(old))
}

/// A version as it is stored.
fn stored(code: &str, period: Period, text: ProcedureText) -> Version<ProcedureText> {
    Version { code: code.to_owned(), period, content: text.composed() }
}

fn draft(versions: impl IntoIterator<Item = Version<ProcedureText>>) -> Draft {
    let rows = versions.into_iter().enumerate();
    let rows = rows.map(|(number, version)| Proposal { number, spot: Spot::form(), version });
    Draft { procedures: rows.collect(), ..Draft::default() }
}
