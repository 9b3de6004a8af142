//! Numbers as a spreadsheet shows them: `00000` makes 79 "00079", `"Q-"00` makes 3 "Q-03".

/// No format of a spreadsheet is longer.
const MOST: usize = 255;
/// Colours a format may name.
const COLOURS: [&str; 8] = ["black", "blue", "cyan", "green", "magenta", "red", "white", "yellow"];

/// A part of a format.
#[derive(Debug, PartialEq)]
enum Part {
    /// A place for a digit: `0`, or `#` and `?`, which show none in front.
    Digit(char),
    /// The sign between whole and broken.
    Point,
    /// The number without a format.
    General,
    /// A letter that is shown as it is.
    Letter(char),
}

/// What a number looks like in a format; nothing, where the number itself says the same or where the
/// look depends on the country: groups of thousands, percentages, fractions, powers.
pub fn shown(number: f64, format: &str) -> Option<String> {
    if format.len() > MOST || !number.is_finite() {
        return None;
    }
    let sections = sections(format)?;
    let (section, sign) = match sections.as_slice() {
        [_, _, zero, ..] if number == 0.0 => (zero, ""),
        [_, negative, ..] if number < 0.0 => (negative, ""),
        [first, ..] => (first, if number < 0.0 { "-" } else { "" }),
        [] => return None,
    };
    let parts = parts(section)?;
    if parts.contains(&Part::General) {
        let is_bare = parts.len() == 1;
        return (!is_bare).then(|| [sign, &general(&parts, number.abs())].concat());
    }
    let text = [sign, &digits(&parts, number.abs())].concat().trim().to_owned();
    (text != number.to_string()).then_some(text)
}

/// The sections for what is above, below and at zero. Those with conditions are left to the number.
fn sections(format: &str) -> Option<Vec<Vec<char>>> {
    let (mut sections, mut quoted, mut escaped) = (vec![Vec::new()], false, false);
    for letter in format.chars() {
        let is_end = letter == ';' && !quoted && !escaped;
        match sections.last_mut() {
            Some(section) if !is_end => section.push(letter),
            _ => sections.push(Vec::new()),
        }
        quoted ^= letter == '"' && !escaped;
        escaped = !escaped && !quoted && matches!(letter, '\\' | '_' | '*');
    }
    (!quoted).then_some(sections)
}

/// The parts of a section, if it is one of digits and letters only.
fn parts(section: &[char]) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = section.iter().copied().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '"' => parts.extend(rest.by_ref().take_while(|it| *it != '"').map(Part::Letter)),
            '\\' => parts.extend(rest.next().map(Part::Letter)),
            // As wide as the next letter, or filled up with it: nothing to read.
            '_' | '*' => drop(rest.next()),
            '[' => {
                let inside: String = rest.by_ref().take_while(|it| *it != ']').collect();
                parts.extend(bracket(&inside)?.chars().map(Part::Letter));
            }
            '0' | '#' | '?' => parts.push(Part::Digit(letter)),
            '.' => match parts.contains(&Part::Point) {
                true => parts.push(Part::Letter('.')),
                false => parts.push(Part::Point),
            },
            'G' | 'g' => {
                let word: String = std::iter::once(letter).chain(rest.by_ref().take(6)).collect();
                word.eq_ignore_ascii_case("general").then(|| parts.push(Part::General))?;
            }
            ',' | '%' | '@' | '/' => return None,
            other if other.is_ascii_alphabetic() => return None,
            other => parts.push(Part::Letter(other)),
        }
    }
    Some(parts)
}

/// What is shown of a bracket: the sign of a currency, nothing of a colour.
fn bracket(inside: &str) -> Option<&str> {
    if let Some(currency) = inside.strip_prefix('$') {
        return Some(currency.split('-').next().unwrap_or_default());
    }
    let colour = inside.to_ascii_lowercase();
    (COLOURS.contains(&colour.as_str()) || colour.starts_with("color")).then_some("")
}

