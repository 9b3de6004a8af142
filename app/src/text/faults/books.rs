//! What to do about the faults of the office's books and of questions about figures, in the reader's
//! language.

use chrono::{Datelike, NaiveDate};
use domain::{Lang, Reason};

use super::super::count;

/// What to do about such a fault; nothing for the reasons of others.
pub(super) fn message(lang: Lang, reason: Reason) -> Option<String> {
    with_figures(lang, reason).or_else(|| without_figures(lang, reason).map(str::to_owned))
}

words! {
    /// The reasons that hold a figure or a day.
    fn with_figures(lang, reason: Reason) -> Option<String> {
        Reason::TooManyEntries(most) => format!("Có hơn {} mục: xin chia thành nhiều lần.", count(lang, most as u64)),
            format!("There are more than {} entries: please enter them in several parts.", count(lang, most as u64));
        Reason::Overlap(day) => format!("Trùng thời gian với phiên bản có hiệu lực từ {}: xin chọn ngày khác hoặc sửa phiên bản ấy.", format_day(day)),
            format!("These days meet those of the version that begins on {}: please choose another day or change that version.", format_day(day));
        Reason::EndsBeforeBallots(day) => format!("Đã có phiếu đến ngày {}: xin chọn ngày kết thúc không sớm hơn ngày ấy.", format_day(day)),
            format!("Ballots came in until {}: please choose an end no earlier than that.", format_day(day));
    }
}

words! {
    /// The others.
    fn without_figures(lang, reason: Reason) -> Option<&'static str> {
        Reason::LineBreak => "Ô này chỉ viết trên một dòng: xin bỏ dấu xuống dòng.",
            "This belongs on one line: please take the line break out.";
        Reason::BadCode => "Mã chỉ gồm chữ cái không dấu, chữ số và . - _, tối đa 40 ký tự: xin nhập lại.",
            "A code has plain letters, digits and . - _ only, at most 40: please enter it again.";
        Reason::BadProcedureCode => "Mã thủ tục viết như 2.000004 hoặc 2.000004.000.00.00.H19: xin nhập lại.",
            "A procedure's code reads like 2.000004 or 2.000004.000.00.00.H19.";
        Reason::BadCampaignCode => "Mã đợt chỉ gồm chữ thường không dấu, chữ số và gạch nối, tối đa 40 ký tự.",
            "A survey's code has small plain letters, digits and dashes only, at most 40.";
        Reason::Twice => "Mục này được ghi hai lần: xin chỉ giữ một.",
            "This is entered twice: please keep one.";
        Reason::NotThereThen => "Đơn vị này không có hiệu lực trong suốt thời gian ấy: xin chọn đơn vị hoặc ngày khác.",
            "This unit is not there all that time: please choose another unit or other days.";
        Reason::LeavesBehind => "Mục này vẫn thuộc đơn vị sau ngày kết thúc: xin giao cho đơn vị khác hoặc kết thúc trước.",
            "This still belongs to the unit after its end: please give it to another unit or end it.";
        Reason::Circle => "Chuỗi đơn vị cấp trên quay vòng về chính đơn vị này: xin chọn lại.",
            "The units above lead back to this one: please choose again.";
        Reason::Frozen => "Đã có phiếu gắn với phiên bản này nên chỉ sửa được ngày kết thúc: xin lập phiên bản mới.",
            "Ballots belong to this version, so only its end can move: please add a new version.";
        Reason::InUse => "Đợt này đã có phiếu nên không đổi được mục này: xin tạo đợt mới với mã khác.",
            "Answers came in for this survey, so this stays: please create another survey.";
        Reason::TokenUsed => "Lời mời này đã được trả lời. Cảm ơn anh/chị: mỗi đường dẫn mời chỉ nhận một phiếu.",
            "This invitation was answered. Thank you: each link takes one ballot.";
        Reason::BadPhone => "Không phải số di động Việt Nam: xin viết như 0912345678.",
            "This is no Vietnamese mobile number: write it like 0912345678.";
        Reason::BadHotline => "Không phải số điện thoại: xin chỉ ghi chữ số, như 1022 hoặc 1900 1234.",
            "This is no telephone number: please write digits only, like 1022 or 1900 1234.";
        Reason::BadWebAddress => "Không phải địa chỉ gọi được: xin viết đầy đủ từ https://, không có tên và mật khẩu, không trỏ vào mạng nội bộ.",
            "This is no address that may be called: please write it in full, beginning with https://, without name and password, not within our own network.";
        Reason::BadEmail => "Không phải địa chỉ thư điện tử: xin viết như ten@vidu.vn.",
            "This is no e-mail address: write it like name@example.vn.";
        Reason::OtherWay => "Đợt khảo sát này không nhận phiếu từ đường dẫn chung: xin quét mã QR tại quầy, hoặc mở đường dẫn riêng trong lời mời.",
            "This survey takes no answers from a general link: please scan the QR code at the counter, or open the link of your own in the invitation.";
        Reason::OtherUnit => "Đơn vị này không giải quyết thủ tục đã nêu: xin bỏ bớt một trong hai.",
            "This unit has nothing to do with the procedure that is named: please leave out one of the two.";
        Reason::Full => "Đợt khảo sát đã nhận đủ số phiếu, không nhận thêm.",
            "The survey has all the answers it needs and takes no more.";
        Reason::OtherYear => "Ngày này thuộc năm khác: xin sửa lại ngày.",
            "This day is in another year: please correct it.";
        Reason::EndsBeforeItBegins => "Lúc kết thúc sớm hơn lúc bắt đầu: xin chọn lại.",
            "The end comes before the beginning: please choose again.";
        Reason::UnknownInstrument => "Không có bộ phiếu này: xin chọn bộ phiếu khác.",
            "There is no such question set: please choose another.";
        Reason::UnknownMethod => "Không có cách tính này: xin chọn T2B hoặc MEAN5.",
            "There is no such method: please choose T2B or MEAN5.";
        Reason::NotWeekend => "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật: xin chọn lại.",
            "A make-up day is a Saturday or Sunday: please choose again.";
    }
}

fn format_day(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
