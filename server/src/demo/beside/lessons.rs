//! Invented lessons, each of a few cases that were answered.

use domain::day;

use super::Ground;
use crate::{
    demo::accounts::account_of,
    error::Error,
    store::{Tx, feedback::lessons},
};

/// What was learned, by the unit whose cases taught it: the theme, the words, from how many cases.
const LESSONS: [(&str, &str, &str, usize); 6] = [
    ("QLTM", "Hướng dẫn hồ sơ", "Ghi ngay trên trang thủ tục những giấy tờ hay thiếu.", 7),
    ("QLTM", "Thời hạn", "Báo ngày hẹn mới trước khi quá hạn, đừng đợi người dân hỏi.", 4),
    ("QLNL", "Thời hạn", "Kiểm tra tại chỗ phải hẹn trong ba ngày làm việc đầu.", 5),
    ("VP", "Thái độ phục vụ", "Quầy có người thay vào giờ nghỉ trưa.", 3),
    ("QLCN", "Hướng dẫn hồ sơ", "Nói rõ việc nào thuộc cấp xã, việc nào thuộc Sở.", 3),
    ("KTATMT", "", "Trả lời kèm ảnh hiện trường thì ít bị hỏi lại.", 2),
];

/// Adds them, each on the day of the last case that taught it.
pub(super) async fn load(tx: &mut Tx, ground: &Ground) -> Result<(), Error> {
    for (turn, (code, theme, words, most)) in LESSONS.into_iter().enumerate() {
        let unit = ground.unit(code, ground.today);
        let Some(by) = ground.account(&account_of(code)) else { continue };
        let answered = ground.cases.iter().filter(|it| it.unit == unit);
        let answered = answered.filter_map(|it| Some((it.number, it.answered?)));
        let taught: Vec<_> = answered.skip(turn * 3).step_by(2).take(most).collect();
        let Some((_, first)) = taught.first() else { continue };
        let id = lessons::add(tx, (words, theme), (day::number(*first), by)).await?;
        for (number, on) in taught {
            lessons::tie(tx, (id, number), (day::number(on), by)).await?;
        }
    }
    Ok(())
}
