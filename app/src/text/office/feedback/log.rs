//! A line of a case's log as a sentence.

use domain::{
    Lang,
    feedback::kind::{Ground, Level, Rating, Source},
    office::feedback::case::LineView,
};

use super::names;
use crate::text::office::names::day;

words! {
    /// Who does what no person does.
    pub(crate) log: LogWords {
        sender: "Người gửi", "The sender";
        rule: "Hệ thống, theo quy định", "The system, by rule";
    }
}

/// Who did it.
pub(crate) fn actor(lang: Lang, line: &LineView) -> String {
    let words = log(lang);
    let other = if line.is_sender { words.sender } else { words.rule };
    line.actor.clone().unwrap_or_else(|| other.to_owned())
}

/// What was done, after the name of whoever did it. `unit` is the name of the unit it names.
pub(crate) fn deed(lang: Lang, line: &LineView, unit: &str) -> String {
    // The day of the sending stands beside the words that were sent.
    let until = line.until.as_deref().filter(|_| line.step != "sent");
    let until = until.map(|it| day(lang, it)).unwrap_or_default();
    let person = line.person.as_deref().unwrap_or_default();
    let detail = detail(lang, line);
    let rest = [unit, person, &until, &detail].into_iter().find(|it| !it.is_empty());
    let (before, after) = said(lang, line);
    match rest.filter(|_| before.ends_with(' ')) {
        Some(rest) => [before, rest, after].concat(),
        None => [before.trim_end_matches([' ', ':']), after].concat(),
    }
}

/// A name that the line holds, in words.
fn detail(lang: Lang, line: &LineView) -> String {
    let Some(held) = line.detail.as_deref() else { return String::new() };
    let known = match line.step.as_str() {
        "sent" => Source::read(held).map(|it| names::source(lang, it)),
        "refused" => Ground::read(held).map(|it| names::ground(lang, it)),
        "escalated" => Level::read(held).map(|it| names::level(lang, it)),
        "rated" => Rating::read(held).map(|it| names::rating(lang, it)),
        _ => None,
    };
    known.unwrap_or(held).to_owned()
}

/// The words before and after what a line names. Those before end in a space where something may follow.
fn said(lang: Lang, line: &LineView) -> (&'static str, &'static str) {
    let is_rule = line.actor.is_none() && !line.is_sender;
    match (line.step.as_str(), line.is_sender, is_rule) {
        ("concerns", ..) if line.person.is_none() => names_nobody(lang),
        ("sent", false, _) => entered(lang),
        ("added", false, _) => brought(lang),
        ("wait_ended", _, true) => lapsed(lang),
        (step, ..) => deed_of(lang, step).unwrap_or(("", "")),
    }
}

/// A pair of words, before and after.
type Pair = (&'static str, &'static str);

fn entered(lang: Lang) -> Pair {
    match lang {
        Lang::Vi => ("vào sổ ý kiến đến qua: ", ""),
        Lang::En => ("registered it; it came by: ", ""),
    }
}

fn brought(lang: Lang) -> Pair {
    match lang {
        Lang::Vi => ("ghi lời người gửi bổ sung", ""),
        Lang::En => ("entered what the sender added", ""),
    }
}

fn names_nobody(lang: Lang) -> Pair {
    match lang {
        Lang::Vi => ("ghi: ý kiến không nêu cán bộ nào của Sở", ""),
        Lang::En => ("noted that it names no official here", ""),
    }
}

fn lapsed(lang: Lang) -> Pair {
    match lang {
        Lang::Vi => ("hết ngày chờ bổ sung, việc được làm tiếp", ""),
        Lang::En => ("ended the wait for the sender; work goes on", ""),
    }
}

