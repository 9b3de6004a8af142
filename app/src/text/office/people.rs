//! The words of signing in, of one's own account, and of everybody's accounts.

words! {
    /// The words of signing in.
    pub(crate) sign_in: SignInWords {
        heading: "Đăng nhập", "Sign in";
        lead: "Dành cho cán bộ. Người dân không cần tài khoản để góp ý.",
            "For staff. Nobody needs an account to answer a survey.";
        name: "Tên đăng nhập", "Account name";
        password: "Mật khẩu", "Password";
        send: "Đăng nhập", "Sign in";
        code_heading: "Nhập mã xác thực", "Enter your code";
        code_lead: "Mở ứng dụng xác thực trên điện thoại để xem mã 6 chữ số. Không có điện thoại thì nhập một mã khôi phục.",
            "Your authenticator app shows a code of 6 digits. Without your phone, enter one of your recovery codes.";
        code: "Mã xác thực hoặc mã khôi phục", "Code or recovery code";
        code_send: "Tiếp tục", "Continue";
        again: "Đăng nhập bằng tài khoản khác", "Sign in with another account";
        begin_again: "Bước đăng nhập đã quá hạn. Xin nhập lại mật khẩu.",
            "This took too long. Please enter your password again.";
    }
}

words! {
    /// The words of signing in by way of a provider.
    pub(crate) openid: OpenIdWords {
        heading: "Đang đăng nhập", "Signing in";
        not_done: "Chưa đăng nhập xong ở hệ thống kia: xin bắt đầu lại, hoặc dùng mật khẩu.",
            "You did not finish signing in there: please begin again, or use your password.";
        again: "Về trang đăng nhập", "To the sign-in page";
        link: "Liên kết tài khoản", "Link my account";
        link_lead: "Liên kết một lần, về sau đăng nhập được bằng hệ thống đó mà không cần mật khẩu ở đây.",
            "Link it once, and from then on you can sign in that way without a password here.";
        linked_now: "Đã liên kết. Các phiên khác đã kết thúc.", "Linked. All other sessions have ended.";
        is_linked: "Đã liên kết: người bạn chọn ở hệ thống đó đăng nhập được vào tài khoản này.",
            "Linked: whoever you chose there can sign in to this account.";
        unlink: "Gỡ liên kết", "Take the link away";
        unlinked: "Đã gỡ liên kết.", "The link is gone.";
    }
}

words! {
    /// The words of taking up an invitation.
    pub(crate) invitation: ActivationWords {
        heading: "Chọn mật khẩu", "Choose a password";
        lead: "Lời mời dành cho", "This invitation is for";
        password: "Mật khẩu mới", "New password";
        hint: "Ít nhất 12 ký tự. Một câu dài dễ nhớ tốt hơn một từ có nhiều ký hiệu.",
            "At least 12 characters. A long sentence that you remember is better than a word full of signs.";
        again: "Nhập lại mật khẩu", "The password again";
        differ: "Hai lần nhập không giống nhau: xin nhập lại.",
            "The two are not the same: please type them again.";
        send: "Đặt mật khẩu", "Set the password";
        done: "Đã đặt mật khẩu. Xin đăng nhập.", "The password is set. Please sign in.";
    }
}

words! {
    /// The words of one's own account.
    pub(crate) me: MeWords {
        name: "Tên đăng nhập", "Account name";
        role: "Vai trò", "Role";
        unit: "Đơn vị", "Unit";
        no_unit: "Không thuộc đơn vị nào", "No unit";
        password: "Đổi mật khẩu", "Change the password";
        password_lead: "Các phiên làm việc khác sẽ kết thúc.", "All other sessions will end.";
        old: "Mật khẩu hiện tại", "Current password";
        changed: "Đã đổi mật khẩu. Các phiên khác đã kết thúc.",
            "The password is changed and all other sessions have ended.";
        factor: "Xác thực hai bước", "Second factor";
        factor_on: "Đang bật: khi đăng nhập cần thêm mã từ điện thoại.",
            "It is on: signing in also needs a code from your phone.";
        factor_off: "Đang tắt. Nên bật: kẻ biết mật khẩu vẫn không vào được.",
            "It is off. Turn it on: whoever learns your password still cannot get in.";
        set_up: "Thiết lập xác thực hai bước", "Set up a second factor";
        turn_off: "Tắt xác thực hai bước", "Turn the second factor off";
        turn_off_send: "Tắt", "Turn off";
        turned_off: "Đã tắt xác thực hai bước.", "The second factor is off.";
        begin: "Bắt đầu", "Begin";
        scan: "1. Quét mã QR bằng ứng dụng xác thực (Google Authenticator, Microsoft Authenticator, Aegis…)",
            "1. Scan the QR code with an authenticator app (Google Authenticator, Microsoft Authenticator, Aegis…)";
        picture: "Mã QR của khóa xác thực; khóa cũng được viết bằng chữ ở dưới.",
            "QR code of the secret, which is also written below.";
        by_hand: "Không quét được thì nhập khóa này vào ứng dụng:", "If you cannot scan it, type this into the app:";
        then: "2. Nhập mã 6 chữ số mà ứng dụng hiện ra", "2. Enter the 6 digits that the app shows";
        code: "Mã 6 chữ số", "Code of 6 digits";
        turn_on: "Bật xác thực hai bước", "Turn it on";
        recovery: "Mã khôi phục", "Recovery codes";
        new_codes: "Lấy mã khôi phục mới", "Get new recovery codes";
        new_codes_lead: "Các mã cũ sẽ không dùng được nữa, và các phiên làm việc khác sẽ kết thúc.",
            "The old ones will not open anything any more, and all other sessions will end.";
        recovery_lead: "Mỗi mã dùng được một lần, khi không có điện thoại. Các mã chỉ hiện một lần này: xin in ra hoặc chép lại và cất nơi an toàn.",
            "Each opens once, when you are without your phone. They are shown only this once: please print or copy them and keep them safe.";
        kept: "Tôi đã cất các mã", "I have kept them";
        sessions: "Phiên làm việc", "Sessions";
        sessions_lead: "Nơi tài khoản này đang đăng nhập. Thấy phiên lạ thì kết thúc nó và đổi mật khẩu.",
            "Where this account is signed in. If you do not know one, end it and change your password.";
        begun: "Bắt đầu", "Begun";
        seen: "Dùng lần cuối", "Last used";
        this_one: "phiên này", "this session";
        end: "Kết thúc", "End";
        end_others: "Kết thúc mọi phiên khác", "End all other sessions";
        ended: "Đã kết thúc.", "Ended.";
    }
}

