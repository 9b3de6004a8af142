//! What the faults of a file say to the person who made it, in Vietnamese.

use domain::{
    Fault, Reason,
    fault::{FileReason, Loss},
};

/// How a plain code is written.
const PLAIN_CODE: &str = "chỉ dùng chữ cái không dấu, chữ số, dấu chấm, gạch nối, gạch dưới; \
                          tối đa 40 ký tự";
/// How a procedure's code is written.
const PROCEDURE_CODE: &str =
    "hãy viết như 2.000004 hoặc 2.000004.000.00.00.H19, trong ô dạng Văn bản (Text)";
/// How a campaign's code is written.
const CAMPAIGN_CODE: &str = "chỉ dùng chữ thường không dấu, chữ số và gạch nối; tối đa 40 ký tự";

/// A fault with its line and column, as it is printed.
pub fn sentence(fault: &Fault) -> String {
    let place = match (fault.line(), fault.field()) {
        (0, "") => "Tệp".to_owned(),
        (0, column) => format!("Cột {column}"),
        (line, "") => format!("Dòng {line}"),
        (line, column) => format!("Dòng {line}, cột {column}"),
    };
    format!("{place}: {} [{}]", words(fault), code(fault))
}

/// The stable code programs go by. Files say a few of them differently than forms do.
pub fn code(fault: &Fault) -> &'static str {
    match fault.reason {
        Reason::Twice => "duplicate",
        Reason::NotThereThen => "unit_not_valid_then",
        Reason::LeavesBehind => "leaves_unit_below",
        Reason::OutOfRange(..) => "bad_number",
        Reason::BadProcedureCode | Reason::BadCampaignCode => "bad_code",
        other => other.code(),
    }
}

fn words(fault: &Fault) -> String {
    let detail = &fault.detail;
    match fault.reason {
        Reason::TooLong(most) => format!("dài hơn {most} ký tự; hãy rút ngắn"),
        Reason::BadCode => format!("mã không đúng; {PLAIN_CODE}"),
        Reason::BadProcedureCode => format!("mã không đúng; {PROCEDURE_CODE}"),
        Reason::BadCampaignCode => format!("mã không đúng; {CAMPAIGN_CODE}"),
        Reason::OutOfRange(least, most) => {
            format!("phải là số nguyên từ {least} đến {most}, hoặc để trống")
        }
        Reason::UnknownChoice => format!("phải là một trong: {detail}"),
        Reason::Twice => format!("trùng với dòng {detail}; hãy giữ lại một dòng"),
        Reason::Overlap(from) => overlap(from, detail),
        Reason::UnknownUnit => {
            format!("không có đơn vị mã {detail}; hãy sửa mã hoặc nhập đơn vị đó trước")
        }
        Reason::NotThereThen => format!(
            "đơn vị {detail} không có hiệu lực trong suốt thời gian của dòng này; \
             hãy sửa valid_from, valid_to của một trong hai"
        ),
        Reason::LeavesBehind => format!(
            "đơn vị cấp dưới {detail} vẫn còn hiệu lực sau thời gian này; \
             hãy kết thúc hoặc chuyển đơn vị đó trong cùng tệp"
        ),
        Reason::UnknownInstrument => {
            format!("không có bộ phiếu này; các bộ phiếu hiện có: {detail}")
        }
        Reason::UnknownProcedure => {
            format!("không có thủ tục mã {detail} đang có hiệu lực; hãy sửa mã")
        }
        Reason::UnknownServicePoint => {
            format!("không có điểm tiếp nhận mã {detail} đang dùng; hãy sửa mã")
        }
        Reason::EndsBeforeBallots(day) => {
            format!("đã có phiếu gắn với phiên bản này đến ngày {day}; valid_to không được sớm hơn")
        }
        Reason::File(reason) => of_file(reason, detail),
        other => fixed(other).to_owned(),
    }
}

fn overlap(from: chrono::NaiveDate, line: &str) -> String {
    let other = match line {
        "" => "đã có trong hệ thống".to_owned(),
        line => format!("ở dòng {line}"),
    };
    format!(
        "trùng thời gian hiệu lực với phiên bản có hiệu lực từ {from} {other}; \
         hãy ghi valid_to cho phiên bản trước (thêm dòng của nó vào tệp nếu chưa có), \
         muộn nhất là ngày liền trước valid_from của phiên bản sau"
    )
}

