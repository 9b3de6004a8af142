//! `POST /api/v1/office/unit-splits`: a unit that becomes several, each taking a part of what was its.

use axum::{Json, extract::State, http::StatusCode};
use chrono::NaiveDate;
use domain::{
    Catalogue, Fault, Reason,
    books::{
        catalogue::{ProcedureVersion, UnitVersion},
        lineage::Descent,
    },
    day::Period,
    office::books::{
        merger::Split,
        unit::{UnitPage, UnitText},
    },
};

use super::{
    super::{
        procedures,
        told::{self, Spot},
    },
    ended,
    mergers::{Plan, link},
    seen, version,
    versions::{cut, left_behind, text},
};
use crate::{
    books::{
        self, Change,
        units::{Also, lay},
        versions::Row,
    },
    office::Staff,
    problem::Problem,
    sent::{self, SentJson},
    state::App,
    store::procedures::Procedure,
};

/// Splits a unit from a day on; the unit as it was and where its parts went.
#[utoipa::path(
    post, path = "/unit-splits", request_body = Split, responses((status = 201, body = UnitPage)),
)]
pub async fn create(
    State(app): State<App>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<UnitPage>), Problem> {
    let sent: Split = sent::json(&body)?;
    let mut change = Change::of_everything(&app, &staff).await?;
    let (day, parts) = told::all(sent.check(), named(&change.books, &sent))?;
    let books = &change.books;
    let mut plan = Plan { books, day, rows: Vec::new(), spots: Vec::new(), faults: Vec::new() };
    let unit = match sent.goes_on {
        true => plan.running(&sent.unit, "unit").map(|version| version.unit),
        false => plan.ends(&sent.unit, "unit"),
    };
    for (at, (part, said)) in sent.into.iter().zip(parts.clone()).enumerate() {
        let new = version(&part.code, Period { from: day, to: None }, said);
        plan.add(new, Spot::under(format!("into.{at}.")).dated("day"));
        part.units
            .iter()
            .for_each(|code| takes_unit(&mut plan, unit, code, (&part.code, &parts[at])));
    }
    let (procedures, places) = taken_procedures(&mut plan, unit, &sent);
    let (rows, spots) = plan.sound()?;
    let unit = unit.ok_or(Problem::NotFound)?;
    let decision = parts.first().map(|part| part.decision.clone()).unwrap_or_default();
    let links = sent.into.iter().map(|part| link(unit, &part.code, Descent::Split, day, &decision));
    let also = Also { links: links.collect(), ..Also::default() };
    let before = seen(books, &sent.unit);
    told::sound(lay(&mut change.tx, rows, also, true).await?, &spots)?;
    let laid = books::procedures::lay(&mut change.tx, procedures, true).await?;
    told::sound(laid, &places)?;
    left_behind(&change.now().await?, unit, day)?;
    let page = ended(change, &app, &staff, ("unit.split", &sent.unit), Some(before)).await?;
    Ok((StatusCode::CREATED, Json(page)))
}

/// What is wrong with the codes it names.
fn named(books: &Catalogue, sent: &Split) -> Vec<Fault> {
    let mut faults: Vec<Fault> =
        told::unknown_unit(books, "unit", Some(&sent.unit)).into_iter().collect();
    for (at, part) in sent.into.iter().enumerate() {
        faults.extend(told::taken(&format!("into.{at}.code"), !books.unit(&part.code).is_empty()));
        let above = format!("into.{at}.parent");
        let is_new = part.parent.as_ref().is_some_and(|it| sent.into.iter().any(|p| p.code == *it));
        faults
            .extend(told::unknown_unit(books, &above, part.parent.as_deref()).filter(|_| !is_new));
    }
    faults
}

/// Puts a unit that was below the one that is split below a part.
fn takes_unit(plan: &mut Plan, unit: Option<i64>, code: &str, (part, said): (&str, &UnitText)) {
    let (books, day) = (plan.books, plan.day);
    let goes_on = |version: &&UnitVersion| version.period.to.is_none_or(|last| last >= day);
    let below = books.unit(code).first().map(|version| version.unit);
    let versions = below.map(|below| books.versions_of(below)).unwrap_or_default();
    let moved: Vec<&UnitVersion> = versions
        .into_iter()
        .filter(|version| version.parent.is_some() && version.parent == unit)
        .filter(goes_on)
        .collect();
    let field = format!("units.{code}");
    if moved.is_empty() {
        plan.faults.push(Fault::new(&field, Reason::UnknownUnit));
    }
    for old in moved {
        let mut text = text(books, old);
        text.parent = Some(part.to_owned());
        let from = old.period.from.max(day);
        if old.period.from < day {
            text.decision.clone_from(&said.decision);
            plan.add(cut(books, old, day), Spot::of(&field));
        }
        let period = Period { from, to: old.period.to };
        plan.add(version(&old.code, period, text), Spot::of(&field));
    }
}

/// The procedures as the parts lead them, each with its place in the form.
fn taken_procedures(
    plan: &mut Plan,
    unit: Option<i64>,
    sent: &Split,
) -> (Vec<Row<Procedure>>, Vec<Spot>) {
    let (mut rows, mut spots) = (Vec::new(), Vec::new());
    for part in &sent.into {
        for code in &part.procedures {
            let field = format!("procedures.{code}");
            let led = led(plan.books, unit, code, plan.day);
            if led.is_empty() {
                plan.faults.push(Fault::new(&field, Reason::UnknownProcedure));
            }
            for version in led
                .into_iter()
                .flat_map(|old| procedures::passed_on(plan.books, old, plan.day, &part.code))
            {
                rows.push(Row { number: rows.len(), version });
                spots.push(Spot::of(&field));
            }
        }
    }
    (rows, spots)
}

/// The versions of a procedure that a unit leads on a day or later.
fn led<'a>(
    books: &'a Catalogue,
    unit: Option<i64>,
    code: &str,
    day: NaiveDate,
) -> Vec<&'a ProcedureVersion> {
    let is_led = |version: &&ProcedureVersion| {
        version.unit.is_some()
            && version.unit == unit
            && version.period.to.is_none_or(|last| last >= day)
    };
    books.procedure(code).iter().filter(is_led).collect()
}
