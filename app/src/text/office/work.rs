//! What there is to do on the first page.

words! {
    /// The words of what there is to do.
    pub(crate) work: WorkWords {
        heading: "Việc của bạn ở đây", "Your work here";
        nothing: "Vai trò của bạn chỉ xem số liệu và danh mục; không có việc nào phải làm ở đây.",
            "Your role looks at figures and books; there is nothing to be done here.";
        no_figures: "Vai trò của bạn không đọc số liệu và ý kiến của người dân; những việc dưới đây là của bạn.",
            "Your role reads neither figures nor comments; what is below is yours.";
        feedback: "Góp ý, phản ánh, kiến nghị", "Feedback";
        feedback_lead: "Tiếp nhận, xử lý, trả lời người dân đúng hạn.",
            "Take it in, work on it, answer in time.";
        no_cases: "Không có việc nào đang chờ.", "No case is waiting.";
        confirmations: "Chờ xác nhận", "To be confirmed";
        confirmations_lead: "Vai trò thanh tra, lãnh đạo và đường dẫn đặt lại mật khẩu cần người thứ hai.",
            "Inspectors, leaders and new links for others' accounts need a second person.";
        difficulties: "Khó khăn, vướng mắc", "Difficulties";
        difficulties_lead: "Điều đơn vị không tự giải quyết được, ai phụ trách và đến bao giờ.",
            "What a unit cannot mend alone, who answers for it and until when.";
        open_and_late fn(&str, &str) -> String: |open, late| [open, " đang xử lý, ", late, " quá hạn"].concat(),
            |open, late| ["open: ", open, ", overdue: ", late].concat();
        campaigns: "Đợt khảo sát", "Campaigns";
        campaigns_lead: "Mở, sửa, đóng đợt; in mã QR và áp phích; mời người trả lời.",
            "Open, change and close them; print codes and posters; invite people.";
        open_campaigns fn(&str, &str) -> String: |n, ballots| [n, " đợt đang mở, ", ballots, " phiếu"].concat(),
            |n, ballots| ["open: ", n, ", ballots: ", ballots].concat();
        comments: "Ý kiến", "Comments";
        comments_lead: "Lời người dân viết thêm vào phiếu.", "What people added to their ballots.";
        record: "Nhật ký", "Record";
        record_lead: "Ai đã làm gì, lúc nào, đổi gì.", "Who did what, when, and what changed.";
        accounts: "Người dùng", "Accounts";
        accounts_lead: "Mời, đổi vai trò, giúp người quên mật khẩu.",
            "Invite people, change roles, help who forgot a password.";
        waiting fn(&str, &str) -> String:
            |n, ended| [n, " người chờ nhận lời mời, ", ended, " tài khoản có đơn vị đã kết thúc"].concat(),
            |n, ended| ["invited: ", n, ", bound to a unit that has ended: ", ended].concat();
        units: "Đơn vị", "Units";
        units_lead: "Thêm, đổi tên, sáp nhập, chia, tách.", "Add, rename, merge and split them.";
        procedures: "Thủ tục và điểm tiếp nhận", "Procedures and service points";
        procedures_lead: "Thêm, sửa, cho hết hiệu lực.", "Add them, change them, end them.";
        targets: "Mục tiêu", "Targets";
        targets_lead: "Mức phải đạt trong năm và căn cứ.", "What shall be reached in a year, and where that is laid down.";
        settings: "Cài đặt", "Settings";
        settings_lead: "Tiêu đề văn bản, thời hạn lưu, xác thực hai bước.",
            "Letterhead, periods of keeping, second factors.";
    }
}
