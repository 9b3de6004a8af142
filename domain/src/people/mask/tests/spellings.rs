//! Spellings by which people get around a mask, knowingly or not, and numbers that are nobody's.

mod codes;
mod nobodys;
mod numbers;

use super::*;

/// Texts of which nothing but marks and the words around them may be left.
fn is_gone(examples: &[&str]) {
    let mut came_through = Vec::new();
    for example in examples {
        for (before, after) in [("", ""), ("Xin gọi ", " nhé."), ("(", ")"), ("sđt:", ",\ncảm ơn")]
        {
            let hidden = masked(&[before, example, after].concat(), mark);
            let rest = hidden.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
            let marks = [
                "[số điện thoại]",
                "[số giấy tờ]",
                "[thư điện tử]",
                "[biển số xe]",
                "[mã hồ sơ]",
                "[dãy số]",
                "+",
                " ",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
            ];
            let left = rest
                .map(|rest| marks.iter().fold(rest.to_owned(), |it, mark| it.replace(mark, "")));
            if left.as_deref() != Some("") {
                came_through.push(format!("{example:?} as {hidden:?}"));
                break;
            }
        }
    }
    assert!(
        came_through.is_empty(),
        "{} came through:\n{}",
        came_through.len(),
        came_through.join("\n")
    );
}

#[test]
fn a_mark_does_not_make_a_number_of_what_is_left_beside_it() {
    for text in ["０９0OOO0_OOO000000000đồng", "0900000_OOO123456789x", "xOOO123456789_0900000OOO"]
    {
        let once = masked(text, mark);
        assert_eq!(masked(&once, mark), once, "{text}");
    }
}
