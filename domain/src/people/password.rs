//! Which passwords are taken: long enough, and not among those that are tried first.
//!
//! There are no rules about capitals, digits and signs (OWASP ASVS 5.0, 6.2.5): they make passwords
//! harder to keep in mind, not harder to guess. Two things are refused:
//!
//! - the 10 000 most common leaked passwords that are long enough (6.2.4 asks for 3000), whatever
//!   their capitals, marks and spaces;
//! - what such passwords are made of, since the list knows little Vietnamese and nothing of this
//!   office: known words (English, Vietnamese, the office's own, the account's names), however they
//!   are capitalised, marked, spelled with digits, repeated or joined; runs along the keyboard and
//!   the alphabet; years, dates and counting. A password is too common if fewer than
//!   [`LEAST_OF_ITS_OWN`] letters and digits are left once all of these are taken out.

use std::{collections::HashSet, sync::LazyLock};

use crate::{
    fault::Reason,
    text::{compose, fold},
};

/// The fewest and the most characters, counted once composed (NFC).
pub const LENGTH: (usize, usize) = (12, 128);
/// As many characters must not be part of anything known.
const LEAST_OF_ITS_OWN: usize = 4;
/// Rows, columns and the alphabet, as fingers run along them.
const RUNS: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop[]",
    "asdfghjkl;'",
    "zxcvbnm,./",
    "01234567890",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
    "qazwsxedcrfvtgbyhnujmikolp",
    "q1w2e3r4t5y6u7i8o9p0",
    "1a2s3d4f5g6h7j8k9l0",
    "a1s2d3f4g5h6j7k8l9",
    "z1x2c3v4b5n6m7",
    "qawsedrftgyhujikolp",
    "qwaszxerdfcvtyghbnuijkm",
    "12qw34er56ty78ui90op",
    "112233445566778899",
];
/// The shortest stretch of a run that counts as one.
const SHORTEST_RUN: usize = 3;

static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("password/words.txt").lines().filter(|line| !line.starts_with('#'));
    let mut words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
    words.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    words
});

/// The list's own passwords, in small letters and without spaces.
static COMMON: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("password/common.txt").lines().filter(|line| !line.starts_with("# ")).collect()
});

/// What is wrong with a password for the account of these names; nothing, if it is taken.
pub fn fault(password: &str, names: &[&str]) -> Option<Reason> {
    let password = compose(password);
    length_fault(&password).or_else(|| is_common(&password, names).then_some(Reason::TooCommon))
}

/// What is wrong with a password's length: all that can be told without the lists.
pub fn length_fault(password: &str) -> Option<Reason> {
    match password.chars().count() {
        length if length < LENGTH.0 => Some(Reason::TooShort(LENGTH.0)),
        length if length > LENGTH.1 => Some(Reason::TooLong(LENGTH.1)),
        _ => None,
    }
}

fn is_common(password: &str, names: &[&str]) -> bool {
    let plain: Vec<char> =
        fold(password).chars().filter(|letter| !letter.is_whitespace()).collect();
    let names: Vec<String> = names
        .iter()
        .flat_map(|name| {
            let name = fold(name);
            let parts = name.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
            parts.collect::<Vec<_>>()
        })
        .filter(|part| part.len() > 1)
        .collect();
    is_listed(&plain) || own(&plain, &names) < LEAST_OF_ITS_OWN
}

/// Whether it is on the list of common passwords.
fn is_listed(plain: &[char]) -> bool {
    COMMON.contains(plain.iter().collect::<String>().as_str())
}

/// How many letters and digits are part of nothing known. Signs do not count: everyone adds them.
fn own(plain: &[char], names: &[String]) -> usize {
    let mut known = vec![false; plain.len()];
    let spelled: Vec<char> = plain.iter().map(|letter| spelled(*letter)).collect();
    for text in [plain, &spelled] {
        let words = WORDS.iter().copied().chain(names.iter().map(String::as_str));
        words.for_each(|word| mark_word(text, word, &mut known));
    }
    mark_runs(plain, &mut known);
    mark_dates(plain, &mut known);
    mark_repeats(plain, &mut known);
    let own =
        plain.iter().zip(&known).filter(|(letter, known)| letter.is_alphanumeric() && !**known);
    own.count()
}

/// One character three times, and all that follows a first stretch which only repeats it.
fn mark_repeats(plain: &[char], known: &mut [bool]) {
    for (place, window) in plain.windows(3).enumerate() {
        if window.iter().all(|letter| *letter == window[0]) {
            known[place..place + 3].fill(true);
        }
    }
    let repeats = |period: usize| plain.iter().zip(&plain[period..]).all(|(one, next)| one == next);
    if let Some(period) = (1..=plain.len() / 2).find(|period| repeats(*period)) {
        known[period..].fill(true);
    }
}

