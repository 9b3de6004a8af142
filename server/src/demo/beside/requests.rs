//! Invented requests: most answered in time, some late, some not at all, some still open.

use domain::feedback::request::Term;

use super::{Ground, morning};
use crate::{
    demo::accounts::account_of,
    error::Error,
    feedback::requests,
    store::{
        Tx,
        feedback::requests::{self as stored, New},
    },
};

/// What is asked of a unit: by whom, what, and what is answered.
type Matter = (&'static str, &'static str, &'static str, &'static str);

const MATTERS: [Matter; 6] = [
    ("QLTM", "QLNL", "Số liệu tiêu thụ điện của các chợ", "Đã gửi bảng số liệu kèm theo."),
    (
        "VP",
        "QLCN",
        "Danh sách cụm công nghiệp đã có nhà đầu tư",
        "Gửi danh sách đến hết tháng trước.",
    ),
    ("QLNL", "KTATMT", "Kết quả kiểm tra an toàn trạm biến áp", "Đã kiểm tra, có biên bản."),
    ("VP", "QLTM", "Góp ý dự thảo kế hoạch cải cách hành chính", "Thống nhất với dự thảo."),
    ("QLCN", "TTKC", "Tiến độ các đề án khuyến công", "Các đề án đúng tiến độ."),
    ("QLTM", "TTXTTM", "Danh sách doanh nghiệp dự hội chợ", "Có 24 doanh nghiệp đăng ký."),
];
/// Bodies that ask by letter, each with what they ask.
const BODIES: [(&str, &str, &str); 3] = [
    ("UBND xã Long Phước", "QLNL", "Ý kiến về tuyến đường dây 22 kV"),
    ("Sở Tài chính", "VP", "Số liệu phục vụ dự toán năm"),
    ("Trung tâm 1022", "QLTM", "Thông tin trả lời người dân về khuyến mại"),
];
/// Working days between two requests, over about a year.
const STEP: usize = 6;
const LONGEST: u32 = 250;

/// Adds them, the first first.
pub(super) async fn load(tx: &mut Tx, ground: &Ground) -> Result<(), Error> {
    for (turn, age) in (1..LONGEST).rev().step_by(STEP).enumerate() {
        one(tx, ground, turn, age).await?;
    }
    // Of the last days some of each sort.
    for (turn, age) in [12, 9, 7, 4, 3, 2, 1].into_iter().enumerate() {
        one(tx, ground, turn * 5, age).await?;
    }
    Ok(())
}

/// A request so many working days ago; what was not to come about yet did not.
async fn one(tx: &mut Tx, ground: &Ground, turn: usize, age: u32) -> Result<(), Error> {
    let on = ground.before(age);
    let days = [3, 5, 7][turn % 3];
    let Some((new, answer)) = new(ground, turn, on) else { return Ok(()) };
    let (to, books) = (new.to, &ground.books);
    let id = requests::ask(tx, books, new, Term::Days(days), morning(on)).await?;
    // In time, late, never: by turns.
    let after = match turn % 10 {
        3 | 8 => days + 4,
        5 => return Ok(()),
        _ => days.saturating_sub(1),
    };
    let replied = books.calendar.after(on, after);
    let Some(it) = stored::one(tx, id).await?.filter(|_| replied < ground.today) else {
        return Ok(());
    };
    let code = books.catalogue.newest(to).map(|version| account_of(&version.code));
    let Some(by) = code.and_then(|name| ground.account(&name)) else { return Ok(()) };
    requests::reply(tx, books, &it, (by, answer), morning(replied)).await?;
    Ok(())
}

fn new(ground: &Ground, turn: usize, on: chrono::NaiveDate) -> Option<(New, &'static str)> {
    let by = ground.account("demo.office")?;
    let empty = || New {
        feedback: None,
        from: None,
        body: (String::new(), String::new(), None),
        to: 0,
        account: None,
        by,
        subject: String::new(),
        text: String::new(),
        sent: 0,
        term: (None, None),
        reminded: 0,
    };
    if turn % 4 == 3 {
        let (body, to, subject) = BODIES[turn / 4 % BODIES.len()];
        let number = format!("{}/CV", 100 + turn);
        let letter = domain::day::number(on.pred_opt()?);
        return Some((
            New {
                body: (body.to_owned(), number, Some(letter)),
                to: ground.unit(to, on)?,
                subject: subject.to_owned(),
                text: format!("{subject}: đề nghị quý Sở cho ý kiến bằng văn bản."),
                ..empty()
            },
            "Đã có văn bản trả lời gửi quý cơ quan.",
        ));
    }
    let (from, to, subject, answer) = MATTERS[turn % MATTERS.len()];
    let (from, to) = (ground.unit(from, on)?, ground.unit(to, on)?);
    // Some belong to a case that the asking unit had on the way then.
    let is_of = |it: &&domain::feedback::figures::facts::Facts| {
        it.unit == Some(from) && it.sent <= on && it.handled().is_none_or(|day| day >= on)
    };
    let feedback = ground.cases.iter().rfind(is_of).map(|it| it.number);
    let text = format!("{subject}: đề nghị gửi bằng văn bản và tệp kèm theo.");
    let subject = subject.to_owned();
    Some((New { feedback, from: Some(from), to, subject, text, ..empty() }, answer))
}
