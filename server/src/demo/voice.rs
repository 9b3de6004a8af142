//! What invented people add in words, by how content they are.

use std::sync::LazyLock;

use fastrand::Rng;

/// How content a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Mostly content.
    Good,
    /// So so.
    Fair,
    /// Not content.
    Poor,
}

/// The sentences of `comments.csv` with their moods.
static SENTENCES: LazyLock<Vec<(Mood, String)>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_bytes!("comments.csv").as_slice());
    let mood = |name: &str| match name {
        "good" => Mood::Good,
        "fair" => Mood::Fair,
        _ => Mood::Poor,
    };
    reader.records().flatten().map(|line| (mood(&line[0]), line[1].to_owned())).collect()
});

/// A sentence for a mood.
pub fn comment(rng: &mut Rng, mood: Mood) -> Option<String> {
    let fitting: Vec<&String> =
        SENTENCES.iter().filter(|(of, _)| *of == mood).map(|(_, text)| text).collect();
    rng.choice(fitting).cloned()
}
