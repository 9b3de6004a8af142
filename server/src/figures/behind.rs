//! What is behind one figure, from one reading of the tallies.

mod asked;
mod beside;

use domain::{
    Lang,
    figures::{
        claim::{Basis, Claim, FLOOR, Kind, Told},
        measure::Measure,
        share::Method,
        trend::rules::{MDC_2023, Special},
    },
    office::figures::{
        behind::{Behind, Figure, Subject},
        trend::{Stretch, Trend},
    },
};

pub use self::asked::{Asked, SubjectQuery};
use super::{series::Series, targets::Goals};
use crate::{node::Node, problem::Problem};

/// Reads what is behind a figure, as far as a reader's right reaches.
pub async fn read(node: &Node, asked: Asked, lang: Lang) -> Result<Behind, Problem> {
    let series = Series::read(node, &asked.lens).await?;
    let goals = Goals::read(node, series.window.span.last().number() / 100).await?;
    Ok(Page { series, asked, goals }.drawn(lang))
}

/// All that a page is drawn from.
struct Page {
    series: Series,
    asked: Asked,
    goals: Goals,
}

impl Page {
    fn drawn(&self, lang: Lang) -> Behind {
        let Self { series, asked, .. } = self;
        let slice = asked.slice();
        let period = series.window.period.clone();
        let measure = series.measure(&slice, period.clone());
        let figure = figure(measure);
        let goal = self.goal();
        let trend = series.trend(&slice, goal.as_ref());
        let is_told = figure.value.is_some();
        let span = series.window.span;
        let days = series.window.scheme.days(span);
        Behind {
            subject: asked.subject,
            key: asked.key.clone(),
            label: asked.label(series.set(), &series.books.catalogue, lang),
            instrument: series.set().map(domain::Instrument::key).unwrap_or_default(),
            scheme: series.window.scheme.code.to_owned(),
            period: span.to_string(),
            period_label: span.label(),
            days: days.map(|(first, last)| (first.to_string(), last.to_string())),
            is_over: series.is_over,
            level: (measure.share.den > 0).then(|| Claim::level(self.basis(measure, &figure))),
            signal: self.signal(&trend, measure, &figure),
            levels: is_told.then(|| series.levels(&slice, period).levels),
            rows: self.rows(slice.items, lang),
            figure,
            trend,
            demo: series.books.demo,
        }
    }

    /// The target of the index; parts of it have none.
    fn goal(&self) -> Option<super::series::Goal> {
        let is_index = matches!(self.asked.subject, Subject::Whole | Subject::Unit);
        is_index.then(|| self.goals.of(self.asked.unit())).flatten()
    }

    /// What is special about the newest month, where it is one of the period.
    fn signal(&self, trend: &Trend, measure: Measure, figure: &Figure) -> Option<Claim> {
        let (at, point) = trend.last()?;
        let window = &self.series.window;
        let line =
            trend.line(at).filter(|_| window.period.contains(&(window.drawn().start + at)))?;
        let special = Special { improvement: point.improvement, concern: point.concern };
        let basis = self.basis(measure, figure);
        (line.is_firm && special != Special::default())
            .then(|| Claim::signal(basis, MDC_2023.code, special, line.is_firm))
    }

    fn basis(&self, measure: Measure, figure: &Figure) -> Basis {
        let Self { series, asked, .. } = self;
        let kind = match asked.subject {
            Subject::Whole | Subject::Unit | Subject::Procedure => Kind::Index,
            Subject::Factor => Kind::Factor,
            Subject::Item => Kind::Item,
        };
        let of = matches!(kind, Kind::Factor | Kind::Item).then(|| asked.key.clone());
        Basis {
            kind,
            units: asked.unit_codes(&series.books.catalogue),
            of,
            scheme: series.window.scheme.code.to_owned(),
            period: series.window.span.to_string(),
            method: Method::TopTwo,
            instrument: series.set().map(domain::Instrument::key).unwrap_or_default(),
            share: measure.share,
            n: measure.people,
            people: None,
            interval: figure.interval.map(|it| (it.low, it.high)),
            floor: FLOOR,
        }
    }
}

/// A measure as staff may be told it.
fn figure(measure: Measure) -> Figure {
    let Measure { share, people, .. } = measure;
    let told = Told::to_staff(share, people, FLOOR);
    let ends = told.and_then(|_| measure.interval(Method::TopTwo));
    Figure {
        value: told.map(|(value, _)| value),
        precision: told.map(|(_, precision)| precision).unwrap_or_default(),
        interval: ends.map(|(low, high)| Stretch { low, high }),
        num: share.num,
        den: share.den,
        n: people,
    }
}
