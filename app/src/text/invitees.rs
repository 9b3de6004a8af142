//! The heads of the list of invited people, as it is taken away.

use domain::Lang;

/// What stands over each column.
pub struct InviteeWords {
    /// The columns in their order.
    pub head: [&'static str; 9],
    /// Whether somebody answered: yes, no.
    pub answered: [&'static str; 2],
}

static VI: InviteeWords = InviteeWords {
    head: [
        "Họ tên",
        "Điện thoại",
        "Thư điện tử",
        "Mã hồ sơ",
        "Đơn vị",
        "Thủ tục",
        "Điểm tiếp nhận",
        "Đường dẫn",
        "Đã trả lời",
    ],
    answered: ["có", "chưa"],
};

static EN: InviteeWords = InviteeWords {
    head: [
        "Name",
        "Phone",
        "E-mail",
        "Dossier",
        "Unit",
        "Procedure",
        "Service point",
        "Link",
        "Answered",
    ],
    answered: ["yes", "no"],
};

/// The heads in one language.
pub fn invitees(lang: Lang) -> &'static InviteeWords {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}