words! {
    /// What was done.
    fn deed_of(lang, step: &str) -> Option<Pair> {
        "sent" => ("gửi ý kiến qua: ", ""), ("sent it by: ", "");
        "passed_on" => ("ghi: cơ quan khác chuyển đến ngày ", ", hạn tính từ ngày ấy"),
            ("noted that another body passed it on on ", "; the clock starts there");
        "due_given" => ("ghi hạn của hệ thống gửi đến: ", ""), ("noted the due day of the system that sent it: ", "");
        "received" => ("tiếp nhận", ""), ("took it as ours", "");
        "refused" => ("từ chối: ", ""), ("refused it: ", "");
        "asked" => ("xin người gửi bổ sung, chờ đến hết ", ""), ("asked the sender for more, until ", "");
        "added" => ("bổ sung", ""), ("added something", "");
        "wait_ended" => ("thôi chờ bổ sung, làm tiếp", ""), ("went on without waiting for the sender", "");
        "assigned" => ("giao chủ trì: ", ""), ("assigned it to ", "");
        "named" => ("giao xử lý: ", ""), ("named ", "");
        "supported" => ("đề nghị phối hợp: ", ""), ("asked for help from ", "");
        "unsupported" => ("thôi đề nghị phối hợp: ", ""), ("ended the help of ", "");
        "offered" => ("chuyển, chờ nơi nhận đồng ý: ", ""), ("offered it to ", "");
        "accepted" => ("đồng ý nhận việc; hạn giữ nguyên", ""), ("accepted it; the due day stays", "");
        "returned" => ("trả lại nơi chuyển", ""), ("returned it", "");
        "succeeded" => ("chuyển sang đơn vị kế thừa: ", "; hạn giữ nguyên"),
            ("gave it to the successor, ", "; the due day stays");
        "escalated" => ("chuyển lên ", ""), ("took it up to ", "");
        "settled" => ("quyết định, giao lại đơn vị", ""), ("decided, and gave it back to its unit", "");
        "promised" => ("hẹn người gửi trả lời ngày ", "; hạn theo quy định giữ nguyên"),
            ("promised an answer for ", "; the legal day stays");
        "put_off" => ("hẹn lại đến ", "; hạn giữ nguyên"), ("put it off until ", "; the due day stays");
        "submitted" => ("trình bản trả lời", ""), ("submitted an answer", "");
        "sent_back" => ("trả lại bản trả lời để soạn lại", ""), ("sent the answer back", "");
        "approved" => ("duyệt; câu trả lời khóa lại và gửi người dân", ""),
            ("approved it: the answer is frozen and went to the sender", "");
        "published" => ("công khai câu hỏi và câu trả lời đã che", ""), ("published it, without personal details", "");
        "unpublished" => ("quyết định không công khai", ""), ("decided not to publish it", "");
        "finished" => ("ghi: đã trả lời ở nơi khác ngày ", ""), ("noted that it was answered elsewhere on ", "");
        "called" => ("đã gọi lại cho người gửi", ""), ("called the sender back", "");
        "rated" => ("đánh giá câu trả lời: ", ""), ("rated the answer: ", "");
        "reopened" => ("đề nghị xem lại", ""), ("asked for another look", "");
        "linked" => ("gắn vào việc số ", ""), ("linked it to case ", "");
        "unlinked" => ("bỏ gắn", ""), ("unlinked it", "");
        "answered_with" => ("trả lời cùng lời văn với việc số ", ""), ("answered it with the words of case ", "");
        "noted" => ("ghi chú", ""), ("left a note", "");
        "concerns" => ("ghi cán bộ được nêu: ", ""), ("noted whom it is about: ", "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(step: &str) -> LineView {
        LineView {
            place: 1,
            day: "2026-11-12".to_owned(),
            time: "10:42".to_owned(),
            actor: Some("Nguyễn Thị A".to_owned()),
            is_sender: false,
            step: step.to_owned(),
            unit: None,
            person: None,
            until: None,
            detail: None,
            words: None,
            is_to_sender: false,
            files: Vec::new(),
        }
    }

    fn told(lang: Lang, line: &LineView, unit: &str) -> String {
        [&actor(lang, line), " ", &deed(lang, line, unit)].concat()
    }

    const STEPS: [&str; 28] = [
        "sent",
        "passed_on",
        "received",
        "refused",
        "asked",
        "added",
        "wait_ended",
        "assigned",
        "named",
        "supported",
        "unsupported",
        "offered",
        "accepted",
        "returned",
        "succeeded",
        "escalated",
        "settled",
        "promised",
        "put_off",
        "submitted",
        "sent_back",
        "approved",
        "published",
        "unpublished",
        "finished",
        "rated",
        "reopened",
        "linked",
    ];

    #[test]
    fn every_step_is_told_in_words_of_its_own_in_both_languages() {
        let mut seen = std::collections::HashSet::new();
        for step in
            STEPS.iter().chain(&["unlinked", "noted", "answered_with", "concerns", "called"])
        {
            for lang in [Lang::Vi, Lang::En] {
                let deed = deed(lang, &line(step), "");
                assert!(deed.len() > 4 && !deed.ends_with(' '), "{step}: {deed}");
                assert!(seen.insert(deed), "{step} is told like another");
            }
        }
    }

    #[test]
    fn a_line_names_unit_person_day_and_reason() {
        let offered = line("offered");
        assert_eq!(
            told(Lang::Vi, &offered, "Phòng Năng lượng"),
            "Nguyễn Thị A chuyển, chờ nơi nhận đồng ý: Phòng Năng lượng"
        );
        let asked = LineView { until: Some("2026-11-30".to_owned()), ..line("asked") };
        assert!(told(Lang::Vi, &asked, "").ends_with("chờ đến hết 30/11/2026"));
        let up = LineView { detail: Some("office".to_owned()), actor: None, ..line("escalated") };
        assert_eq!(told(Lang::Vi, &up, ""), "Hệ thống, theo quy định chuyển lên Văn phòng Sở");
        let other = LineView { detail: Some("7".to_owned()), ..line("linked") };
        assert_eq!(told(Lang::En, &other, ""), "Nguyễn Thị A linked it to case 7");
        let promised = LineView { until: Some("2026-12-01".to_owned()), ..line("promised") };
        assert!(
            told(Lang::Vi, &promised, "").ends_with("01/12/2026; hạn theo quy định giữ nguyên")
        );
    }

    #[test]
    fn what_the_sender_did_and_what_staff_entered_for_them_are_told_apart() {
        let source = Some("hotline".to_owned());
        let until = Some("2026-11-09".to_owned());
        let entered = LineView { detail: source.clone(), until, ..line("sent") };
        assert_eq!(
            told(Lang::Vi, &entered, ""),
            "Nguyễn Thị A vào sổ ý kiến đến qua: Tổng đài 1022"
        );
        let sent = LineView { detail: source, actor: None, is_sender: true, ..line("sent") };
        assert_eq!(told(Lang::Vi, &sent, ""), "Người gửi gửi ý kiến qua: Tổng đài 1022");
    }
}
