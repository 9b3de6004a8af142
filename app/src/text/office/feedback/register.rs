//! The words of entering what came another way.

words! {
    /// The words of the entry form.
    pub(crate) register: RegisterWords {
        heading: "Vào sổ ý kiến đến đường khác", "Register feedback that came another way";
        lead: "Ghi đúng lời người gửi. Khiếu nại, tố cáo không vào sổ ở đây: xin hướng dẫn người gửi đến đúng nơi.",
            "Write down the sender's own words. Complaints and denunciations do not belong here: tell their sender where to go.";
        file: "Nhập cả sổ từ tệp", "Take a whole register from a file";
        kind: "Nội dung về", "About";
        source: "Đến qua", "It came by";
        number: "Số ở hệ thống ấy", "Its number there";
        number_hint: "Mỗi số của một nguồn chỉ vào sổ một lần. Bỏ trống nếu không có.",
            "Each number of a source is registered once. Leave it empty if there is none.";
        sent: "Ngày người dân gửi", "Day it was sent";
        sent_hint: "Hạn tính từ ngày này, không phải ngày vào sổ.", "The clock starts on this day, not today.";
        text: "Lời người gửi", "The sender's words";
        procedure: "Thủ tục", "Procedure";
        unit: "Đơn vị người gửi nêu", "Unit named by the sender";
        sender: "Người gửi", "Sender";
        formal: "Là phản ánh, kiến nghị chính thức: có tên và nơi nhận trả lời", "Formal: with a name, and where to answer";
        name: "Họ tên", "Name";
        phone: "Số di động", "Mobile number";
        address: "Địa chỉ nhận trả lời", "Address to answer to";
        publishable: "Người gửi đồng ý công khai sau khi che thông tin riêng", "The sender agrees to publication without personal details";
        about: "Nói về cán bộ (tên đăng nhập)", "About an official (account)";
        about_hint: "Người này sẽ không thấy việc. Bỏ trống nếu không nói về ai ở đây.",
            "That person never sees the case. Leave it empty if it is about nobody here.";
        add: "Vào sổ", "Register";
        added: "Đã vào sổ", "Registered";
        slip: "Xin đưa mã và mã PIN này cho người gửi để theo dõi tại /tra-cuu. Mã PIN chỉ hiện ở đây, một lần.",
            "Give the sender this code and PIN to follow it at /tra-cuu. The PIN is shown here, once.";
        code: "Mã", "Code";
        pin: "Mã PIN", "PIN";
        open: "Mở việc", "Open the case";
        inbox: "Về hộp việc", "Back to the inbox";
    }
}
