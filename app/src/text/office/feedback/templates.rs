//! The words of reply templates.

words! {
    /// The words of their pages.
    pub(crate) templates: TemplateWords {
        heading: "Mẫu trả lời", "Reply templates";
        lead: "Chọn mẫu khi soạn trả lời. Máy chủ điền sẵn các chỗ trống theo từng việc; không chỗ nào nói về một người.",
            "They are offered where an answer is written. The server fills their places for each case; none is about a person.";
        empty: "Thêm mẫu cho những câu trả lời hay lặp lại.", "Add one for answers that come again and again.";
        add: "Thêm mẫu", "Add a template";
        one: "Mẫu trả lời", "A template";
        title: "Dùng khi", "For";
        text: "Nội dung", "Text";
        text_hint: "Chỗ trống: {ma} mã tra cứu, {so} số ở kênh gửi, {thu_tuc} thủ tục, {don_vi} đơn vị, {han} hạn, {ngay_gui} ngày gửi, {ngay_tiep_nhan} ngày tiếp nhận.",
            "Places: {ma} code, {so} number of its channel, {thu_tuc} procedure, {don_vi} unit, {han} due day, {ngay_gui} day it was sent, {ngay_tiep_nhan} day it was received.";
        unit_hint: "Bỏ trống là mẫu chung của Sở.", "Leave it empty for the whole department.";
        department: "Toàn Sở", "The department";
        remove: "Xóa mẫu này", "Take this template away";
        remove_send: "Xóa", "Take it away";
        removed: "Đã xóa.", "Taken away.";
    }
}
