//! The words of the second person: what waits for one, what was decided, and what the owner is told.

use domain::people::standing::{Matter, Outcome};

words! {
    /// The words of what waits for a second person.
    pub(crate) confirmations: ConfirmationWords {
        heading: "Chờ xác nhận", "To be confirmed";
        lead: "Quản trị viên không tự mình làm được những việc này. Trước khi xác nhận, xin hỏi chính chủ tài khoản.",
            "Administrators cannot do these things alone. Before you confirm one, please ask the owner of the account.";
        empty: "Không có việc nào chờ bạn xác nhận.", "Nothing waits for you.";
        account: "Tài khoản", "Account";
        asked_by: "Người yêu cầu", "Asked for by";
        asked: "Yêu cầu lúc", "Asked for at";
        confirm: "Xác nhận", "Confirm";
        confirmed: "Đã xác nhận.", "Confirmed.";
        refuse: "Từ chối", "Refuse";
        refused: "Đã từ chối.", "Refused.";
        waiting fn(&str) -> String: |n| [n, " việc chờ xác nhận"].concat(), |n| ["waiting: ", n].concat();
        state: "Chờ người thứ hai xác nhận", "Waits for a second person";
        who: "Thanh tra, lãnh đạo Sở hoặc người đứng đầu Sở xác nhận thì mới có hiệu lực; chủ tài khoản được báo.",
            "It takes effect once an inspector, a leader or the head of the house confirms it; the owner of the account is told.";
        nobody: "Hiện không có ai khác xác nhận được đường dẫn mới hay vai trò thanh tra, lãnh đạo cho tài khoản này. Người quản máy chủ dùng lệnh hailong user invite (đường dẫn mới) hoặc hailong user add (tài khoản mới).",
            "There is nobody else who could confirm a new link or the role of an inspector or leader for this account. Whoever keeps the server can use hailong user invite (a new link) or hailong user add (a new account).";
        role_hint: "Vai trò thanh tra, lãnh đạo Sở, người đứng đầu Sở có hiệu lực khi người thứ hai xác nhận.",
            "Inspectors, leaders and the head of the house take effect once a second person confirms them.";
        notices: "Về tài khoản của bạn", "About your account";
        not_mine: "Nếu bạn không nhờ việc này, xin báo ngay cho thanh tra hoặc lãnh đạo.",
            "If you did not ask for this, please tell an inspector or a leader at once.";
        seen: "Tôi đã biết", "I have seen this";
    }
}

words! {
    /// What a second person confirms.
    pub(crate) fn matter(lang, matter: Matter) -> &'static str {
        Matter::Role => "Trao vai trò giám sát người khác", "A role that watches over others";
        Matter::Link => "Đường dẫn mới để đặt lại mật khẩu", "A new link to choose another password";
    }
}

words! {
    /// What comes of a refusal.
    pub(crate) fn refusal(lang, matter: Matter) -> &'static str {
        Matter::Role => "Tài khoản bị khóa.", "The account is disabled.";
        Matter::Link => "Đường dẫn không mở được gì nữa; mật khẩu đang dùng vẫn dùng được.",
            "The link opens nothing any more; the password in use goes on working.";
    }
}

words! {
    /// What became of it.
    pub(crate) fn outcome(lang, outcome: Outcome) -> &'static str {
        Outcome::Waiting => "đang chờ người thứ hai xác nhận", "waits for a second person";
        Outcome::Confirmed => "đã được xác nhận", "was confirmed";
        Outcome::Refused => "đã bị từ chối", "was refused";
        Outcome::Lapsed => "không còn hiệu lực", "does not stand any more";
    }
}
