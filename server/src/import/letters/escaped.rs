//! Letters that some program wrote as signs of its own: `&#242;` of HTML, `+API-` of UTF-7.

/// Names of HTML that stand for letters, without the mark of each.
const MARKS: [&str; 8] = ["grave", "acute", "circ", "tilde", "uml", "ring", "cedil", "horn"];

/// Whether a letter is written as HTML writes it: by its number, or as a letter with the name of its mark.
pub fn has_entity(text: &str) -> bool {
    let ends = text.split('&').skip(1).filter_map(|rest| rest.split_once(';'));
    ends.map(|(name, _)| name).any(|name| match name.strip_prefix('#') {
        Some(number) => is_number(number),
        None => MARKS.iter().any(|mark| name.strip_suffix(mark).is_some_and(is_letter)),
    })
}

fn is_number(number: &str) -> bool {
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    // Signs of ASCII are no lost letters.
    (2..=6).contains(&digits.len()) && u32::from_str_radix(digits, radix).is_ok_and(|it| it > 0x7f)
}

fn is_letter(text: &str) -> bool {
    matches!(text.as_bytes(), [letter] if letter.is_ascii_alphabetic())
}

/// Whether a text holds letters as UTF-7 writes them: signs of base 64 between `+` and `-` that are
/// whole letters of Vietnamese.
pub fn is_utf7(text: &str) -> bool {
    let runs = text.split('+').skip(1).filter_map(|rest| rest.split_once('-'));
    runs.map(|(run, _)| run)
        .any(|run| letters(run).is_some_and(|letters| letters.iter().all(|it| is_ours(*it))))
}

/// The letters that a run of base 64 holds, in UTF-16; none, if it holds no whole ones.
fn letters(run: &str) -> Option<Vec<u16>> {
    let (mut bits, mut held, mut letters) = (0_u32, 0, Vec::new());
    for sign in run.bytes() {
        let value = match sign {
            b'A'..=b'Z' => sign - b'A',
            b'a'..=b'z' => sign - b'a' + 26,
            b'0'..=b'9' => sign - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0x003f_ffff;
        held += 6;
        if held >= 16 {
            held -= 16;
            letters.push(u16::try_from(bits >> held & 0xffff).ok()?);
        }
    }
    // What is left over fills the last sign with zeros.
    let is_whole = held < 6 && bits & ((1 << held) - 1) == 0;
    (is_whole && !letters.is_empty()).then_some(letters)
}

fn is_ours(letter: u16) -> bool {
    matches!(letter, 0xc0..=0xfd | 0x102..=0x1b0 | 0x1ea0..=0x1ef9)
}
