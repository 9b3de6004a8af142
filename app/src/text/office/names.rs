//! What roles, rights and days are called.

use domain::{Action, Lang, Role, day};

use super::of;

/// A role.
pub(crate) fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Reception => of(lang, "Cán bộ tiếp nhận", "Reception officer"),
        Role::Handler => of(lang, "Cán bộ xử lý", "Handler"),
        Role::Head => of(lang, "Lãnh đạo đơn vị", "Head of unit"),
        Role::Office => of(lang, "Văn phòng Sở", "Department office"),
        Role::Inspector => of(lang, "Thanh tra", "Inspector"),
        Role::Leadership => of(lang, "Lãnh đạo Sở", "Leadership"),
        Role::Administrator => of(lang, "Quản trị viên", "Administrator"),
        Role::Viewer => of(lang, "Người xem bên ngoài", "Outside viewer"),
    }
}

/// A right.
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::OwnAccount => of(lang, "tài khoản của mình", "one's own account"),
        Action::ReadFigures => of(lang, "đọc số liệu", "read figures"),
        Action::ReadComments => of(lang, "đọc ý kiến", "read comments"),
        Action::ReadBooks => of(lang, "đọc danh mục", "read the books"),
        Action::ChangeUnits => of(lang, "sửa đơn vị", "change units"),
        Action::ChangeProcedures => of(lang, "sửa thủ tục", "change procedures"),
        Action::ChangeCampaigns => of(lang, "sửa đợt khảo sát", "change campaigns"),
        Action::ChangeCalendar => of(lang, "sửa lịch làm việc", "change the calendar"),
        Action::ChangeTargets => of(lang, "sửa mục tiêu", "change targets"),
        Action::ChangeSettings => of(lang, "sửa cài đặt", "change settings"),
        Action::ReadAccounts => of(lang, "xem người dùng", "read accounts"),
        Action::ChangeAccounts => of(lang, "sửa người dùng", "change accounts"),
        Action::ChangeKeys => of(lang, "quản lý khóa truy cập", "manage access keys"),
        Action::ReadRecord => of(lang, "đọc nhật ký", "read the record"),
        Action::ChangeInvitees => of(lang, "sửa người được mời", "change invited people"),
        Action::ReadContacts => of(lang, "đọc cách liên hệ", "read contacts"),
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
