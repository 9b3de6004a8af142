//! A unit that becomes several, each taking a part of what was its.

use super::{
    parts::{cut, rest},
    plan::{Plan, link},
    stored,
};
use crate::{
    books::{
        catalogue::{Catalogue, ProcedureVersion, UnitVersion},
        content::{ProcedureText, UnitText},
        draft::Draft,
        lineage::Descent,
        names::{both, duplicate, unknown_unit},
        procedures::passed_on,
        version::{Proposal, Spot},
    },
    day::Period,
    fault::{Fault, Reason},
    office::books::merger::Split,
};

/// A unit split from a day on, or everything wrong with it. What no part takes must go on with the
/// unit itself, or the change leaves it behind.
pub fn split(books: &Catalogue, form: &Split) -> Result<Draft, Vec<Fault>> {
    let (day, parts) = both(form.check(), names(books, form))?;
    let mut plan = Plan::new(books, day);
    let unit = match form.goes_on {
        true => plan.running(&form.unit, "unit").map(|version| version.unit),
        false => plan.ends(&form.unit, "unit"),
    };
    for (at, (part, text)) in form.into.iter().zip(&parts).enumerate() {
        let new = stored(&part.code, Period { from: day, to: None }, text.clone());
        plan.add(new, Spot::under(format!("into.{at}.")).dated("day"));
        for code in &part.units {
            takes_unit(&mut plan, unit, code, (&part.code, text));
        }
    }
    let procedures = taken_procedures(&mut plan, unit, form);
    let Some(unit) = unit.filter(|_| plan.faults.is_empty()) else { return Err(plan.faults) };
    let decision = parts.first().map(|part| part.decision.as_str()).unwrap_or_default();
    let links = form.into.iter().map(|part| link(unit, &part.code, Descent::Split, day, decision));
    let (links, ends) = (links.collect(), Some((unit, day)));
    Ok(Draft { units: plan.rows, links, procedures, ends, ..Draft::default() })
}

/// What is wrong with the codes it names.
fn names(books: &Catalogue, form: &Split) -> Vec<Fault> {
    let mut faults: Vec<Fault> =
        unknown_unit(books, "unit", Some(&form.unit)).into_iter().collect();
    for (at, part) in form.into.iter().enumerate() {
        faults.extend(duplicate(&format!("into.{at}.code"), !books.unit(&part.code).is_empty()));
        let above = format!("into.{at}.parent");
        let is_new = part.parent.as_ref().is_some_and(|it| form.into.iter().any(|p| p.code == *it));
        faults.extend(unknown_unit(books, &above, part.parent.as_deref()).filter(|_| !is_new));
    }
    faults
}

/// Puts a unit that was below the one that is split below a part.
fn takes_unit(plan: &mut Plan, unit: Option<i64>, code: &str, (part, text): (&str, &UnitText)) {
    let (books, day) = (plan.books, plan.day);
    let goes_on = |version: &&UnitVersion| version.period.to.is_none_or(|last| last >= day);
    let below = books.unit(code).first().map(|version| version.unit);
    let versions = below.map(|below| books.versions_of(below)).unwrap_or_default();
    let moved: Vec<&UnitVersion> = versions
        .into_iter()
        .filter(|version| plan.is_of(version.parent, unit))
        .filter(goes_on)
        .collect();
    let field = format!("units.{code}");
    if moved.is_empty() {
        plan.fault(&field, Reason::UnknownUnit);
    }
    for old in moved {
        let mut moved = books.unit_text(old);
        moved.parent = Some(part.to_owned());
        let from = old.period.from.max(day);
        if old.period.from < day {
            moved.decision.clone_from(&text.decision);
            plan.add(cut(books, old, day), Spot::Field(field.clone()));
        }
        plan.add(rest(old, &old.code, from, moved), Spot::Field(field.clone()));
    }
}

/// The procedures as the parts lead them.
fn taken_procedures(
    plan: &mut Plan,
    unit: Option<i64>,
    form: &Split,
) -> Vec<Proposal<ProcedureText>> {
    let mut rows = Vec::new();
    for part in &form.into {
        for code in &part.procedures {
            let field = format!("procedures.{code}");
            let goes_on = |it: &&ProcedureVersion| it.period.to.is_none_or(|last| last >= plan.day);
            let led = plan.books.procedure(code).iter().filter(goes_on);
            let led: Vec<_> = led.filter(|version| plan.is_of(version.unit, unit)).collect();
            if led.is_empty() {
                plan.fault(&field, Reason::UnknownProcedure);
            }
            let versions =
                led.into_iter().flat_map(|old| passed_on(plan.books, old, plan.day, &part.code));
            for version in versions {
                let spot = Spot::Field(field.clone());
                rows.push(Proposal { number: rows.len(), spot, version });
            }
        }
    }
    rows
}
