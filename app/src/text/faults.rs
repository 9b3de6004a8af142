//! What to do about each fault, in the reader's language.

mod attachments;
mod books;
mod feedback;
mod people;

use domain::{Fault, Lang, Reason, fault::SpokenFault};

use super::count;

/// What to do about a fault.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    let reason = fault.reason;
    // The citizen bundle finds none of these faults itself, and is better off without their words.
    let is_office = cfg!(any(feature = "ssr", feature = "csr"));
    let of_file = || match reason {
        Reason::Attachment(reason) => attachments::message(lang, reason),
        _ => None,
    };
    let office = || {
        let others = || books::message(lang, reason).or_else(|| feedback::message(lang, fault));
        people::message(lang, reason).or_else(others).or_else(of_file)
    };
    with_figures(lang, reason)
        .or_else(|| is_office.then(office).flatten())
        .unwrap_or_else(|| without_figures(lang, reason).to_owned())
}

/// A fault with its code and what to do about it.
pub fn spoken(lang: Lang, it: &Fault) -> SpokenFault {
    SpokenFault {
        field: it.field().to_owned(),
        code: it.reason.code().to_owned(),
        message: fault(lang, it),
    }
}

words! {
    /// The reasons of a ballot that hold a figure.
    fn with_figures(lang, reason: Reason) -> Option<String> {
        Reason::TooLong(most) => format!("Nội dung dài hơn {} ký tự: xin anh/chị viết ngắn lại.", count(lang, most as u64)),
            format!("This is longer than {} characters: please shorten it.", count(lang, most as u64));
        Reason::LevelOutOfRange(top) => format!("Mức trả lời phải từ 1 đến {top}: xin anh/chị chọn lại."),
            format!("The level must be from 1 to {top}: please choose again.");
        Reason::TooMany(most) => format!("Phiếu có hơn {most} câu trả lời: xin tải lại trang rồi trả lời lại."),
            format!("There are more than {most} answers: please reload the page and answer again.");
    }
}

words! {
    /// All other reasons of a ballot, and those that are like them.
    fn without_figures(lang, reason: Reason) -> &'static str {
        Reason::Missing => "Thiếu trường này: xin bổ sung rồi gửi lại.",
            "This field is missing: please add it and send again.";
        Reason::WrongType => "Giá trị không đúng kiểu: xin nhập lại.",
            "This is not the right kind of value: please enter it again.";
        Reason::UnknownField => "Trường này không dùng ở đây: xin bỏ đi rồi gửi lại.",
            "This field is not used here: please leave it out and send again.";
        Reason::BadId => "Mã phiếu không hợp lệ: xin tải lại trang rồi gửi lại.",
            "The id is not valid: please reload the page and send again.";
        Reason::BadDate => "Ngày viết theo dạng năm-tháng-ngày (2026-03-31), tháng theo dạng năm-tháng (2026-03).",
            "Write a day as 2026-03-31 and a month as 2026-03.";
        Reason::UnknownChoice => "Lựa chọn này không có trong danh sách: xin chọn lại.",
            "This is not on the list: please choose again.";
        Reason::UnknownCampaign => "Không có đợt khảo sát này: xin kiểm tra lại đường dẫn hoặc quét lại mã QR.",
            "There is no such survey: please check the address or scan the QR code again.";
        Reason::NotOpenYet => "Đợt khảo sát chưa bắt đầu: xin anh/chị quay lại sau.",
            "The survey has not begun: please come back later.";
        Reason::Closed => "Đợt khảo sát đã kết thúc, không nhận thêm phiếu.",
            "The survey is over and takes no more answers.";
        Reason::OtherVersion => "Bộ câu hỏi vừa được thay bằng phiên bản khác: xin tải lại trang rồi trả lời lại.",
            "The questions have changed: please reload the page and answer again.";
        Reason::UnknownItem => "Phiếu không có câu hỏi này: xin tải lại trang.",
            "There is no such question: please reload the page.";
        Reason::Repeated => "Câu này được trả lời hai lần: xin chỉ giữ một câu trả lời.",
            "This question is answered twice: please keep one answer.";
        Reason::NotAsked => "Câu này không dành cho hình thức nộp hồ sơ của anh/chị: xin bỏ trống.",
            "This question is not meant for the way you filed your dossier: please leave it blank.";
        Reason::Empty => "Phiếu còn trống: xin trả lời ít nhất một câu hoặc ghi ý kiến.",
            "Nothing is filled in: please answer at least one question or write a comment.";
        Reason::UnknownServicePoint => "Không có điểm tiếp nhận này: xin quét lại mã QR tại quầy.",
            "There is no such service point: please scan the QR code at the counter again.";
        Reason::UnknownUnit => "Không có đơn vị này: xin kiểm tra lại mã.",
            "There is no such unit: please check the code.";
        Reason::UnknownProcedure => "Không có thủ tục này: xin kiểm tra lại mã.",
            "There is no such procedure: please check the code.";
        Reason::NotValidThen => "Mã này không có hiệu lực trong ngày hôm nay: xin dùng mã đang có hiệu lực.",
            "This code is not valid today: please use one that is.";
        Reason::UnknownToken => "Không có lời mời này: xin mở lại đường dẫn đã nhận được.",
            "There is no such invitation: please open the link you received again.";
        _ => "Giá trị nằm ngoài giới hạn: xin nhập lại.",
            "This is out of range: please enter it again.";
    }
}

#[cfg(test)]
mod tests;
