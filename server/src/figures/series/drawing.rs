//! A series as a chart's body: each month's figure, the limits of its part of the line, and what is
//! special by the rules.

use domain::{
    Share,
    figures::{
        claim::{FLOOR, Told},
        curve::real,
        measure::Measure,
        share::Method,
        trend::{
            Chart, Point,
            assurance::{self, Assurance},
            baseline::{self, Event, Segment},
            laney,
            rules::{Better, MDC_2023, Special},
        },
    },
    office::figures::trend::{Aim, Stretch, Trend, TrendLine, TrendPoint},
};

use super::{Items, Series, Slice};

/// A target, before anything is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Hundredths of a percent.
    pub value: u64,
    /// The year it is set for.
    pub year: i64,
    /// Where it is laid down.
    pub basis: String,
}

impl Series {
    /// An indicator over the months that are drawn, with what is to be reached; limits come from the first
    /// months of each part of the line, also where those are not drawn.
    ///
    /// Months in which too few answered are gaps: they carry counts and no figure, and nothing is judged
    /// across them. Limits are of answers; that people's answers hang together widens σz and with it them.
    pub fn trend(&self, slice: &Slice, goal: Option<&Goal>) -> Trend {
        let months = 0..self.window.months.len();
        let measures: Vec<Measure> =
            months.clone().map(|at| self.compared(slice, at..at + 1)).collect();
        let shares: Vec<Share> =
            measures.iter().map(|it| counted(*it).unwrap_or_default()).collect();
        let mut points: Vec<TrendPoint> = months.map(|at| self.point(at, measures[at])).collect();
        let (mut lines, mut aim) = (Vec::new(), goal.map(unknown));
        let has_figure: Vec<bool> = shares.iter().map(|share| share.den > 0).collect();
        for segment in baseline::segments(&has_figure, &self.breaks()) {
            let basis = 0..segment.basis.len();
            let chart = laney::chart(&shares[segment.months.clone()], basis);
            // What an older form always met says nothing of a newer one.
            aim = goal.map(unknown);
            if let Some(chart) = &chart {
                judge(&mut points[segment.months.clone()], chart);
                let base = &shares[segment.basis.clone()];
                aim = goal.map(|goal| aimed(goal, chart, base, &shares[segment.months.clone()]));
            }
            lines.push(self.line(&segment, chart.as_ref(), slice));
        }
        let comparable = self.comparable.clone();
        let trend = Trend { points, lines, rules: MDC_2023.code.to_owned(), aim, comparable };
        trend.from_place(self.window.drawn().start)
    }

    fn point(&self, at: usize, measure: Measure) -> TrendPoint {
        let Measure { share, people, .. } = measure;
        let told = Told::to_staff(share, people, FLOOR);
        let ends = measure.interval(Method::TopTwo).filter(|_| told.is_some());
        TrendPoint {
            key: self.window.months[at].to_string(),
            label: self.window.months[at].label(),
            num: share.num,
            den: share.den,
            n: people,
            value: told.map(|(value, _)| value),
            precision: told.map(|(_, precision)| precision).unwrap_or_default(),
            interval: ends.map(|(low, high)| Stretch { low, high }),
            limits: None,
            improvement: None,
            concern: None,
        }
    }

    /// Where another version of the question set begins.
    fn breaks(&self) -> Vec<Event> {
        let told = self.owners.iter().enumerate().filter_map(|(at, owner)| Some((at, (*owner)?)));
        let told: Vec<(usize, usize)> = told.collect();
        let changed = told.windows(2).filter(|pair| pair[0].1 != pair[1].1);
        changed.map(|pair| Event::Instrument { at: pair[1].0 }).collect()
    }

    fn line(&self, segment: &Segment, chart: Option<&Chart>, slice: &Slice) -> TrendLine {
        let owner = self.owners[segment.months.clone()].iter().flatten().next();
        let set = owner.and_then(|version| self.version(*version));
        let is_item = matches!(slice.items, Items::One(_));
        TrendLine {
            from: segment.months.start,
            to: segment.months.end,
            instrument: set.map(domain::Instrument::key).unwrap_or_default(),
            centre: chart.map(|chart| hundredths(chart.centre)),
            is_firm: chart.is_some_and(|chart| MDC_2023.is_firm(chart)),
            // Of pooled items σz also grows because a person answers several of them.
            wobble: chart.filter(|chart| is_item && chart.basis > 1).map(laney::wobble),
        }
    }
}

/// What counts for a chart: nothing where too few answered.
fn counted(measure: Measure) -> Option<Share> {
    Told::to_staff(measure.share, measure.people, FLOOR).map(|_| measure.share)
}

/// Writes limits and causes into the points of a part of the line.
fn judge(points: &mut [TrendPoint], chart: &Chart) {
    let special = MDC_2023.judge(chart, Better::Higher);
    for ((point, seen), Special { improvement, concern }) in
        points.iter_mut().zip(&chart.points).zip(special)
    {
        let limits =
            |seen: &Point| Stretch { low: hundredths(seen.low), high: hundredths(seen.high) };
        point.limits = seen.as_ref().map(limits);
        (point.improvement, point.concern) = (improvement, concern);
    }
}

fn unknown(goal: &Goal) -> Aim {
    let Goal { value, year, basis } = goal.clone();
    Aim { value, year, basis, assurance: None, hits: 0, of: 0 }
}

/// What firm limits say of a target, and how often a month like the last one would meet it.
fn aimed(goal: &Goal, chart: &Chart, base: &[Share], shares: &[Share]) -> Aim {
    let aim = unknown(goal);
    if !MDC_2023.is_firm(chart) {
        return aim;
    }
    let target = real(goal.value) / 10_000.0;
    let whole = base.iter().copied().sum();
    let last = shares.iter().rev().find(|share| share.den > 0).map_or(0, |share| share.den);
    let chance = (last > 0).then(|| assurance::chance(chart, whole, last, target)).flatten();
    let odds = chance.map(assurance::odds);
    Aim {
        assurance: Assurance::of(chart, target, Better::Higher),
        hits: odds.map_or(0, |odds| odds.hits),
        of: odds.map_or(0, |odds| odds.of),
        ..aim
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10 000")]
fn hundredths(part: f64) -> u64 {
    (part * 10_000.0).round() as u64
}
