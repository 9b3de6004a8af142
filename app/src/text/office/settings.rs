//! The words of the settings.

words! {
    /// The words of the settings.
    pub(crate) settings: SettingsWords {
        heading: "Cài đặt", "Settings";
        letterhead_above: "Cơ quan chủ quản (dòng trên bên trái văn bản)", "Body above (top left of documents)";
        letterhead: "Tên cơ quan (dòng dưới)", "The body itself, below that";
        place: "Địa danh ghi trên văn bản", "Where documents are dated";
        hotline: "Số điện thoại hỏi đáp, nhận phản ánh", "Telephone number for questions and complaints";
        hotline_hint: "Hiện ở chân mọi trang dành cho người dân. Để trống nếu không có.",
            "Shown at the foot of every page for citizens. Leave it empty if there is none.";
        second_factor: "Vai trò bắt buộc xác thực hai bước", "Roles that must have a second factor";
        idle: "Phiên kết thúc sau số phút không dùng", "A session ends after so many idle minutes";
        hours: "Phiên kết thúc sau số giờ, dù vẫn dùng", "A session ends after so many hours in any case";
        retention: "Thời hạn lưu (số ngày)", "How long things are kept (days)";
        retention_hint: "Hết hạn thì công việc hằng ngày xóa. Phiếu không ghi tên, số liệu và nhật ký được lưu mãi.",
            "The daily job removes what is older. Answers without a name, figures and the record are kept for good.";
        keep_comments: "Ý kiến, kể từ ngày gửi", "Comments, from the day they were sent";
        keep_withdrawn: "Mã phiếu đã rút (phải lâu hơn mọi bản sao lưu)", "Ids of ballots taken back (longer than any backup)";
        keep_contacts: "Người được mời, kể từ khi đợt khảo sát kết thúc", "Invited people, from the end of their campaign";
        keep_senders: "Người gửi ý kiến, sau khi trả lời", "Senders of feedback, after the answer";
        keep_cases: "Lời và tệp của ý kiến, sau khi trả lời", "Words and files of feedback, after the answer";
        keep_sessions: "Phiên làm việc đã kết thúc", "Sessions that ended";
        keep_invitations: "Lời mời đã quá hạn", "Invitations that lapsed";
        keep_attempts: "Dấu vết đoán mật khẩu", "Traces of guessed passwords";
    }
}
