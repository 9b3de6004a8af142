//! The comparisons of the page, all decided together: indicators beside their past, units beside the
//! others.

use domain::{
    Instrument, Lang, Method,
    figures::{
        claim::{Basis, Claim, FLOOR, Kind},
        index::By,
        measure::Measure,
        trend::{
            assurance::Odds,
            rules::{MDC_2023, Special},
        },
    },
    office::figures::{
        overview::{Against, Compared, Finding, IndicatorRow, MixNote, Places, Standing, decide},
        trend::Trend,
    },
};

use super::{
    mixing::{note, stills},
    subjects::Subject,
};
use crate::figures::{
    series::{Series, Slice},
    targets::Goals,
};

/// The rows, whose changes are decided together as a list.
pub(super) fn heard(
    series: &Series,
    goals: &Goals,
    subjects: &[Subject],
) -> (Vec<IndicatorRow>, Vec<Finding>, Option<MixNote>) {
    let compared: Vec<Compared> = subjects.iter().map(|subject| changed(series, subject)).collect();
    let changes = decide(&compared, Places::List);
    let rows = subjects.iter().zip(&compared).zip(changes);
    let rows: Vec<IndicatorRow> = rows
        .map(|((subject, compared), change)| row(series, goals, subject, compared, change))
        .collect();
    // Everything that may become a sentence on a change is heard at once, the old mix too.
    let stills = compared.first().map(|whole| stills(series, whole)).unwrap_or_default();
    let old_mix = stills.iter().map(|still| still.compared.clone());
    let all: Vec<Compared> = compared.into_iter().chain(old_mix).collect();
    let claims = decide(&all, Places::Changes);
    let (changes, at_old_mix) = claims.split_at(rows.len());
    let note = changes.first().and_then(|whole| note(&stills, whole, at_old_mix));
    let sentences = past(&rows, changes);
    (rows, sentences, note)
}

/// A subject in the period and in the twelve months before, in what can be compared.
fn changed(series: &Series, subject: &Subject) -> Compared {
    let window = &series.window;
    let one = series.compared(&subject.slice, window.period.clone());
    let other = series.compared(&subject.slice, window.before());
    Compared::of(basis(series, subject, one), one, other)
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
        before: compared.before,
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
fn past(rows: &[IndicatorRow], claims: &[Claim]) -> Vec<Finding> {
    let finding = |(row, claim): (&IndicatorRow, &Claim)| Finding {
        against: Against::Past,
        by: row.by,
        code: row.code.clone(),
        label: row.label.clone(),
        item: None,
        claim: claim.clone(),
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
            compared.push(Compared::of(basis, one, other));
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
            other: compared.before,
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
