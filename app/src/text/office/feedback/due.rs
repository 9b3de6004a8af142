//! Until when, and why, in words.

use chrono::{Datelike, NaiveDate, Weekday};
use domain::{Lang, day, office::feedback::case::DueView};

use crate::text::count;

words! {
    /// The words of due days.
    pub(crate) due: DueWords {
        late fn(&str) -> String: |n| ["quá hạn ", n, " ngày làm việc"].concat(), |n| ["late by ", n, " working days"].concat();
        today: "hết hạn hôm nay", "due today";
        left fn(&str) -> String: |n| ["còn ", n, " ngày làm việc"].concat(), |n| [n, " working days left"].concat();
        one: "còn 1 ngày làm việc", "1 working day left";
        one_late: "quá hạn 1 ngày làm việc", "late by 1 working day";
        waiting fn(&str) -> String: |day| ["chờ người gửi đến ", day].concat(), |day| ["waiting until ", day].concat();
        put_off fn(&str) -> String: |day| ["hẹn lại ", day].concat(), |day| ["put off until ", day].concat();
        to_answer: "Hạn trả lời", "To be answered";
        to_call: "Hạn gọi lại", "To be called back";
        to_publish: "Hạn công khai", "To be published";
        days fn(&str, &str) -> String: |n, from| [n, " ngày làm việc từ ", from].concat(),
            |n, from| [n, " working days from ", from].concat();
        waited fn(&str) -> String: |n| ["thêm ", n, " ngày chờ người gửi"].concat(),
            |n| [n, " more for waiting on the sender"].concat();
        make_up fn(&str) -> String: |days| [days, " làm bù"].concat(), |days| ["work on ", days].concat();
        holidays fn(&str) -> String: |days| ["nghỉ ", days].concat(), |days| ["off ", days].concat();
        stays: "Chuyển đơn vị, hẹn lại hay thư báo không đổi hạn.", "Transfers, promises and putting off move nothing.";
        track fn(&str, &str) -> String:
            |all, used| [all, " ngày làm việc, đã qua ", used].concat(),
            |all, used| [all, " working days, ", used, " used"].concat();
    }
}

/// How many working days are left.
pub(crate) fn left(lang: Lang, days: i64) -> String {
    let words = due(lang);
    match days {
        0 => words.today.to_owned(),
        1 => words.one.to_owned(),
        -1 => words.one_late.to_owned(),
        days if days < 0 => (words.late)(&count(lang, days.unsigned_abs())),
        days => (words.left)(&count(lang, days.unsigned_abs())),
    }
}

/// Why a day is the last one in time: "15 ngày làm việc từ 21/8; 22/8 làm bù; nghỉ 31/8–2/9".
pub(crate) fn reason(lang: Lang, view: &DueView) -> String {
    let words = due(lang);
    let year = day::read(&view.on).map(|on| on.year());
    let own = view.days.saturating_sub(view.waited);
    let mut parts = vec![(words.days)(&count(lang, own.into()), &short(lang, &view.from, year))];
    if view.waited > 0 {
        parts.push((words.waited)(&count(lang, view.waited.into())));
    }
    for (days, says) in [(&view.make_up_days, words.make_up), (&view.holidays, words.holidays)] {
        if !days.is_empty() {
            parts.push(says(&runs(lang, days, year)));
        }
    }
    parts.join("; ")
}

/// A day without its year, unless that is another one.
pub(crate) fn short(lang: Lang, text: &str, year: Option<i32>) -> String {
    let Some(day) = day::read(text) else { return text.to_owned() };
    let (mark, month) = match lang {
        Lang::Vi => ("/", day.month().to_string()),
        Lang::En => (" ", MONTHS[day.month0() as usize].to_owned()),
    };
    let mut parts = vec![day.day().to_string(), month];
    if year != Some(day.year()) {
        parts.push(day.year().to_string());
    }
    parts.join(mark)
}

/// The months as English lists name them.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A day as a list names it: by day and month.
pub(crate) fn plain(lang: Lang, text: &str) -> String {
    short(lang, text, day::read(text).map(|day| day.year()))
}

/// Days in their order, those that follow each other as a run; a weekend between breaks none.
fn runs(lang: Lang, days: &[String], year: Option<i32>) -> String {
    let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for day in days.iter().filter_map(|text| day::read(text)) {
        match runs.last_mut() {
            Some(run) if follows(run.1, day) => run.1 = day,
            _ => runs.push((day, day)),
        }
    }
    let told = |(first, last): &(NaiveDate, NaiveDate)| {
        let [first, last] = [first, last].map(|day| short(lang, &day.to_string(), year));
        if first == last { first } else { [&first, "–", &last].concat() }
    };
    runs.iter().map(told).collect::<Vec<_>>().join(", ")
}

fn follows(before: NaiveDate, day: NaiveDate) -> bool {
    let between = before.iter_days().skip(1).take_while(|it| *it < day).take(3);
    before < day
        && (day - before).num_days() <= 3
        && between.into_iter().all(|it| matches!(it.weekday(), Weekday::Sat | Weekday::Sun))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> DueView {
        let days = |all: &[&str]| all.iter().map(|day| (*day).to_owned()).collect();
        DueView {
            on: "2026-09-15".to_owned(),
            left: 3,
            from: "2026-08-21".to_owned(),
            days: 15,
            waited: 0,
            is_publication: false,
            holidays: days(&["2026-08-31", "2026-09-01", "2026-09-02"]),
            make_up_days: days(&["2026-08-22"]),
        }
    }

    #[test]
    fn a_due_day_tells_its_reason() {
        assert_eq!(
            reason(Lang::Vi, &view()),
            "15 ngày làm việc từ 21/8; 22/8 làm bù; nghỉ 31/8–2/9"
        );
        let waited = DueView { days: 18, waited: 3, make_up_days: Vec::new(), ..view() };
        assert_eq!(
            reason(Lang::Vi, &waited),
            "15 ngày làm việc từ 21/8; thêm 3 ngày chờ người gửi; nghỉ 31/8–2/9"
        );
        let plain = DueView { holidays: Vec::new(), make_up_days: Vec::new(), ..view() };
        assert_eq!(reason(Lang::En, &plain), "15 working days from 21 Aug");
    }

    #[test]
    fn another_year_is_named_and_a_weekend_breaks_no_run() {
        let tet = ["2027-02-05", "2027-02-08", "2027-02-09", "2027-02-12"];
        let tet: Vec<String> = tet.iter().map(|day| (*day).to_owned()).collect();
        assert_eq!(runs(Lang::Vi, &tet, Some(2027)), "5/2–9/2, 12/2");
        assert_eq!(short(Lang::Vi, "2026-12-30", Some(2027)), "30/12/2026");
        assert_eq!(short(Lang::Vi, "2026-12-30", Some(2026)), "30/12");
        assert_eq!(short(Lang::En, "2026-12-30", Some(2027)), "30 Dec 2026");
    }

    #[test]
    fn what_is_left_is_told_in_working_days() {
        let told: Vec<String> = [-2, -1, 0, 1, 5].iter().map(|it| left(Lang::Vi, *it)).collect();
        assert_eq!(
            told,
            [
                "quá hạn 2 ngày làm việc",
                "quá hạn 1 ngày làm việc",
                "hết hạn hôm nay",
                "còn 1 ngày làm việc",
                "còn 5 ngày làm việc"
            ]
        );
        assert_eq!(left(Lang::En, 1), "1 working day left");
    }
}
