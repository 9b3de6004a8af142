//! Faults as a form tells them: each names its field as the form labels it.

use domain::{Lang, fault::SpokenFault};

/// How a field is filled in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// By typing.
    Text,
    /// By typing digits.
    Number,
    /// By typing a day or choosing one.
    Day,
    /// By choosing.
    Choice,
}

words! {
    /// What is said of a field, whatever it is called.
    pub(crate) faults: FaultWords {
        not_typed fn(&str) -> String: |label| ["Chưa nhập “", label, "”."].concat(),
            |label| ["“", label, "” is empty."].concat();
        not_chosen fn(&str) -> String: |label| ["Chưa chọn “", label, "”."].concat(),
            |label| ["“", label, "” is not chosen."].concat();
        bad_day: "ngày chưa đủ hoặc không có thật: xin nhập ngày, tháng, năm, ví dụ 31/03/2026.",
            "this day is incomplete or does not exist: please enter day, month and year.";
    }
}

/// What to do about a fault of a field with a label.
pub(crate) fn labelled(lang: Lang, label: &str, way: Way, fault: &SpokenFault) -> String {
    let words = faults(lang);
    let says = match (fault.code.as_str(), way) {
        ("missing", Way::Choice) => return (words.not_chosen)(label),
        ("missing", _) => return (words.not_typed)(label),
        ("bad_date", Way::Day) => words.bad_day,
        _ => &fault.message,
    };
    let mut letters = says.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    ["“", label, "” – "].into_iter().flat_map(str::chars).chain(first).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lang: Lang, code: &str, way: Way) -> String {
        let message = "Mã chỉ gồm chữ số.".to_owned();
        let fault = SpokenFault { field: "code".to_owned(), code: code.to_owned(), message };
        labelled(lang, "Mã", way, &fault)
    }

    #[test]
    fn every_fault_names_its_field_as_the_form_labels_it() {
        assert_eq!(told(Lang::Vi, "missing", Way::Text), "Chưa nhập “Mã”.");
        assert_eq!(told(Lang::Vi, "missing", Way::Choice), "Chưa chọn “Mã”.");
        assert_eq!(told(Lang::En, "missing", Way::Text), "“Mã” is empty.");
        assert_eq!(told(Lang::Vi, "bad_code", Way::Text), "“Mã” – mã chỉ gồm chữ số.");
        assert!(told(Lang::Vi, "bad_date", Way::Day).contains("31/03/2026"));
    }
}