/// What only a file is refused for.
fn of_file(reason: FileReason, detail: &str) -> String {
    let fixed = match reason {
        FileReason::TooBig(bytes) => {
            return format!("lớn hơn {} MB; hãy chia thành nhiều tệp nhỏ hơn", bytes / 1024 / 1024);
        }
        FileReason::TooManyLines(most) => {
            return format!("nhiều hơn {most} dòng; hãy chia thành nhiều tệp nhỏ hơn");
        }
        FileReason::TooManyColumns(most) => {
            return format!("nhiều hơn {most} cột; hãy xóa các cột thừa ở bên phải");
        }
        FileReason::UnknownColumn => {
            return format!(
                "không có cột này; các cột dùng được: {detail}. Hãy đổi tên hoặc xóa cột"
            );
        }
        FileReason::HiddenSheet => {
            return format!(
                "trang tính có các cột cần nhập ({detail}) đang bị ẩn; hãy bỏ ẩn trang đó (Unhide), \
                 hoặc chép bảng cần nhập sang tệp mới"
            );
        }
        FileReason::LeavesProcedure => {
            return format!(
                "thủ tục {detail} do đơn vị này chủ trì vẫn còn hiệu lực ngoài thời gian của đơn vị; \
                 hãy chuyển thủ tục đó cho đơn vị khác hoặc kết thúc thủ tục trước"
            );
        }
        FileReason::LeavesCampaign => {
            return format!(
                "đợt khảo sát {detail} về đơn vị này vẫn mở ngoài thời gian của đơn vị; \
                 hãy đổi đơn vị hoặc kết thúc đợt đó trước"
            );
        }
        FileReason::LostLetters(loss) => lost(loss),
        FileReason::TooBigUnpacked => {
            "giải nén ra quá lớn; hãy chép riêng bảng cần nhập sang tệp mới"
        }
        FileReason::EmptyFile => "không có dòng nào; dòng đầu phải là tên các cột",
        FileReason::NotUtf8 => "không dùng bảng mã UTF-8; hãy lưu lại dạng \"CSV UTF-8\" hoặc XLSX",
        FileReason::OldWorkbook => "là dạng XLS cũ; hãy lưu lại dạng XLSX",
        FileReason::BrokenWorkbook => "không đọc được như tệp XLSX; hãy mở và lưu lại dạng XLSX",
        FileReason::LockedWorkbook => {
            "có mật khẩu; hãy mở bằng Excel, vào Tệp › Thông tin › Bảo vệ Sổ làm việc › Mã hóa bằng \
             Mật khẩu (Encrypt with Password), xóa mật khẩu rồi lưu lại"
        }
        FileReason::MergedCell => {
            "một ô gộp trải qua nhiều cột nên không rõ giá trị thuộc cột nào; \
             hãy bỏ gộp ô (Unmerge Cells) rồi ghi giá trị vào từng ô"
        }
        FileReason::UnclearDate => {
            "không rõ số nào là ngày, số nào là tháng; trong Excel hãy chọn cả cột, vào Dữ liệu › \
             Văn bản thành Cột (Data › Text to Columns), ở bước cuối chọn Ngày: DMY, rồi nhấn Ctrl+1, \
             chọn Tùy chỉnh (Custom), ghi yyyy-mm-dd, xem lại từng ngày và lưu"
        }
        FileReason::OpenQuote => "có dấu ngoặc kép mở mà không đóng; hãy sửa từ dòng này",
        FileReason::MissingColumn => "thiếu cột bắt buộc này; hãy thêm cột",
        FileReason::RepeatedColumn => "cột này xuất hiện hai lần; hãy xóa một cột",
        FileReason::StrayCell => {
            "có ô nằm ngoài các cột có tên; ô chứa dấu phân cách phải đặt trong \"…\""
        }
        FileReason::BrokenCell => "công thức trong ô bị lỗi; hãy ghi thẳng giá trị",
        FileReason::NoWay => "cần số di động hoặc thư điện tử",
        FileReason::Known => "hồ sơ này đã có trong đợt khảo sát; hãy xóa dòng",
        FileReason::OutOfReach => "đơn vị này ngoài phạm vi của bạn; hãy xóa dòng",
    };
    fixed.to_owned()
}

/// How letters were most likely lost, and how to have them back.
fn lost(loss: Loss) -> &'static str {
    match loss {
        Loss::Replaced => {
            "có chữ đã mất, chỉ còn dấu \u{fffd}, do tệp từng bị mở sai bảng mã; \
             hãy lấy lại tệp gốc và lưu dạng XLSX hoặc \"CSV UTF-8\""
        }
        Loss::Questioned => {
            "có dấu ? thay cho chữ đã mất, thường do lưu dạng \"CSV\" không phải UTF-8; \
             hãy lấy lại tệp gốc và lưu dạng XLSX hoặc \"CSV UTF-8\""
        }
        Loss::Misread => {
            "chữ UTF-8 đã bị đọc nhầm bằng bảng mã Latin-1 hoặc Windows; hãy mở lại tệp gốc bằng \
             Dữ liệu › Từ Văn bản/CSV (Data › From Text/CSV) với bảng mã 65001: UTF-8, \
             rồi lưu dạng XLSX"
        }
        Loss::Tcvn3 => {
            "chữ theo bảng mã cũ TCVN3 (ABC, phông .VnTime); \
             hãy chuyển sang Unicode, ví dụ bằng công cụ của UniKey, rồi lưu lại"
        }
        Loss::Vni => {
            "chữ theo bảng mã cũ VNI (phông VNI-Times); \
             hãy chuyển sang Unicode, ví dụ bằng công cụ của UniKey, rồi lưu lại"
        }
    }
}

/// The sentences that need no figures.
fn fixed(reason: Reason) -> &'static str {
    match reason {
        Reason::Missing => "không được để trống",
        Reason::LineBreak => {
            "ô có dấu xuống dòng; hãy viết trên một dòng, và xóa dấu ngoặc kép thừa nếu có"
        }
        Reason::BadDate => {
            "không phải ngày hợp lệ; hãy viết năm-tháng-ngày, ví dụ 2025-07-01 (trong Excel: chọn cả \
             cột, nhấn Ctrl+1, chọn Tùy chỉnh (Custom), ghi yyyy-mm-dd)"
        }
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
        Reason::BadPhone => "không phải số di động Việt Nam; hãy viết như 0912345678",
        Reason::BadEmail => "không phải địa chỉ thư điện tử; hãy viết như ten@vidu.vn",
        _ => "không dùng được",
    }
}
