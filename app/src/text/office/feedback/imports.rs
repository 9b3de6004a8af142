//! The words of taking a register from a file.

words! {
    /// The words of the page.
    pub(crate) imports: ImportWords {
        heading: "Nhập sổ ý kiến từ tệp", "Take a register from a file";
        lead: "Mỗi dòng là một ý kiến của kênh khác. Tệp được kiểm tra hết rồi mới ghi: hoặc nhận đủ, hoặc không ghi gì. Mỗi số của một kênh chỉ vào sổ một lần.",
            "Each line is one case of another channel. All of it is checked first: it is taken whole or not at all. Each number of a channel is registered once.";
        columns: "Cột bắt buộc: kênh, số, ngày nhận, loại, nội dung. Nếu có: hạn, đơn vị, thủ tục, họ tên cùng liên hệ, ngày trả lời cùng trả lời. Kênh: cổng, 1022, tại quầy, thư, e-mail, Zalo, khác. Loại: quy định, thái độ, phục vụ, kiến nghị, khen.",
            "Needed columns: channel, outside_number, received, kind, text. Where there are any: due, unit, procedure, sender with contact, finished with answer. Channels: portal, hotline, in_person, letter, email, zalo, other. Kinds: regulation, conduct, service, proposal, praise.";
        file: "Tệp", "File";
        hint: "Tệp CSV (UTF-8) hoặc XLSX, tối đa 10 MB và 20.000 dòng. Vài nghìn dòng có thể mất nửa phút.",
            "A CSV (UTF-8) or XLSX file of at most 10 MB and 20,000 lines. Some thousands may take half a minute.";
        check: "Kiểm tra trước", "Check first";
        take: "Nhập vào sổ", "Take it";
        done fn(&str) -> String: |rows| ["Đã vào sổ ", rows, " ý kiến."].concat(), |rows| ["Cases registered: ", rows, "."].concat();
        dry_run fn(&str) -> String: |rows| ["Tệp không có lỗi: ", rows, " ý kiến. Chưa ghi gì."].concat(),
            |rows| ["Nothing is wrong: ", rows, " cases. Nothing was kept yet."].concat();
    }
}
