//! The comparisons of the page, all decided together: indicators beside their past, units beside the
//! others.

use domain::{
    Instrument, Lang, Method,
    figures::{
        claim::{Basis, Claim, FLOOR, Kind},
        curve::real,
        difference::Difference,
        index::By,
        interval::Estimate,
        measure::Measure,
        mix::Mix,
        trend::{
            assurance::Odds,
            rules::{MDC_2023, Special},
        },
    },
    office::figures::{
        overview::{Against, Before, Compared, Finding, IndicatorRow, Places, Standing, decide},
        trend::Trend,
    },
};

use super::subjects::Subject;
use crate::figures::{
    series::{Series, Slice},
    targets::Goals,
};

/// The rows, whose changes are decided together as a list.
pub(super) fn heard(
    series: &Series,
    goals: &Goals,
    subjects: &[Subject],
) -> (Vec<IndicatorRow>, Vec<Finding>) {
    let compared: Vec<Compared> = subjects.iter().map(|subject| changed(series, subject)).collect();
    let changes = decide(&compared, Places::List);
    let rows = subjects.iter().zip(&compared).zip(changes);
    let rows: Vec<IndicatorRow> = rows
        .map(|((subject, compared), change)| row(series, goals, subject, compared, change))
        .collect();
    let sentences = past(&rows, &compared);
    (rows, sentences)
}

/// A subject in the period and in the twelve months before, in what can be compared.
fn changed(series: &Series, subject: &Subject) -> Compared {
    let window = &series.window;
    let one = series.compared(&subject.slice, window.period.clone());
    let other = series.compared(&subject.slice, window.before());
    Compared { basis: basis(series, subject, one), one, other }
}

fn basis(series: &Series, subject: &Subject, of: Measure) -> Basis {
    let unit = subject.unit.and_then(|unit| series.books.catalogue.newest(unit));
    let has_code = matches!(subject.by, Some(By::Factor | By::Procedure | By::Item));
    Basis {
        kind: subject.kind,
        units: unit.map(|version| version.code.clone()).into_iter().collect(),
        of: has_code.then(|| subject.code.clone()),
        scheme: series.window.scheme.code.to_owned(),
        period: series.window.span.to_string(),
        method: Method::TopTwo,
        instrument: series.set().map(Instrument::key).unwrap_or_default(),
        share: of.share,
        n: of.people,
        people: None,
        interval: of.interval(Method::TopTwo),
        floor: FLOOR,
    }
}

fn row(
    series: &Series,
    goals: &Goals,
    subject: &Subject,
    compared: &Compared,
    change: Claim,
) -> IndicatorRow {
    let level = series.measure(&subject.slice, series.window.period.clone());
    let level = basis(series, subject, level);
    // What is laid down is for the whole and for units; factors and procedures have no targets.
    let has_goal = matches!(subject.by, None | Some(By::Unit));
    let goal = goals.of(subject.unit).filter(|_| has_goal);
    let trend = series.trend(&subject.slice, goal.as_ref());
    IndicatorRow {
        by: subject.by,
        code: subject.code.clone(),
        label: subject.label.clone(),
        standing: Standing::of(&change),
        signal: signal(&trend, &level),
        target: target(&trend, &level),
        level: Claim::level(level),
        change,
        before: Before { share: compared.other.share, n: compared.other.people },
        trend,
    }
}

/// What is special about the last month, if it has a figure and its limits are firm.
fn signal(trend: &Trend, basis: &Basis) -> Option<Claim> {
    let at = trend.points.len().checked_sub(1)?;
    let (point, line) = (&trend.points[at], trend.line(at)?);
    let special = Special { improvement: point.improvement, concern: point.concern };
    let is_special = point.improvement.or(point.concern).is_some() && line.is_firm;
    is_special.then(|| Claim::signal(basis.clone(), MDC_2023.code, special, line.is_firm))
}

fn target(trend: &Trend, basis: &Basis) -> Option<Claim> {
    let aim = trend.aim.as_ref()?;
    let odds = Odds { hits: aim.hits, of: aim.of };
    Claim::target(basis.clone(), aim.assurance?, odds)
}

/// Every row's change as a sentence: decided more strictly than the list.
fn past(rows: &[IndicatorRow], compared: &[Compared]) -> Vec<Finding> {
    let claims = decide(compared, Places::Changes);
    let finding = |(row, claim): (&IndicatorRow, Claim)| Finding {
        against: Against::Past,
        by: row.by,
        code: row.code.clone(),
        label: row.label.clone(),
        item: None,
        claim,
        other: row.before,
    };
    rows.iter().zip(claims).map(finding).collect()
}

/// Every item of every unit beside the same item of all other units, over the last twelve months.
pub(super) fn beside_others(series: &Series, units: &[Subject], lang: Lang) -> Vec<Finding> {
    let year = series.window.year();
    let whole = series.each_item(&Slice::default(), year.clone());
    let mut compared = Vec::new();
    let mut about = Vec::new();
    for unit in units {
        let own = series.each_item(&unit.slice, year.clone());
        for ((code, one), (_, all)) in own.into_iter().zip(&whole) {
            let item = Subject {
                by: Some(By::Item),
                kind: Kind::Item,
                code: code.to_owned(),
                ..unit.clone()
            };
            let (mut basis, other) = (basis(series, &item, one), all.without(one));
            basis.period = twelve_months(series);
            compared.push(Compared { basis, one, other });
            about.push((unit, code));
        }
    }
    let claims = decide(&compared, Places::Units);
    let finding = |((claim, compared), (unit, code)): ((Claim, Compared), (&Subject, &str))| {
        let item = series.set().and_then(|set| asked(set, code, lang));
        Finding {
            against: Against::Others,
            by: unit.by,
            code: unit.code.clone(),
            label: unit.label.clone(),
            item,
            claim,
            other: Before { share: compared.other.share, n: compared.other.people },
        }
    };
    claims.into_iter().zip(compared).zip(about).map(finding).collect()
}

/// The stretch of months that units are compared over: `2025-11/2026-10`.
fn twelve_months(series: &Series) -> String {
    let months = &series.window.months[series.window.year()];
    let ends = months.first().into_iter().chain(months.last());
    ends.map(ToString::to_string).collect::<Vec<_>>().join("/")
}

/// What an item is called: as its factor, where that has no other, or by what it asks.
fn asked(set: &Instrument, code: &str, lang: Lang) -> Option<String> {
    let item = set.item(code)?.1;
    let alike = set.items.iter().filter(|other| other.factor == item.factor).count();
    let factor = set.factors.iter().find(|it| Some(&it.code) == item.factor.as_ref());
    let factor = factor.filter(|_| alike == 1).map(|factor| &factor.name);
    Some(factor.unwrap_or(&item.text).get(lang).to_owned())
}

/// Whether the whole and the whole at its old mix are decided differently beside the months before.
pub(super) fn differs(series: &Series, mix: &Mix) -> bool {
    let window = &series.window;
    let now = series.compared(&Slice::default(), window.period.clone());
    let before = series.compared(&Slice::default(), window.before());
    let (Some(one), Some(other)) = (now.estimate(), before.estimate()) else { return false };
    if now.people < FLOOR || before.people < FLOOR {
        return false;
    }
    // The parts were counted in answers; they are worth people.
    let effective = mix.standardised.effective * real(now.people) / real(now.share.den);
    let still = Estimate { effective, ..mix.standardised };
    let verdict = |one: Estimate| Difference { one, other }.decide(0.05).0;
    verdict(one) != verdict(still)
}