words! {
    /// The words of everybody's accounts.
    pub(crate) accounts: AccountsWords {
        heading: "Người dùng", "Accounts";
        one: "Người dùng", "Account";
        empty: "Mời đồng nghiệp đầu tiên.", "Invite the first colleague.";
        invite: "Mời người dùng", "Invite someone";
        name: "Tên đăng nhập", "Account name";
        name_hint: "Chữ thường không dấu, chữ số, dấu chấm, gạch nối; không đổi được về sau.",
            "Small letters, digits, dots and dashes; it cannot be changed later.";
        full_name: "Họ và tên", "Full name";
        role: "Vai trò", "Role";
        unit: "Đơn vị", "Unit";
        unit_hint: "Vai trò tới đâu là do đơn vị này và các đơn vị dưới nó.",
            "The role reaches as far as this unit and the units below it.";
        state: "Tình trạng", "State";
        factor: "Hai bước", "Second factor";
        created: "Ngày tạo", "Created";
        active: "Đang dùng", "Active";
        invited: "Chờ nhận lời mời", "Invited";
        disabled: "Đã khóa", "Disabled";
        waits: "Chờ người thứ hai xác nhận", "Waits for a second person";
        unit_ended: "Đơn vị đã kết thúc", "Unit has ended";
        send: "Tạo lời mời", "Create the invitation";
        link: "Đường dẫn lời mời", "Invitation link";
        link_lead: "Gửi đường dẫn này cho người được mời. Nó chỉ hiện một lần này, và ai có nó cũng đặt được mật khẩu.",
            "Send this link to the person. It is shown only this once, and whoever has it can set the password.";
        until: "Dùng được đến", "It can be used until";
        again: "Gửi lời mời mới (quên mật khẩu)", "New invitation (forgotten password)";
        again_send: "Tạo lời mời mới", "Create a new invitation";
        drop_factor: "Xóa xác thực hai bước (mất điện thoại)", "Remove the second factor (lost phone)";
        drop_factor_send: "Xóa xác thực hai bước", "Remove the second factor";
        end_sessions: "Kết thúc mọi phiên làm việc", "End all sessions";
        end_sessions_send: "Kết thúc mọi phiên", "End all sessions";
        disable: "Khóa tài khoản (không đăng nhập được nữa)", "Disable the account (no more signing in)";
        done: "Đã làm xong.", "Done.";
    }
}

words! {
    /// The words of keys for other programs.
    pub(crate) keys: KeysWords {
        heading: "Khóa truy cập", "Access keys";
        lead: "Khóa để chương trình khác gọi máy chủ này thay cho người.", "Keys with which other programs call this server.";
        empty: "Tạo khóa khi có chương trình cần đọc dữ liệu.", "Make one when a program needs to read from here.";
        add: "Tạo khóa", "Make a key";
        label: "Tên gọi", "Label";
        actions: "Được làm", "May do";
        channel: "Của kênh", "Of the channel";
        channel_hint: "Khóa chỉ gửi và đọc ý kiến của kênh này, không làm việc khác, không gắn đơn vị.",
            "Such a key sends and reads this channel's feedback, does nothing else and has no unit.";
        days: "Số ngày hiệu lực", "Days until it runs out";
        expires: "Hết hạn", "Runs out";
        used: "Dùng lần cuối", "Last used";
        never: "chưa dùng", "never";
        key: "Khóa mới", "The new key";
        key_lead: "Khóa chỉ hiện một lần này: xin chép vào chương trình cần dùng.",
            "It is shown only this once: please copy it to where it is needed.";
        one: "Khóa truy cập", "Access key";
        maker: "Người tạo", "Made by";
        created: "Ngày tạo", "Made";
        state: "Tình trạng", "State";
        opens: "Dùng được", "Open";
        over: "Hết hạn", "Run out";
        revoke_this: "Thu hồi khóa này", "Revoke this key";
        revoke_lead: "Chương trình đang dùng khóa bị từ chối ngay. Không khôi phục được.",
            "The program that uses it is refused at once. This cannot be undone.";
        revoke: "Thu hồi", "Revoke";
        revoked: "Đã thu hồi", "Revoked";
        was_revoked: "Đã thu hồi.", "Revoked.";
    }
}

words! {
    /// The button that leads to a provider.
    pub(crate) fn sign_in_by(lang, provider: &str) -> String {
        name => ["Đăng nhập bằng ", name].concat(), ["Sign in with ", name].concat();
    }
}

words! {
    /// What a button ends, for those who only hear it.
    pub(crate) fn end_session(lang, device: &str) -> String {
        name => ["Kết thúc phiên trên ", name].concat(), ["End the session on ", name].concat();
    }
}
