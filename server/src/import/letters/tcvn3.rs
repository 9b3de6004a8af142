//! Letters of TCVN3 (ABC) read as Latin-1: "Phòng Quản lý" as "Phßng Qu¶n lý".

/// Signs that are letters there, wherever in a word.
const SIGNS: &str = "¡¢£¤¥¦§¨©ª«¬\u{ad}®µ¶·¸¹»¼½¾÷";
/// Those that no other text has at the beginning of a word.
const FIRST: &str = "¡¢£¤¥¦§¨©ª¬®";
/// Those that no other text has at the end of a word.
const LAST: &str = "¨¬µ¶¸";

/// Whether a sign stands for a letter of a word.
pub fn has_sign(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let at = |at: Option<usize>| at.and_then(|at| letters.get(at).copied()).unwrap_or(' ');
    letters.iter().enumerate().any(|(place, sign)| {
        let (before, after) = (at(place.checked_sub(1)), at(Some(place + 1)));
        if *sign == 'ß' {
            return is_consonant(before);
        }
        let is_between = before.is_alphabetic() && after.is_alphabetic();
        // A dot or a soft hyphen between others is no letter.
        let is_other = matches!(sign, '·' | '\u{ad}' | '»' | '«' | '©' | '®')
            && (*sign == '\u{ad}' || before.is_uppercase() || after.is_uppercase());
        let is_first = !before.is_alphanumeric() && after.is_lowercase() && FIRST.contains(*sign);
        let is_last = before.is_lowercase() && !after.is_alphanumeric() && LAST.contains(*sign);
        SIGNS.contains(*sign) && is_between && !is_other || is_first || is_last
    })
}

/// Whether a capital of Latin-1 stands within small letters, as in "TiÕp nhËn".
pub fn has_capital_within(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(2).enumerate().any(|(at, pair)| {
        let is_small = pair[0].is_lowercase() && pair[0] <= 'ÿ';
        let is_capital = matches!(pair[1], 'À'..='Þ') && pair[1] != '×';
        let goes_on = letters.get(at + 2).is_some_and(|after| after.is_uppercase());
        is_small && is_capital && !goes_on
    })
}

fn is_consonant(letter: char) -> bool {
    letter.is_ascii_alphabetic() && !"aeiouyAEIOUY".contains(letter)
}
