//! How soon a fall is found, at the same mean time to a false alarm: four rules beside the CUSUM.

use domain::{
    Share,
    figures::{
        alarm::{self, Alarm, State, Towards},
        trend::{
            Chart, laney, moving,
            rules::{Better, MDC_2023},
        },
    },
};
use fastrand::Rng;

/// Answers a month.
const ANSWERS: u64 = 60;

/// Nobody waits longer than so many months.
const LONGEST: usize = 400;

/// How often each is tried.
const ROUNDS: usize = 600;

/// Months of the rules' baseline, before anything changes.
const BASE: usize = 24;

/// The usual share of dissatisfied answers.
const USUAL: f64 = 0.16;

fn answers(rng: &mut Rng, dissatisfied: f64) -> Vec<bool> {
    (0..ANSWERS).map(|_| rng.f64() < dissatisfied).collect()
}

/// A chart whose limits come from the baseline.
type Drawn = fn(&[Share]) -> Option<Chart>;

const CHARTS: [(&str, Drawn); 2] = [
    ("XmR", |months| {
        let percent = |it: &Share| it.percent().and_then(|it| i64::try_from(it).ok());
        moving::chart(&months.iter().map(percent).collect::<Vec<_>>(), 0..BASE, &MDC_2023)
    }),
    ("p′", |months| laney::chart(months, 0..BASE)),
];

/// Months until the four rules see a concern (or anything), once the share of events is `after`.
fn by_rules(rng: &mut Rng, drawn: Drawn, after: f64, anything: bool) -> usize {
    let mut months: Vec<Share> = vec![];
    for month in 0..BASE + LONGEST {
        let events = answers(rng, if month < BASE { USUAL } else { after });
        let num = u64::try_from(events.iter().filter(|it| !**it).count()).expect("few answers");
        months.push(Share { num, den: ANSWERS });
        if month < BASE {
            continue;
        }
        // Rules look back seven months at most: the baseline and the last ones are enough.
        let tail = months.len().saturating_sub(8).max(BASE);
        let seen: Vec<Share> = months[..BASE].iter().chain(&months[tail..]).copied().collect();
        let chart = drawn(&seen).expect("months with answers");
        let special = MDC_2023.judge(&chart, Better::Higher).pop().unwrap_or_default();
        if special.concern.is_some() || (anything && special.improvement.is_some()) {
            return month - BASE + 1;
        }
    }
    LONGEST
}

/// Months, and answers, until the alarm.
fn by_alarm(rng: &mut Rng, alarm: Alarm, share: f64) -> f64 {
    let (mut state, mut heard) = (State::default(), 0u64);
    while state.alarms == 0 && heard < ANSWERS * LONGEST as u64 {
        state = alarm.step(state, rng.f64() < share).0;
        heard += 1;
    }
    heard as f64 / ANSWERS as f64
}

/// The lowest alarm that is false no more often than once in so many months.
fn as_rare(usual: Share, weight: u32, months: f64) -> Alarm {
    let alarm = |height| Alarm::new(usual, weight, height, Towards::Worse).expect("an alarm");
    let is_rare = |it: &Alarm| it.false_alarm_after() >= months * ANSWERS as f64;
    (weight..500).map(alarm).find(is_rare).expect("one that is rare enough")
}

#[test]
fn the_cusum_finds_a_fall_sooner_than_the_rules() {
    let mut rng = Rng::with_seed(38);
    let usual = Share { num: 16, den: 100 };
    println!(
        "60 answers a month, usually 84 % satisfied: months until a fall is found, median (mean)"
    );
    println!("                                  nothing changed    to 79 %    to 76 %");
    let mut rules = vec![];
    for (name, drawn) in CHARTS {
        let either = months(|| by_rules(&mut rng, drawn, USUAL, true) as f64);
        let [quiet, near, far] = [USUAL, 0.21, 0.24]
            .map(|after| months(|| by_rules(&mut rng, drawn, after, false) as f64));
        println!("four rules on {name:20} {quiet} {near} {far}; either way {either}");
        rules.push((quiet.mean, near, far));
    }
    let (slowest, ..) = rules[1];
    for rare in [38.0, slowest] {
        let mut found = vec![];
        for after in [0.21, 0.24] {
            let alarm = as_rare(usual, alarm::weight(USUAL, after), rare);
            found.push(months(|| by_alarm(&mut rng, alarm, after)));
        }
        println!("CUSUM, a false alarm in {rare:5.0} months {:15} {} {}", "", found[0], found[1]);
        let is_sooner = |rules: &(f64, Months, Months)| {
            found[0].mean < rules.1.mean && found[1].mean < rules.2.mean
        };
        assert!(rules.iter().all(is_sooner));
        assert!(rare > 38.0 || (found[0].median <= 4.0 && found[1].median <= 2.5));
    }
}

/// How long something takes.
struct Months {
    median: f64,
    mean: f64,
}

impl std::fmt::Display for Months {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:6.1} ({:5.1})", self.median, self.mean)
    }
}

fn months(mut once: impl FnMut() -> f64) -> Months {
    let mut values: Vec<f64> = (0..ROUNDS).map(|_| once()).collect();
    values.sort_by(f64::total_cmp);
    Months { median: values[ROUNDS / 2], mean: values.iter().sum::<f64>() / ROUNDS as f64 }
}
