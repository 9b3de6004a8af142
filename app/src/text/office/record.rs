//! The words of the record and of the comments.

words! {
    /// The words of the record.
    pub(crate) record: RecordWords {
        heading: "Nhật ký", "Record";
        lead: "Mọi lần đăng nhập, đọc dữ liệu cá nhân, thay đổi và xuất dữ liệu. Mỗi dòng được nối với dòng trước: sửa hay xóa một dòng sẽ bị lệnh hailong verify phát hiện.",
            "Sign-ins, reads of personal data, changes and exports. Each entry is chained to the one before: hailong verify finds any that was changed or taken out.";
        when: "Thời điểm", "When";
        actor: "Ai", "Who";
        action: "Việc", "Action";
        object: "Đối tượng", "Object";
        before: "Trước", "Before";
        after: "Sau", "After";
        from: "Từ ngày", "From";
        to: "Đến ngày", "To";
        export: "Xuất những dòng khớp", "Export what matches";
        empty: "Chưa có việc nào được ghi.", "Nothing has been recorded.";
    }
}

words! {
    /// The words of the comments.
    pub(crate) comments: CommentsWords {
        heading: "Ý kiến", "Comments";
        lead: "Lời người dân viết thêm vào phiếu. Số điện thoại, giấy tờ, thư điện tử, biển số và mã hồ sơ được che, trừ khi phiếu thuộc đơn vị của bạn. Mỗi lần đọc đều được ghi vào nhật ký.",
            "What people added to their ballots. Phone numbers, papers, e-mail, plates and dossier numbers are masked unless your own unit handles the ballot. Each reading is on the record.";
        day: "Ngày", "Day";
        text: "Ý kiến", "Comment";
        procedure: "Thủ tục", "Procedure";
        campaign: "Đợt khảo sát", "Campaign";
        masked: "đã che", "masked";
        publishable: "Người gửi cho công bố", "Sender lets it be published";
        may: "có", "yes";
        may_not: "không", "no";
        empty: "Chưa có ý kiến nào trong phạm vi của bạn.", "No comments within your reach yet.";
    }
}
