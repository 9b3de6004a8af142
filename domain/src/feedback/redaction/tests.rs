//! What is found in sentences of ours, how much of it, and how often wrongly.

mod examples;

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// Sentences with marks: `Gọi {phone|0903 123 456} giúp tôi`, in groups of one frame.
const SENTENCES: &str = include_str!("sentences.txt");

/// A sentence, what should be found in it, and the number of its frame.
struct Example {
    frame: u32,
    text: String,
    marks: Vec<Mark>,
}

fn examples() -> Vec<Example> {
    let mut frame = 0;
    let mut examples = Vec::new();
    for line in SENTENCES.lines() {
        match line.strip_prefix("# ") {
            Some(number) => frame = number.parse().unwrap(),
            None => examples.push(read(frame, line)),
        }
    }
    examples
}

fn read(frame: u32, line: &str) -> Example {
    let line = line.replace("\\n", "\n");
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut parts = line.split('{');
    text.push_str(parts.next().unwrap());
    for part in parts {
        let (mark, rest) = part.split_once('}').unwrap();
        let (kind, marked) = mark.split_once('|').unwrap();
        let start = text.len();
        text.push_str(marked);
        marks.push(Mark { range: start..text.len(), kind: Kind::read(kind).unwrap() });
        text.push_str(rest);
    }
    Example { frame, text, marks }
}

/// Frames up to this one were there when the rules were made.
const RULES: u32 = 540;

/// The part of a frame. The rules were made while looking at the first alone, then mended by the second;
/// the third was written when they were done.
fn half(frame: u32) -> usize {
    let hash = frame
        .to_string()
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    if frame > RULES { 2 } else { (hash >> 7) as usize % 2 }
}

/// What was to be found and was; what was found and was right.
#[derive(Clone, Copy, Default)]
struct Count {
    wanted: usize,
    hit: usize,
    found: usize,
    right: usize,
}

impl Count {
    fn recall(self) -> f64 {
        self.hit as f64 / self.wanted.max(1) as f64
    }

    fn precision(self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }
}

/// Whether every letter and digit of a place is marked.
fn is_covered(text: &str, place: &Range<usize>, marks: &[Mark]) -> bool {
    text[place.clone()].char_indices().all(|(at, letter)| {
        let at = place.start + at;
        !letter.is_alphanumeric() || marks.iter().any(|mark| mark.range.contains(&at))
    })
}

fn measure(examples: &[Example], only: Option<usize>, show: bool) -> BTreeMap<Kind, Count> {
    let mut counts: BTreeMap<Kind, Count> = BTreeMap::new();
    for it in examples.iter().filter(|it| only.is_none_or(|only| half(it.frame) == only)) {
        let found = find(&it.text);
        for wanted in &it.marks {
            let count = counts.entry(wanted.kind).or_default();
            count.wanted += 1;
            let is_hit = is_covered(&it.text, &wanted.range, &found);
            count.hit += usize::from(is_hit);
            if show && !is_hit {
                println!(
                    "MISSED {:?} in {}: {}",
                    &it.text[wanted.range.clone()],
                    it.frame,
                    it.text
                );
            }
        }
        for mark in &found {
            let count = counts.entry(mark.kind).or_default();
            count.found += 1;
            let is_right = is_covered(&it.text, &mark.range, &it.marks);
            count.right += usize::from(is_right);
            if show && !is_right {
                let seen = &it.text[mark.range.clone()];
                println!("WRONG {:?} {seen:?} in {}: {}", mark.kind, it.frame, it.text);
            }
        }
    }
    counts
}

fn total(counts: &BTreeMap<Kind, Count>) -> Count {
    counts.values().fold(Count::default(), |sum, it| Count {
        wanted: sum.wanted + it.wanted,
        hit: sum.hit + it.hit,
        found: sum.found + it.found,
        right: sum.right + it.right,
    })
}

fn print(name: &str, count: Count) {
    println!(
        "{name:>12}: recall {:.4} ({} of {}), precision {:.4} ({} of {})",
        count.recall(),
        count.hit,
        count.wanted,
        count.precision(),
        count.right,
        count.found
    );
}

#[test]
fn almost_everything_is_found_and_little_else() {
    let examples = examples();
    let show = std::env::var_os("HAILONG_SHOW_MISSED").is_some();
    for (name, only) in
        [("first half", Some(0)), ("second half", Some(1)), ("later", Some(2)), ("all", None)]
    {
        let counts = measure(&examples, only, show && only == Some(0));
        print(name, total(&counts));
        for (kind, count) in &counts {
            print(kind.code(), *count);
        }
    }
    let all = total(&measure(&examples, None, false));
    assert!(all.recall() >= 0.99, "recall {:.4}", all.recall());
    assert!(all.precision() >= 0.90, "precision {:.4}", all.precision());
}

#[test]
fn there_are_sentences_enough_of_every_kind() {
    let examples = examples();
    let frames: std::collections::BTreeSet<u32> = examples.iter().map(|it| it.frame).collect();
    let texts: std::collections::BTreeSet<&str> =
        examples.iter().map(|it| it.text.as_str()).collect();
    assert!(texts.len() >= 2_000 && frames.len() >= 250, "{} {}", texts.len(), frames.len());
    assert_eq!(texts.len(), examples.len());
    assert!(examples.iter().filter(|it| it.marks.is_empty()).count() >= 600);
    for kind in Kind::ALL {
        let count =
            examples.iter().flat_map(|it| &it.marks).filter(|mark| mark.kind == kind).count();
        assert!(count >= 15, "{kind:?} {count}");
    }
}
