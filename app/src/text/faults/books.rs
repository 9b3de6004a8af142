//! What to do about the faults of the office's books, in the reader's language.

use chrono::{Datelike, NaiveDate};
use domain::{Lang, Reason};

use super::super::count;

/// What to do about a fault of the books; nothing for the reasons of others.
pub(super) fn told(lang: Lang, reason: Reason) -> Option<String> {
    match lang {
        Lang::Vi => with_figures_vi(lang, reason).or(vietnamese(reason).map(str::to_owned)),
        Lang::En => with_figures_en(lang, reason).or(english(reason).map(str::to_owned)),
    }
}

fn with_figures_vi(lang: Lang, reason: Reason) -> Option<String> {
    let told = match reason {
        Reason::TooManyEntries(most) => {
            let most = count(lang, most as u64);
            format!("Có hơn {most} mục: xin chia thành nhiều lần.")
        }
        Reason::Overlap(day) => {
            let day = written(day);
            format!(
                "Trùng thời gian với phiên bản có hiệu lực từ {day}: xin chọn ngày khác hoặc sửa \
                 phiên bản ấy."
            )
        }
        Reason::EndsBeforeBallots(day) => {
            let day = written(day);
            format!("Đã có phiếu đến ngày {day}: xin chọn ngày kết thúc không sớm hơn ngày ấy.")
        }
        _ => return None,
    };
    Some(told)
}

fn with_figures_en(lang: Lang, reason: Reason) -> Option<String> {
    let told = match reason {
        Reason::TooManyEntries(most) => {
            let most = count(lang, most as u64);
            format!("There are more than {most} entries: please enter them in several parts.")
        }
        Reason::Overlap(day) => {
            let day = written(day);
            format!(
                "These days meet those of the version that begins on {day}: please choose another \
                 day or change that version."
            )
        }
        Reason::EndsBeforeBallots(day) => {
            let day = written(day);
            format!("Ballots came in until {day}: please choose an end no earlier than that.")
        }
        _ => return None,
    };
    Some(told)
}

fn vietnamese(reason: Reason) -> Option<&'static str> {
    let told = match reason {
        Reason::LineBreak => "Ô này chỉ viết trên một dòng: xin bỏ dấu xuống dòng.",
        Reason::BadCode => {
            "Mã chỉ gồm chữ cái không dấu, chữ số và . - _, tối đa 40 ký tự: xin nhập lại."
        }
        Reason::BadProcedureCode => {
            "Mã thủ tục viết như 2.000004 hoặc 2.000004.000.00.00.H19: xin nhập lại."
        }
        Reason::BadCampaignCode => {
            "Mã đợt chỉ gồm chữ thường không dấu, chữ số và gạch nối, tối đa 40 ký tự."
        }
        Reason::Twice => "Mục này được ghi hai lần: xin chỉ giữ một.",
        Reason::NotThereThen => {
            "Đơn vị này không có hiệu lực trong suốt thời gian ấy: xin chọn đơn vị hoặc ngày khác."
        }
        Reason::LeavesBehind => {
            "Mục này vẫn thuộc đơn vị sau ngày kết thúc: xin giao cho đơn vị khác hoặc kết thúc trước."
        }
        Reason::Circle => "Chuỗi đơn vị cấp trên quay vòng về chính đơn vị này: xin chọn lại.",
        Reason::Frozen => {
            "Đã có phiếu gắn với phiên bản này nên chỉ sửa được ngày kết thúc: xin lập phiên bản mới."
        }
        Reason::InUse => {
            "Đợt này đã có phiếu nên không đổi được mục này: xin tạo đợt mới với mã khác."
        }
        Reason::TokenUsed => {
            "Lời mời này đã được trả lời. Cảm ơn anh/chị: mỗi đường dẫn mời chỉ nhận một phiếu."
        }
        Reason::BadPhone => "Không phải số di động Việt Nam: xin viết như 0912345678.",
        Reason::BadEmail => "Không phải địa chỉ thư điện tử: xin viết như ten@vidu.vn.",
        Reason::Full => "Đợt khảo sát đã nhận đủ số phiếu, không nhận thêm.",
        Reason::OtherYear => "Ngày này thuộc năm khác: xin sửa lại ngày.",
        Reason::NotWeekend => "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật: xin chọn lại.",
        _ => return None,
    };
    Some(told)
}

fn english(reason: Reason) -> Option<&'static str> {
    let told = match reason {
        Reason::LineBreak => "This belongs on one line: please take the line break out.",
        Reason::BadCode => {
            "A code has plain letters, digits and . - _ only, at most 40: please enter it again."
        }
        Reason::BadProcedureCode => {
            "A procedure's code reads like 2.000004 or 2.000004.000.00.00.H19."
        }
        Reason::BadCampaignCode => {
            "A survey's code has small plain letters, digits and dashes only, at most 40."
        }
        Reason::Twice => "This is entered twice: please keep one.",
        Reason::NotThereThen => {
            "This unit is not there all that time: please choose another unit or other days."
        }
        Reason::LeavesBehind => {
            "This still belongs to the unit after its end: please give it to another unit or end it."
        }
        Reason::Circle => "The units above lead back to this one: please choose again.",
        Reason::Frozen => {
            "Ballots belong to this version, so only its end can move: please add a new version."
        }
        Reason::InUse => {
            "Answers came in for this survey, so this stays: please create another survey."
        }
        Reason::TokenUsed => "This invitation was answered. Thank you: each link takes one ballot.",
        Reason::BadPhone => "This is no Vietnamese mobile number: write it like 0912345678.",
        Reason::BadEmail => "This is no e-mail address: write it like name@example.vn.",
        Reason::Full => "The survey has all the answers it needs and takes no more.",
        Reason::OtherYear => "This day is in another year: please correct it.",
        Reason::NotWeekend => "A make-up day is a Saturday or Sunday: please choose again.",
        _ => return None,
    };
    Some(told)
}

fn written(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
