//! That the tokens' colours can be told apart, by day and by night.

/// Text, the surfaces it stands on, and the least contrast between them, in tenths. Sources: WCAG 2.2,
/// 1.4.3 for text and 1.4.11 for edges and drawings.
const PAIRS: [(&str, &[&str], u32); 15] = [
    ("--ink", &["--paper", "--sheet", "--sunk", "--tint", "--band"], 70),
    ("--soft", &["--paper", "--sheet", "--sunk", "--tint"], 45),
    ("--faint", &["--paper", "--sheet", "--sunk"], 45),
    ("--brand", &["--paper", "--sheet", "--sunk", "--tint"], 45),
    ("--brand-deep", &["--paper", "--sheet", "--tint"], 45),
    ("--on-brand", &["--brand", "--brand-deep"], 45),
    ("--on-house", &["--house"], 70),
    ("--gold", &["--house"], 45),
    ("--good", &["--paper", "--sheet", "--good-tint"], 45),
    ("--bad", &["--paper", "--sheet", "--bad-tint"], 45),
    ("--flat", &["--paper", "--sheet"], 45),
    ("--warn", &["--paper", "--sheet", "--warn-tint"], 45),
    ("--note", &["--note-tint"], 45),
    ("--edge", &["--paper", "--sheet", "--sunk"], 30),
    ("--focus", &["--paper", "--sheet", "--sunk", "--tint"], 30),
];

/// The value of a token: the last one of these texts that has it.
fn value<'a>(texts: &[&'a str], token: &str) -> &'a str {
    let of = |text: &'a str| {
        let lines = text.lines().filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "));
        lines.filter(|(name, _)| *name == token).map(|(_, value)| value).next_back()
    };
    texts.iter().rev().find_map(|text| of(text)).unwrap()
}

/// How light a colour such as `#fff` or `#0c5c55` is, from 0 to 1.
fn luminance(colour: &str) -> f64 {
    let digits: Vec<u32> = colour[1..].chars().map(|digit| digit.to_digit(16).unwrap()).collect();
    let parts: Vec<u32> = match digits.len() {
        3 => digits.iter().map(|digit| digit * 17).collect(),
        _ => digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect(),
    };
    let linear = parts.iter().map(|part| f64::from(*part) / 255.0).map(|part| {
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    linear.zip([0.2126, 0.7152, 0.0722]).map(|(part, weight)| part * weight).sum()
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn words_and_edges_stand_out_by_day_and_by_night() {
    let tokens = include_str!("../../../app/style/tokens.css");
    let (day, rest) = tokens.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let (night, rest) = rest.split_once("@media (forced-colors: active)").unwrap();
    let (_, paper) = rest.split_once("@media print").unwrap();
    let mut pale = Vec::new();
    for (when, texts) in
        [("day", vec![day]), ("night", vec![day, night]), ("paper", vec![day, paper])]
    {
        for (text, surfaces, least) in PAIRS {
            for surface in surfaces {
                let found = contrast(value(&texts, text), value(&texts, surface));
                if found * 10.0 < f64::from(least) {
                    pale.push(format!("{text} on {surface} by {when}: {found:.2}"));
                }
            }
        }
    }
    assert_eq!(pale, [] as [String; 0]);
}
