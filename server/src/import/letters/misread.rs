//! UTF-8 that was read as an encoding of one byte: "Phòng Một" as "PhÃ²ng Má»™t".

/// What the bytes from 80 to 9F are in Windows-1252; nothing, where it has no letter.
const WINDOWS: [Option<char>; 32] = {
    let mut letters = [None; 32];
    let known = [
        (0x00, '€'),
        (0x02, '‚'),
        (0x03, 'ƒ'),
        (0x04, '„'),
        (0x05, '…'),
        (0x06, '†'),
        (0x07, '‡'),
        (0x08, 'ˆ'),
        (0x09, '‰'),
        (0x0a, 'Š'),
        (0x0b, '‹'),
        (0x0c, 'Œ'),
        (0x0e, 'Ž'),
        (0x11, '‘'),
        (0x12, '’'),
        (0x13, '“'),
        (0x14, '”'),
        (0x15, '•'),
        (0x16, '–'),
        (0x17, '—'),
        (0x18, '˜'),
        (0x19, '™'),
        (0x1a, 'š'),
        (0x1b, '›'),
        (0x1c, 'œ'),
        (0x1e, 'ž'),
        (0x1f, 'Ÿ'),
    ];
    let mut at = 0;
    while at < known.len() {
        letters[known[at].0] = Some(known[at].1);
        at += 1;
    }
    letters
};

/// What a Macintosh makes of the first bytes of Vietnamese letters; no text of ours has them.
const MACINTOSH: [&str; 5] = ["·ª", "·∫", "√", "ƒë", "∆∞"];

/// Whether letters of a text are the bytes of Vietnamese ones.
pub fn is_misread(text: &str) -> bool {
    if MACINTOSH.iter().any(|mark| text.contains(mark)) {
        return true;
    }
    let letters: Vec<char> = text.chars().collect();
    (0..letters.len()).any(|at| begins(&letters, at))
}

/// Whether the letters from a place on are the bytes of one.
fn begins(letters: &[char], at: usize) -> bool {
    let byte_at = |at: usize| letters.get(at).copied().and_then(byte);
    let tail_at = |at: usize| byte_at(at).filter(|byte| (0x80..0xc0).contains(byte));
    match (byte_at(at), tail_at(at + 1)) {
        (Some(0xe1), Some(0xba | 0xbb)) => tail_at(at + 2).is_some(),
        // Dashes and quotation marks of UTF-8.
        (Some(0xe2), Some(0x80)) => tail_at(at + 2).is_some(),
        (Some(lead @ 0xc3..=0xc6), Some(tail)) => {
            let letter = u32::from(lead & 0x1f) << 6 | u32::from(tail & 0x3f);
            let is_ours = char::from_u32(letter).is_some_and(is_vietnamese);
            is_ours && (!is_punctuation(letters[at + 1]) || is_within(letters, at))
        }
        _ => false,
    }
}

/// Whether a capital and a mark stand where capitals with marks after them do not: after a small
/// letter or before any. "XÃ”" ends a quotation, "Ã”ng" was "Ông".
fn is_within(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|before| letters[before].is_lowercase());
    let is_blank = letters[at + 1] == '\u{a0}';
    before || !is_blank && letters.get(at + 2).is_some_and(|after| after.is_alphabetic())
}

fn is_punctuation(letter: char) -> bool {
    matches!(letter, '”' | '“' | '’' | '‘' | '•' | '–' | '—' | '…' | '\u{a0}')
}

/// The byte that was read as a letter. Windows-1258 reads C3 as Ă.
fn byte(letter: char) -> Option<u8> {
    if letter == 'Ă' {
        return Some(0xc3);
    }
    if let Ok(byte) = u8::try_from(u32::from(letter)) {
        return (byte >= 0x80).then_some(byte);
    }
    let place = WINDOWS.iter().position(|known| *known == Some(letter))?;
    u8::try_from(place).ok().map(|place| 0x80 + place)
}

/// Letters of two bytes in UTF-8.
fn is_vietnamese(letter: char) -> bool {
    "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝăĂđĐĩĨũŨơƠưƯ".contains(letter)
}
