//! What the faults of a file say to the person who made it, in Vietnamese.

use domain::{Fault, Reason};

mod file;

use self::file::of_file;

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
