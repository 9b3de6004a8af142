//! What to do about the faults of signing in, of accounts, and of exports, in the reader's language.

use domain::{Lang, Reason};

use super::super::count;

/// What to do about such a fault; nothing for the reasons of others.
pub(super) fn message(lang: Lang, reason: Reason) -> Option<String> {
    with_figures(lang, reason).or_else(|| without_figures(lang, reason).map(str::to_owned))
}

words! {
    /// The reasons that hold a figure.
    fn with_figures(lang, reason: Reason) -> Option<String> {
        Reason::TooManyRows(most) => format!("Có hơn {} dòng: xin chọn khoảng ngày ngắn hơn rồi thử lại.", count(lang, most as u64)),
            format!("There are more than {} rows: please choose fewer days and try again.", count(lang, most as u64));
        Reason::TooShort(least) => format!("Cần ít nhất {least} ký tự: xin nhập dài hơn."),
            format!("At least {least} characters are needed: please enter more.");
        Reason::OutOfRange(least, most) => format!("Cần một số từ {least} đến {most}: xin nhập lại."),
            format!("A number from {least} to {most} is needed: please enter it again.");
    }
}

words! {
    /// The others.
    fn without_figures(lang, reason: Reason) -> Option<&'static str> {
        Reason::NotPercent => "Cần một tỷ lệ từ 0 đến 100 %, nhiều nhất hai chữ số sau dấu phẩy, ví dụ 92,5.",
            "A share from 0 to 100% is needed, with two decimals at most, such as 92.5.";
        Reason::NotWhole => "Cần một số nguyên, chỉ gồm chữ số: xin nhập lại.",
            "A whole number is needed, of digits only: please enter it again.";
        Reason::TooCommon => "Mật khẩu này dễ đoán: xin chọn mật khẩu khác, chẳng hạn vài từ không liên quan nhau.",
            "This password is easy to guess: please choose another, such as a few unrelated words.";
        Reason::BadName => "Tên đăng nhập dài 3–40 ký tự, bắt đầu bằng chữ cái, chỉ gồm a–z, 0–9 và . - _.",
            "A sign-in name has 3 to 40 characters, a letter first, then a–z, 0–9 and . - _ only.";
        Reason::Taken => "Đã có người dùng tên hoặc mã này: xin chọn tên hoặc mã khác.",
            "Somebody else has this name or code: please choose another.";
        Reason::WrongSignIn => "Tên đăng nhập hoặc mật khẩu không đúng: xin nhập lại.",
            "The name or the password is not right: please enter them again.";
        Reason::WrongPassword => "Mật khẩu hiện tại không đúng: xin nhập lại.",
            "This is not your present password: please enter it again.";
        Reason::WrongCode => "Mã xác thực không đúng hoặc đã dùng: xin chờ mã mới trong ứng dụng rồi nhập lại.",
            "The code is wrong or was used before: please wait for a new one in the app.";
        Reason::NotLinked => "Chưa có tài khoản nào ở đây liên kết với người vừa đăng nhập: xin đăng nhập bằng mật khẩu rồi liên kết ở trang Tài khoản của tôi.",
            "No account here is linked to whoever signed in: please sign in with your password and link it under My account.";
        Reason::LinkedElsewhere => "Người vừa đăng nhập đã được liên kết với một tài khoản khác: xin gỡ liên kết ở tài khoản đó trước.",
            "Whoever signed in is linked to another account: please take the link away there first.";
        Reason::NotShown => "Lần đăng nhập này không được xác nhận: xin bắt đầu lại.",
            "This sign-in could not be confirmed: please begin again.";
        Reason::NotYoursToGive => "Bạn không thể trao quyền này vì nó vượt quá phạm vi của chính bạn: xin chọn lại.",
            "You cannot give this, because it goes further than you may yourself: please choose again.";
        Reason::NotToOneself => "Bạn không thể tự thay đổi điều này cho chính mình: xin nhờ quản trị viên khác.",
            "You cannot change this for yourself: please ask another administrator.";
        Reason::AlreadySet => "Đã thiết lập rồi: xin gỡ bỏ trước khi thiết lập lại.",
            "This is set up already: please take it away first.";
        Reason::ConsentNeeded => "Muốn Sở trả lời thì cần đồng ý cho dùng tên và nơi nhận: xin đánh dấu đồng ý, hoặc chọn chỉ góp ý.",
            "To answer you we need your agreement to use name and contact: please tick the box, or choose a hint without a name.";
        Reason::UnderAge => "Người chưa đủ 18 tuổi không ghi tên, nơi nhận và nội dung không được công bố: xin bỏ phần ấy rồi gửi lại.",
            "Of people under 18 we take no name or contact and publish nothing: please leave that out and send again.";
        Reason::Unreachable => "Cần một nơi nhận trả lời: xin ghi số di động, thư điện tử hoặc địa chỉ bưu chính.",
            "An answer needs somewhere to go: please give a mobile number, an e-mail address or a postal address.";
        Reason::LastAdministrator => "Đây là quản trị viên cuối cùng: xin cử một quản trị viên khác trước.",
            "This is the last administrator: please appoint another one first.";
    }
}
