//! Letters of VNI read as Latin-1: "Phòng Quản lý" as "Phoøng Quaûn lyù".

/// Marks that follow a vowel there and nowhere in Vietnamese.
const MARKS: &str = "øûåäõùâêØÛÅÄÕÙÂÊ";
/// The same after a, e and o alone: "quá" and "hoá" are written so.
const AFTER_A: &str = "áàãéèúÁÀÃÉÈÚ";
/// Marks that foreign names have after a vowel as well, such as "Noël".
const SHARED: &str = "ïëüÏËÜ";

/// Whether a text has a vowel with such a mark, or two with marks that names share.
pub fn is_vni(text: &str) -> bool {
    pairs(text).any(is_vni_only) || pairs(text).filter(|pair| is_shared(*pair)).count() > 1
}

/// Whether it has any.
pub fn has_pair(text: &str) -> bool {
    pairs(text).any(|pair| is_vni_only(pair) || is_shared(pair))
}

fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().zip(text.chars().skip(1))
}

fn is_vni_only((vowel, mark): (char, char)) -> bool {
    match vowel {
        'a' | 'A' => MARKS.contains(mark) || AFTER_A.contains(mark),
        'e' | 'E' => MARKS.contains(mark) || "áàãÁÀÃ".contains(mark),
        // "uâ" and "uê" are Vietnamese.
        'u' | 'U' | 'y' | 'Y' => MARKS.contains(mark) && !"âêÂÊ".contains(mark),
        // "où" is French.
        'o' | 'O' => MARKS.contains(mark) && !"ùÙêÊ".contains(mark),
        'ô' | 'Ô' | 'ö' | 'Ö' => "ùøûõïÙØÛÕÏ".contains(mark),
        _ => false,
    }
}

fn is_shared((vowel, mark): (char, char)) -> bool {
    "aeouyAEOUY".contains(vowel) && (SHARED.contains(mark) || (vowel, mark) == ('o', 'ù'))
}
