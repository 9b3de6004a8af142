//! What the faults of a file say to the person who made it, in Vietnamese.

use std::fmt::{Display, Formatter, Result};

use super::fault::{Invited, Reason};

impl Display for Reason {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::TooBig(bytes) => {
                write!(f, "lớn hơn {} MB; hãy chia thành nhiều tệp nhỏ hơn", bytes / 1024 / 1024)
            }
            Self::TooManyLines(most) => {
                write!(f, "nhiều hơn {most} dòng; hãy chia thành nhiều tệp nhỏ hơn")
            }
            Self::TooManyColumns(most) => {
                write!(f, "nhiều hơn {most} cột; hãy xóa các cột thừa ở bên phải")
            }
            Self::UnknownColumn(known) => {
                write!(f, "không có cột này; các cột dùng được: {known}. Hãy đổi tên hoặc xóa cột")
            }
            Self::TooLong(most) => write!(f, "dài hơn {most} ký tự; hãy rút ngắn"),
            Self::BadCode(form) => write!(f, "mã không đúng; {form}"),
            Self::BadNumber(least, most) => {
                write!(f, "phải là số nguyên từ {least} đến {most}, hoặc để trống")
            }
            Self::UnknownChoice(choices) => write!(f, "phải là một trong: {choices}"),
            Self::Duplicate(row) => {
                write!(f, "trùng với dòng {row}; hãy giữ lại một dòng")
            }
            Self::Overlap(from, row) => overlap(f, *from, *row),
            Self::UnknownUnit(code) => {
                write!(f, "không có đơn vị mã {code}; hãy sửa mã hoặc nhập đơn vị đó trước")
            }
            Self::Invited(reason) => reason.fmt(f),
            Self::UnitNotValidThen(code) => write!(
                f,
                "đơn vị {code} không có hiệu lực trong suốt thời gian của dòng này; \
                 hãy sửa valid_from, valid_to của một trong hai"
            ),
            Self::LeavesUnitBelow(code) => write!(
                f,
                "đơn vị cấp dưới {code} vẫn còn hiệu lực sau thời gian này; \
                 hãy kết thúc hoặc chuyển đơn vị đó trong cùng tệp"
            ),
            Self::UnknownInstrument(known) => {
                write!(f, "không có bộ phiếu này; các bộ phiếu hiện có: {known}")
            }
            Self::EndsBeforeBallots(day) => write!(
                f,
                "đã có phiếu gắn với phiên bản này đến ngày {day}; valid_to không được sớm hơn"
            ),
            other => f.write_str(fixed(other)),
        }
    }
}

fn overlap(f: &mut Formatter<'_>, from: chrono::NaiveDate, row: Option<usize>) -> Result {
    write!(f, "trùng thời gian hiệu lực với phiên bản có hiệu lực từ {from} ")?;
    match row {
        Some(row) => write!(f, "ở dòng {row}")?,
        None => write!(f, "đã có trong hệ thống")?,
    }
    f.write_str(
        "; hãy ghi valid_to cho phiên bản trước (thêm dòng của nó vào tệp nếu chưa có), \
         muộn nhất là ngày liền trước valid_from của phiên bản sau",
    )
}

impl Display for Invited {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::UnknownProcedure(code) => {
                return write!(f, "không có thủ tục mã {code} đang có hiệu lực; hãy sửa mã");
            }
            Self::UnknownServicePoint(code) => {
                return write!(f, "không có điểm tiếp nhận mã {code} đang dùng; hãy sửa mã");
            }
            Self::BadPhone => "không phải số di động Việt Nam; hãy viết như 0912345678",
            Self::BadEmail => "không phải địa chỉ thư điện tử; hãy viết như ten@vidu.vn",
            Self::NoWay => "cần số di động hoặc thư điện tử",
            Self::Known => "hồ sơ này đã có trong đợt khảo sát; hãy xóa dòng",
            Self::OutOfReach => "đơn vị này ngoài phạm vi của bạn; hãy xóa dòng",
        })
    }
}

/// The sentences that need no figures.
fn fixed(reason: &Reason) -> &'static str {
    match reason {
        Reason::TooBigUnpacked => "giải nén ra quá lớn; hãy chép riêng bảng cần nhập sang tệp mới",
        Reason::EmptyFile => "không có dòng nào; dòng đầu phải là tên các cột",
        Reason::NotUtf8 => "không dùng bảng mã UTF-8; hãy lưu lại dạng \"CSV UTF-8\" hoặc XLSX",
        Reason::OldWorkbook => "là dạng XLS cũ; hãy lưu lại dạng XLSX",
        Reason::BrokenWorkbook => "không đọc được như tệp XLSX; hãy mở và lưu lại dạng XLSX",
        Reason::OpenQuote => "có dấu ngoặc kép mở mà không đóng; hãy sửa từ dòng này",
        Reason::LineBreak => {
            "ô có dấu xuống dòng; hãy viết trên một dòng, và xóa dấu ngoặc kép thừa nếu có"
        }
        Reason::MissingColumn => "thiếu cột bắt buộc này; hãy thêm cột",
        Reason::RepeatedColumn => "cột này xuất hiện hai lần; hãy xóa một cột",
        Reason::StrayCell => {
            "có ô nằm ngoài các cột có tên; ô chứa dấu phân cách phải đặt trong \"…\""
        }
        Reason::BrokenCell => "công thức trong ô bị lỗi; hãy ghi thẳng giá trị",
        Reason::Missing => "không được để trống",
        Reason::BadDate => "không phải ngày hợp lệ; hãy viết năm-tháng-ngày, ví dụ 2025-07-01",
        Reason::EndsBeforeItBegins => {
            "kết thúc trước khi bắt đầu; hãy sửa valid_from hoặc valid_to"
        }
        Reason::Circle => "chuỗi đơn vị cấp trên quay vòng về chính đơn vị này",
        Reason::Frozen => {
            "đã có phiếu gắn với phiên bản này nên chỉ được ghi valid_to; \
             hãy ghi valid_to cho phiên bản này và thêm một dòng mới có valid_from là ngày thay đổi"
        }
        Reason::InUse => {
            "đợt này đã có phiếu nên không đổi được ô này; hãy tạo đợt mới với mã khác"
        }
        Reason::TooBig(_)
        | Reason::TooManyLines(_)
        | Reason::TooManyColumns(_)
        | Reason::UnknownColumn(_)
        | Reason::TooLong(_)
        | Reason::BadCode(_)
        | Reason::BadNumber(..)
        | Reason::UnknownChoice(_)
        | Reason::Duplicate(_)
        | Reason::Overlap(..)
        | Reason::UnknownUnit(_)
        | Reason::UnitNotValidThen(_)
        | Reason::LeavesUnitBelow(_)
        | Reason::UnknownInstrument(_)
        | Reason::EndsBeforeBallots(_)
        | Reason::Invited(_) => "không dùng được",
    }
}
