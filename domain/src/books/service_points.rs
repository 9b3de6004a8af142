//! Service points: one for each code, each naming what it serves or nothing.

use super::{
    catalogue::{Catalogue, ServicePoint},
    content::ServicePointText,
    draft::{Draft, Outcome},
    edits::Edits,
    identities::Identities,
    names::{both, duplicate},
    overlay::{self, Difference, Key},
    version::{Proposal, Spot, Version},
};
use crate::{
    day::Period,
    fault::{Fault, Reason},
    office::books::service_point::{NewServicePoint, ServicePointChange},
    text::usual,
};

/// Lays rows over the service points.
pub(super) fn lay(books: &Catalogue, mut rows: Vec<Proposal<ServicePointText>>) -> Outcome {
    let mut faults: Vec<Fault> = rows.iter().flat_map(|row| unknown(books, row)).collect();
    for row in &mut rows {
        name_alike(books, &mut row.version.content);
    }
    let stored = books.stored_service_points();
    let identities = Identities::new(&stored, &rows);
    let (overlay, more) = overlay::lay(&stored, &rows, Key::Code, &identities);
    faults.extend(more);
    let edit = |one: &Difference<ServicePointText>| {
        let Version { code, period, content } = one.row.version.clone();
        let ServicePointText { name, channel, units, procedures } = content;
        let units = units.iter().filter_map(|code| unit(books, code)).collect();
        let procedures = procedures.iter().filter_map(|code| procedure(books, code)).collect();
        let id = one.before.map_or(0, |before| before.id);
        let kiosk = books.service_points.get(&code).map_or(0, |before| before.kiosk);
        ServicePoint { id, code, name, channel, units, procedures, period, kiosk }
    };
    let service_points = overlay.differences.iter().map(edit).collect();
    Outcome::of(&overlay, faults, Edits { service_points, ..Edits::default() })
}

/// A fault for each thing it serves that nobody ever had.
fn unknown(books: &Catalogue, row: &Proposal<ServicePointText>) -> Vec<Fault> {
    let ServicePointText { units, procedures, .. } = &row.version.content;
    let faults = never_there(books, units, procedures);
    faults.map(|(column, reason, code)| row.fault(column, reason, code)).collect()
}

/// The first unit and the first procedure of these codes that nobody ever had.
fn never_there<'a>(
    books: &Catalogue,
    units: &'a [String],
    procedures: &'a [String],
) -> impl Iterator<Item = (&'static str, Reason, &'a str)> {
    let mut units = units.iter().map(|code| code.trim()).filter(|code| !code.is_empty());
    let mut procedures = procedures.iter().map(|code| code.trim()).filter(|code| !code.is_empty());
    let lost = units.find(|code| unit(books, code).is_none());
    let units = lost.map(|code| ("units", Reason::UnknownUnit, code));
    let lost = procedures.find(|code| procedure(books, code).is_none());
    units.into_iter().chain(lost.map(|code| ("procedures", Reason::UnknownProcedure, code)))
}

/// The same of a form, which may say nothing of them.
fn unserved(books: &Catalogue, served: [&Option<Vec<String>>; 2]) -> Vec<Fault> {
    let [units, procedures] = served.map(|codes| codes.as_deref().unwrap_or_default());
    let faults = never_there(books, units, procedures);
    faults.map(|(field, reason, _)| Fault::new(field, reason)).collect()
}

/// Names what it serves as what is stored does: by the newest codes, each once and in order.
fn name_alike(books: &Catalogue, text: &mut ServicePointText) {
    for code in &mut text.units {
        if let Some(newest) = unit(books, code).and_then(|unit| books.newest_code(unit)) {
            *code = newest;
        }
    }
    for codes in [&mut text.units, &mut text.procedures] {
        codes.sort_unstable();
        codes.dedup();
    }
}

fn unit(books: &Catalogue, code: &str) -> Option<i64> {
    books.unit(code).first().map(|version| version.unit)
}

fn procedure(books: &Catalogue, code: &str) -> Option<i64> {
    books.procedure(code).first().map(|version| version.procedure)
}

/// A point that was not there before: its code, and the change; or everything wrong with it.
pub fn create(books: &Catalogue, form: &NewServicePoint) -> Result<(String, Draft), Vec<Fault>> {
    let names = duplicate("code", books.service_points.contains_key(&*usual(&form.code)))
        .into_iter()
        .chain(unserved(books, [&form.units, &form.procedures]));
    let (code, period, text) = both(form.check(), names)?;
    let draft = draft(&code, period, text);
    Ok((code, draft))
}

/// A point as it is to be. What it serves stays, where nothing is said of it.
pub fn change(
    books: &Catalogue,
    code: &str,
    form: &ServicePointChange,
) -> Result<Draft, Vec<Fault>> {
    let names = unserved(books, [&form.units, &form.procedures]);
    let (period, mut text) = both(form.check(), names)?;
    let before = books.service_points.get(code).map(|point| books.service_point_text(point));
    if let Some(before) = before {
        if form.units.is_none() {
            text.units = before.units;
        }
        if form.procedures.is_none() {
            text.procedures = before.procedures;
        }
    }
    Ok(draft(code, period, text))
}

fn draft(code: &str, period: Period, text: ServicePointText) -> Draft {
    let content = ServicePointText { name: text.name.composed(), ..text };
    let version = Version { code: code.to_owned(), period, content };
    let service_points = vec![Proposal { number: 0, spot: Spot::form(), version }];
    Draft { service_points, ..Draft::default() }
}
