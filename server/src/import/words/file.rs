//! What only a file is refused for, in Vietnamese.

use domain::fault::{FileReason, Loss};

/// Why a file or a line of it is refused, and what to do.
pub fn of_file(reason: FileReason, detail: &str) -> String {
    match reason {
        FileReason::TooBig(bytes) => {
            format!("lớn hơn {} MB; hãy chia thành nhiều tệp nhỏ hơn", bytes / 1024 / 1024)
        }
        FileReason::TooManyLines(most) => {
            format!("nhiều hơn {most} dòng; hãy chia thành nhiều tệp nhỏ hơn")
        }
        FileReason::TooManyColumns(most) => {
            format!("nhiều hơn {most} cột; hãy xóa các cột thừa ở bên phải")
        }
        FileReason::UnknownColumn => {
            format!("không có cột này; các cột dùng được: {detail}. Hãy đổi tên hoặc xóa cột")
        }
        FileReason::HiddenSheet => {
            format!(
                "trang tính có các cột cần nhập ({detail}) đang bị ẩn; hãy bỏ ẩn trang đó (Unhide), \
                 hoặc chép bảng cần nhập sang tệp mới"
            )
        }
        FileReason::LeavesProcedure => {
            format!(
                "thủ tục {detail} do đơn vị này chủ trì vẫn còn hiệu lực ngoài thời gian của đơn vị; \
                 hãy chuyển thủ tục đó cho đơn vị khác hoặc kết thúc thủ tục trước"
            )
        }
        FileReason::LeavesCampaign => {
            format!(
                "đợt khảo sát {detail} về đơn vị này vẫn mở ngoài thời gian của đơn vị; \
                 hãy đổi đơn vị hoặc kết thúc đợt đó trước"
            )
        }
        FileReason::KnownCase => {
            format!("số này đã vào sổ là việc số {detail}; hãy xóa dòng, hoặc sửa số nếu ghi nhầm")
        }
        other => fixed(other).to_owned(),
    }
}

/// The sentences that need neither figures nor names.
fn fixed(reason: FileReason) -> &'static str {
    match reason {
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
        FileReason::KnownFile => {
            "mọi dòng đều đã vào sổ: tệp này đã được nhập trước đây, không có gì để nhập thêm"
        }
        FileReason::BeforeReceived => {
            "sớm hơn ngày tiếp nhận ở cột received; hãy sửa một trong hai"
        }
        FileReason::DayAhead => "là ngày chưa tới; hãy sửa ngày",
        FileReason::OutOfReach => "đơn vị này ngoài phạm vi của bạn; hãy xóa dòng",
        FileReason::TooBig(_)
        | FileReason::TooManyLines(_)
        | FileReason::TooManyColumns(_)
        | FileReason::UnknownColumn
        | FileReason::HiddenSheet
        | FileReason::LeavesProcedure
        | FileReason::LeavesCampaign
        | FileReason::KnownCase => "không dùng được",
    }
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
        Loss::Entity => {
            "có chữ bị viết thành mã HTML như &#242; thay cho ò, thường do chép từ trang web; \
             hãy lấy lại tệp gốc, hoặc mở bằng trình duyệt rồi chép chữ đã hiện đúng"
        }
        Loss::Utf7 => {
            "có chữ bị viết theo bảng mã cũ UTF-7 như +API- thay cho ò; \
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
