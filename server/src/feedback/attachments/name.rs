//! Names of files: what a sender's program gave, without what is no name.

use domain::text;

use super::Kind;

/// The most letters of a name, as people count them, with its ending.
const MOST: usize = 120;
/// The name of a file that has none.
const NAMELESS: &str = "tep-dinh-kem";

/// The name alone: no folders, nothing unseen, no signs that programs read as more than letters, and
/// the ending of what the file is.
pub(super) fn clean(name: &str, kind: Kind) -> String {
    let tidy = text::clean(name).replace('\n', " ");
    let last = tidy.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|letter| !is_joiner(*letter)).map(plain).collect();
    let stem = stem(&plain).trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    let stem = if stem.is_empty() { NAMELESS } else { stem };
    let ending = kind.ending();
    let short = text::shortened(stem, MOST - 1 - ending.len());
    format!("{}.{ending}", short.trim_end())
}

/// Signs that mean something to a file system, a shell or a header.
fn plain(letter: char) -> char {
    match letter {
        '<' | '>' | ':' | '"' | '|' | '?' | '*' | '%' | ';' | '`' | '$' | '\'' => '_',
        _ => letter,
    }
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}' | '\u{34f}' | '\u{115f}' | '\u{3164}')
}

/// The name without its ending, if it has one that looks like one.
fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if is_ending(ending) => stem,
        _ => name,
    }
}

fn is_ending(ending: &str) -> bool {
    (1..=5).contains(&ending.len()) && ending.chars().all(|letter| letter.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_name_and_nothing_else() {
        let names = [
            ("ảnh quầy 2.JPG", "ảnh quầy 2.jpg"),
            ("../../etc/passwd", "passwd.jpg"),
            ("C:\\fakepath\\giấy hẹn.jpeg", "giấy hẹn.jpg"),
            ("a\r\nSet-Cookie: x=1.jpg", "a Set-Cookie_ x=1.jpg"),
            ("giay\u{202e}gpj.exe", "giaygpj.jpg"),
            ("\u{2066}a\u{2069}\u{200b}b\0c.png", "abc.jpg"),
            ("<script>alert(1)</script>.jpg", "script_.jpg"),
            ("\"; rm -rf $HOME `x`.pdf", "__ rm -rf _HOME _x_.jpg"),
            ("...", "tep-dinh-kem.jpg"),
            ("", "tep-dinh-kem.jpg"),
            (".htaccess", "htaccess.jpg"),
            ("bảng giá 2.000004", "bảng giá 2.000004.jpg"),
        ];
        for (sent, kept) in names {
            assert_eq!(clean(sent, Kind::Jpeg), kept, "{sent:?}");
        }
    }

    #[test]
    fn a_long_name_is_cut_between_letters_and_keeps_its_ending() {
        let name = clean(&"e\u{302}\u{323}".repeat(500), Kind::Pdf);
        assert_eq!(text::letters(&name), 120);
        assert!(name.ends_with("ệ.pdf"));
    }
}