/// The letter that a digit or sign stands for in words such as `p@ssw0rd`.
fn spelled(letter: char) -> char {
    match letter {
        '0' => 'o',
        '1' | '!' | '|' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        '8' => 'b',
        other => other,
    }
}

fn mark_word(text: &[char], word: &str, known: &mut [bool]) {
    let word: Vec<char> = word.chars().collect();
    for (place, window) in text.windows(word.len()).enumerate() {
        if window == word.as_slice() {
            known[place..place + word.len()].fill(true);
        }
    }
}

fn mark_runs(plain: &[char], known: &mut [bool]) {
    for run in RUNS {
        let forward: Vec<char> = run.chars().collect();
        let backward: Vec<char> = run.chars().rev().collect();
        for run in [forward, backward] {
            for (place, window) in plain.windows(SHORTEST_RUN).enumerate() {
                if run.windows(SHORTEST_RUN).any(|stretch| stretch == window) {
                    known[place..place + SHORTEST_RUN].fill(true);
                }
            }
        }
    }
}

/// Years from 1900 to 2099, and days written with six or eight digits.
fn mark_dates(plain: &[char], known: &mut [bool]) {
    for (length, is_date) in [(8, is_day as fn(&[u32]) -> bool), (6, is_day), (4, is_year)] {
        for (place, window) in plain.windows(length).enumerate() {
            let digits: Option<Vec<u32>> =
                window.iter().map(|letter| letter.to_digit(10)).collect();
            if digits.is_some_and(|digits| is_date(&digits)) {
                known[place..place + length].fill(true);
            }
        }
    }
}

fn is_year(digits: &[u32]) -> bool {
    matches!(digits, [1, 9, ..] | [2, 0, ..])
}

/// `ddmmyy`, `ddmmyyyy` or `yyyymmdd`.
fn is_day(digits: &[u32]) -> bool {
    let pair = |at: usize| digits[at] * 10 + digits[at + 1];
    let fits = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    let last = digits.len() - 2;
    fits(pair(0), pair(2)) && (last == 4 || is_year(&digits[4..]))
        || last == 6 && is_year(&digits[..4]) && fits(pair(6), pair(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_tried_first_is_refused() {
        for common in [
            "password1234",
            "P@ssw0rd2024!",
            "Matkhau@123456",
            "Mật khẩu 2026!",
            "123456789012",
            "qwertyuiop123",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "zaq12wsxcde3",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "xkqxkqxkqxkq",
            "iloveyou2023",
            "Anhyeuem1314",
            "hailong@2026",
            "HaiLong123456",
            "DongNai@2026",
            "socongthuong123",
            "admin@12345678",
            "administrator1",
            "15081990matkhau",
            "nguyen.van.an.1990",
            "Welcome2026!!",
            "quantrivien2026",
        ] {
            let found = fault(common, &["an.nguyen", "Nguyễn Văn An"]);
            assert_eq!(found, Some(Reason::TooCommon), "{common}");
        }
    }

    #[test]
    fn unrelated_words_and_random_letters_are_taken_without_any_other_rule() {
        for good in [
            "kẹo lạc gõ cửa đêm mưa",
            "bàn gỗ lim ba chân",
            "correct horse battery staple",
            "vntmzkqpwlrs",
            "839274610582",
            "Tàu hỏa chạy ngược dốc",
        ] {
            assert_eq!(fault(good, &["an.nguyen", "Nguyễn Văn An"]), None, "{good}");
        }
    }

    #[test]
    fn every_password_of_the_list_is_refused() {
        let listed = include_str!("password/common.txt").lines();
        let listed: Vec<&str> = listed.filter(|line| !line.starts_with("# ")).collect();
        assert_eq!((listed.len(), COMMON.len()), (10_000, 10_000));
        for common in listed {
            assert_eq!(fault(common, &[]), Some(Reason::TooCommon), "{common}");
        }
        for common in ["PolniyPizdec0211", "Ghjc njgf hjkm", "flvbybcnhfnjh"] {
            assert_eq!(fault(common, &[]), Some(Reason::TooCommon), "{common}");
        }
    }

    #[test]
    fn length_is_counted_in_composed_characters() {
        assert_eq!(fault("bàn gỗ lim", &[]), Some(Reason::TooShort(12)));
        let decomposed = "e\u{302}\u{323}".repeat(11);
        assert_eq!(fault(&decomposed, &[]), Some(Reason::TooShort(12)));
        assert_eq!(fault(&"bàn gỗ ".repeat(19), &[]), Some(Reason::TooLong(128)));
    }

    #[test]
    fn the_accounts_own_names_do_not_count() {
        assert_eq!(
            fault("thanhtuyen.bp.77", &["tuyen.bp", "Lê Thanh Tuyền"]),
            Some(Reason::TooCommon)
        );
    }
}
