//! What a change would do, in sentences, and the question before it is made.

use domain::{
    Lang,
    office::books::outlook::{Affected, Move, Outlook},
};

use crate::text::count;

words! {
    /// The words of the question.
    pub(crate) outlook: OutlookWords {
        heading: "Việc này sẽ làm những gì", "What this will do";
        confirm fn(&str) -> String: |button| ["Xác nhận ", &button.to_lowercase()].concat(),
            |button| ["Confirm: ", &button.to_lowercase()].concat();
        units fn(&str) -> String: |n| [n, " đơn vị trực thuộc"].concat(), |n| ["units below: ", n].concat();
        procedures fn(&str) -> String: |n| [n, " thủ tục"].concat(), |n| ["procedures: ", n].concat();
        campaigns fn(&str) -> String: |n| [n, " đợt khảo sát"].concat(), |n| ["campaigns: ", n].concat();
        points fn(&str) -> String: |n| [n, " điểm tiếp nhận"].concat(), |n| ["service points: ", n].concat();
        invitations fn(&str) -> String: |n| [n, " đường dẫn mời chưa trả lời"].concat(),
            |n| ["links not answered yet: ", n].concat();
        nothing: "không có thủ tục, đợt khảo sát hay đường dẫn nào phải chuyển",
            "no procedure, campaign or link has to move";
        accounts fn(&str, &str) -> String:
            |n, from| [n, " tài khoản của ", from, " phải được gắn vào đơn vị khác (mục Người dùng)."].concat(),
            |n, from| ["Accounts of ", from, " to be bound to another unit (see Accounts): ", n, "."].concat();
        ballots fn(&str, &str) -> String:
            |n, from| [n, " phiếu đã gửi từ ngày ấy vẫn tính cho ", from, " như đã ghi."].concat(),
            |n, from| ["Ballots since that day that stay with ", from, " as they are stamped: ", n, "."].concat();
        open fn(&str, &str) -> String:
            |from, to| ["Phiếu đang mở hoặc đang chờ gửi có tên ", from, " được tính cho ", to, "."].concat(),
            |from, to| ["Ballots that are open or still to be sent and name ", from, " count for ", to, "."].concat();
        ends fn(&str, &str) -> String:
            |from, named| [from, " không còn hiệu lực. Đang nêu tên: ", named, "."].concat(),
            |from, named| [from, " is no longer in force. What names it: ", named, "."].concat();
        ends_alone fn(&str) -> String: |from| [from, " không còn hiệu lực; không có gì đang nêu tên."].concat(),
            |from| [from, " is no longer in force; nothing names it."].concat();
        still: "Không có gì chuyển từ đơn vị này sang đơn vị khác.", "Nothing goes from one unit to another.";
        closing_ballots fn(&str) -> String: |n| [n, " phiếu đã nhận vẫn được tính."].concat(),
            |n| ["Ballots that came in and still count: ", n, "."].concat();
        closing_links fn(&str) -> String: |n| [n, " đường dẫn mời chưa trả lời không dùng được nữa."].concat(),
            |n| ["Links not answered yet that end: ", n, "."].concat();
        closing_papers: "Mọi đường dẫn, mã QR và áp phích của đợt này báo là đã đóng; phiếu đang mở hoặc đang chờ gửi không được nhận.",
            "Every link, QR code and poster of it says that it is closed; ballots that are open or still to be sent are not taken.";
        closing_difficulty: "Khó khăn được ghi là đã kết thúc hôm nay, kèm kết quả trên; không mở lại được.",
            "It is registered as closed today with this decision, and cannot be opened again.";
    }
}

/// What a change would do, a sentence each.
pub(crate) fn told(lang: Lang, found: &Outlook) -> Vec<String> {
    let words = outlook(lang);
    if found.moves.is_empty() {
        return vec![words.still.to_owned()];
    }
    found.moves.iter().flat_map(|it| told_of(lang, it)).collect()
}

/// What closing a campaign would do.
pub(crate) fn closing(lang: Lang, what: &Affected) -> Vec<String> {
    let words = outlook(lang);
    let written = |n: i64| count(lang, n.unsigned_abs());
    let mut lines =
        vec![words.closing_papers.to_owned(), (words.closing_ballots)(&written(what.ballots))];
    if what.invitations > 0 {
        lines.push((words.closing_links)(&written(what.invitations)));
    }
    lines
}

fn told_of(lang: Lang, Move { from, to, what }: &Move) -> Vec<String> {
    let words = outlook(lang);
    let from = from.get(lang);
    let named = kinds(lang, what);
    let mut lines = match to.as_ref().map(|to| to.get(lang)) {
        Some(to) => {
            let named = if named.is_empty() { words.nothing } else { &named };
            vec![[from, " → ", to, ": ", named, "."].concat(), (words.open)(from, to)]
        }
        None if named.is_empty() => vec![(words.ends_alone)(from)],
        None => vec![(words.ends)(from, &named)],
    };
    let written = |n: i64| count(lang, n.unsigned_abs());
    if what.accounts > 0 {
        lines.push((words.accounts)(&written(what.accounts), from));
    }
    if what.ballots > 0 {
        lines.push((words.ballots)(&written(what.ballots), from));
    }
    lines
}

/// Puts a number into words.
type Says = fn(&str) -> String;

/// How many of each kind, in words, in one line.
fn kinds(lang: Lang, what: &Affected) -> String {
    let words = outlook(lang);
    let kinds = [
        (what.procedures, words.procedures as Says),
        (what.campaigns, words.campaigns),
        (what.units, words.units),
        (what.service_points, words.points),
        (what.invitations, words.invitations),
    ];
    let told = kinds.iter().filter(|(n, _)| *n > 0);
    let told: Vec<String> = told.map(|(n, says)| says(&count(lang, n.unsigned_abs()))).collect();
    told.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Words;

    #[test]
    fn what_goes_from_whom_to_whom_is_told_with_its_numbers() {
        let words = |vi: &str| Words { vi: vi.to_owned(), en: String::new() };
        let what =
            Affected { procedures: 2, invitations: 1_200, accounts: 1, ..Affected::default() };
        let moves = vec![Move { from: words("Phòng A"), to: Some(words("Phòng B")), what }];
        let lines = told(Lang::Vi, &Outlook { moves });
        assert_eq!(lines[0], "Phòng A → Phòng B: 2 thủ tục, 1.200 đường dẫn mời chưa trả lời.");
        assert!(lines[1].contains("chờ gửi") && lines[2].starts_with("1 tài khoản của Phòng A"));
        assert_eq!(lines.len(), 3);
        assert_eq!(told(Lang::Vi, &Outlook::default()).len(), 1);
    }
}
