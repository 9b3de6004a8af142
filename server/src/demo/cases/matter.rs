//! What invented people write about, and what they are answered.

use std::sync::LazyLock;

use domain::feedback::kind::Kind;
use fastrand::Rng;

/// A matter with its answer.
#[derive(Debug)]
pub struct Matter {
    /// What it is about.
    pub kind: Kind,
    /// The unit that answers.
    pub unit: String,
    /// The procedure; empty where it is about none.
    pub procedure: String,
    /// The words.
    pub text: String,
    /// The answer.
    pub answer: String,
}

/// The matters of `cases.csv`.
static MATTERS: LazyLock<Vec<Matter>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_bytes!("../cases.csv").as_slice());
    let read = |line: csv::StringRecord| {
        let text = |at: usize| line.get(at).unwrap_or_default().to_owned();
        Some(Matter {
            kind: Kind::read(&text(0))?,
            unit: text(1),
            procedure: text(2),
            text: text(3),
            answer: text(4),
        })
    };
    reader.records().flatten().filter_map(read).collect()
});

/// One of them.
pub fn drawn(rng: &mut Rng) -> &'static Matter {
    &MATTERS[rng.usize(..MATTERS.len())]
}