fn general(parts: &[Part], number: f64) -> String {
    let part = |part: &Part| match part {
        Part::Letter(letter) => letter.to_string(),
        Part::General => number.to_string(),
        Part::Digit(_) | Part::Point => String::new(),
    };
    parts.iter().map(part).collect()
}

/// The digits of a number in their places. Those in front that have no place of their own stand in
/// the first; letters between the places stay.
fn digits(parts: &[Part], number: f64) -> String {
    let point = parts.iter().position(|part| *part == Part::Point).unwrap_or(parts.len());
    let (before, after) = parts.split_at(point);
    let is_digit = |part: &&Part| matches!(part, Part::Digit(_));
    let rounded = format!("{number:.*}", after.iter().filter(is_digit).count());
    let (whole, broken) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let mut text: String =
        whole_digits(before, whole.trim_start_matches('0')).chars().rev().collect();
    let mut left = broken;
    for part in after {
        match part {
            Part::Point => text.push('.'),
            Part::Letter(letter) => text.push(*letter),
            Part::Digit(place) => {
                let (digit, rest) = left.split_at(left.len().min(1));
                let is_idle = left.bytes().all(|digit| digit == b'0');
                text.push_str(if *place == '0' || !is_idle { digit } else { "" });
                left = rest;
            }
            Part::General => {}
        }
    }
    text
}

/// The part before the point, from its end to its beginning.
fn whole_digits(parts: &[Part], whole: &str) -> String {
    let first = parts.iter().position(|part| matches!(part, Part::Digit(_)));
    let mut left = whole.chars().rev();
    let mut text = String::new();
    for (at, part) in parts.iter().enumerate().rev() {
        match part {
            Part::Digit(place) => {
                text.extend(left.next().or((*place == '0').then_some('0')));
                if first == Some(at) {
                    text.extend(left.by_ref());
                }
            }
            Part::Letter(letter) => text.push(*letter),
            Part::Point | Part::General => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_with_the_zeros_and_letters_of_their_format() {
        for (number, format, text) in [
            (1.0, "00000", "00001"),
            (79.0, "00000", "00079"),
            (3.0, "\"Q-\"00", "Q-03"),
            (3.0, "\\Q\\-00", "Q-03"),
            (7.0, "\"ĐV\"000\"/TN\"", "ĐV007/TN"),
            (900_000_001.0, "0000 000 000", "0900 000 001"),
            (900_000_001.0, "0000\\.000\\.000", "0900.000.001"),
            (123.0, "00-00", "01-23"),
            (4.0, "\"2.\"000000", "2.000004"),
            (2.1, "0.000000", "2.100000"),
            (2.0, "0.0#", "2.0"),
            (5.0, "\"P.\"General", "P.5"),
            (5.0, "[Red]000", "005"),
            (5.0, "[$-1010000]000", "005"),
            (5.0, "000_)", "005"),
            (5.0, "* 000", "005"),
            (5.0, "000;-000;@", "005"),
            (-5.0, "000", "-005"),
            (-5.0, "000;(000)", "(005)"),
            (0.0, "000;-000;\"không\"", "không"),
            (0.0, "0;-0;;@", ""),
            (0.0, "000", "000"),
            (1_072_025.0, "00\"/\"00\"/\"0000", "01/07/2025"),
        ] {
            assert_eq!(shown(number, format).as_deref(), Some(text), "{number} {format}");
        }
    }

    #[test]
    fn other_formats_leave_the_number_as_it_is() {
        for format in [
            "General",
            "@",
            "0",
            "#",
            "#,##0",
            "0%",
            "0.00E+00",
            "# ?/?",
            "[>=100]0000;000",
            "dd/mm/yyyy",
            "\"open",
            "0000,",
            "[h]:mm",
        ] {
            assert_eq!(shown(12.0, format), None, "{format}");
        }
        assert_eq!(shown(12.0, &"0".repeat(300)), None);
        assert_eq!(shown(123_456.0, "00000"), None, "it is as long as its format");
        assert_eq!(shown(f64::NAN, "000"), None);
    }
}
