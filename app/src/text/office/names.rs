//! What roles, rights and days are called.

use domain::{Action, Lang, Role, day};

words! {
    /// A role.
    pub(crate) fn role(lang, role: Role) -> &'static str {
        Role::Reception => "Cán bộ tiếp nhận", "Reception officer";
        Role::Handler => "Cán bộ xử lý", "Handler";
        Role::Head => "Lãnh đạo đơn vị", "Head of unit";
        Role::Office => "Văn phòng Sở", "Department office";
        Role::Inspector => "Thanh tra", "Inspector";
        Role::Leadership => "Lãnh đạo Sở", "Leadership";
        Role::Administrator => "Quản trị viên", "Administrator";
        Role::Viewer => "Người xem bên ngoài", "Outside viewer";
    }
}

words! {
    /// A right.
    pub(crate) fn action(lang, action: Action) -> &'static str {
        Action::OwnAccount => "tài khoản của mình", "one's own account";
        Action::ReadFigures => "đọc số liệu", "read figures";
        Action::ReadComments => "đọc ý kiến", "read comments";
        Action::ReadBooks => "đọc danh mục", "read the books";
        Action::ChangeUnits => "sửa đơn vị", "change units";
        Action::ChangeProcedures => "sửa thủ tục", "change procedures";
        Action::ChangeCampaigns => "sửa đợt khảo sát", "change campaigns";
        Action::ChangeCalendar => "sửa lịch làm việc", "change the calendar";
        Action::ChangeTargets => "sửa mục tiêu", "change targets";
        Action::ChangeSettings => "sửa cài đặt", "change settings";
        Action::ReadAccounts => "xem người dùng", "read accounts";
        Action::ChangeAccounts => "sửa người dùng", "change accounts";
        Action::ChangeKeys => "quản lý khóa truy cập", "manage access keys";
        Action::ChangeNotices => "quản lý thông báo, chương trình được gọi", "manage notices and programs that are called";
        Action::ImportFeedback => "nhập sổ ý kiến từ tệp", "take registers of feedback from files";
        Action::PushFeedback => "gửi và đọc ý kiến của một kênh", "send and read one channel's feedback";
        Action::ChangeTemplates => "sửa mẫu trả lời", "change reply templates";
        Action::ReadRecord => "đọc nhật ký", "read the record";
        Action::ChangeInvitees => "sửa người được mời", "change invited people";
        Action::ReadContacts => "đọc cách liên hệ", "read contacts";
        Action::ReadDifficulties => "xem khó khăn, vướng mắc", "read difficulties";
        Action::ConfirmAccounts => "xác nhận việc của quản trị viên", "confirm what administrators ask for";
        Action::ChangeDifficulties => "sửa khó khăn, vướng mắc", "change difficulties";
        Action::ReadFeedback => "xem góp ý, phản ánh, kiến nghị", "read feedback";
        Action::RegisterFeedback => "vào sổ ý kiến đến bằng đường khác", "register feedback that came another way";
        Action::DirectFeedback => "tiếp nhận, từ chối, giao việc", "take in, refuse and assign cases";
        Action::WorkOnFeedback => "xử lý ý kiến", "work on cases";
        Action::ApproveFeedback => "duyệt trả lời, quyết định việc chuyển lên", "approve answers, decide what was taken up";
        Action::PublishFeedback => "công khai trả lời", "publish answers";
    }
}

/// Yes or no.
pub(crate) fn yes_or_no(lang: Lang, is: bool) -> &'static str {
    match (lang, is) {
        (Lang::Vi, true) => "có",
        (Lang::Vi, false) => "không",
        (Lang::En, true) => "yes",
        (Lang::En, false) => "no",
    }
}

/// A day such as `2026-03-31` as people write it; what is no day stays as it is.
pub(crate) fn day(lang: Lang, text: &str) -> String {
    match (lang, text.split('-').collect::<Vec<_>>().as_slice()) {
        (Lang::Vi, [year, month, day]) => [day, "/", month, "/", year].concat(),
        _ => text.to_owned(),
    }
}

/// A moment in milliseconds UTC, told at +07:00 to the minute.
pub(crate) fn moment(lang: Lang, milliseconds: i64) -> String {
    let Some(moment) = chrono::DateTime::from_timestamp_millis(milliseconds) else {
        return String::new();
    };
    let minutes = (milliseconds + 7 * 3_600_000).div_euclid(60_000).rem_euclid(24 * 60);
    let two = |number: i64| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let date = self::day(lang, &day::local_day(moment).to_string());
    [&date, " ", &two(minutes / 60), ":", &two(minutes % 60)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_told_on_the_clock_of_viet_nam() {
        assert_eq!(moment(Lang::Vi, 1_774_976_399_000), "31/03/2026 23:59");
        assert_eq!(moment(Lang::En, 1_774_976_400_000), "2026-04-01 00:00");
    }
}
