//! The words of the surveys: campaigns, invited people, comments.

use domain::{Lang, Sampling, books::campaign::Standing};

use crate::text::{count, figures};

words! {
    /// The words of campaigns.
    pub(crate) campaigns: CampaignWords {
        heading: "Đợt khảo sát", "Campaigns";
        add: "Tạo đợt khảo sát", "Add a campaign";
        code_hint: "Nằm trong địa chỉ /s/…: chữ thường không dấu, chữ số, gạch nối.",
            "It stands in the address /s/…: small letters, digits and dashes.";
        everywhere: "Toàn Sở", "The whole department";
        title_vi: "Tiêu đề tiếng Việt", "Title in Vietnamese";
        title_en: "Tiêu đề tiếng Anh", "Title in English";
        instrument: "Bộ phiếu", "Question set";
        sampling: "Cách lấy phiếu", "Sampling";
        sampling_hint: "Kiểu chính của đợt. Mỗi phiếu được ghi theo đường nó gửi về, không theo mục này.",
            "What most of it is meant to be. Each ballot counts by the way it came, not by this.";
        takes: "Nhận phiếu từ", "Takes ballots from";
        takes_all: "Mọi đường", "Every way";
        takes_hint: "Không chọn mục nào là nhận từ mọi đường. Đợt không nhận đường dẫn mở thì không có ở trang chủ.",
            "With none ticked it takes every way. Without the open link it is not on the home page.";
        quota: "Số phiếu tối đa", "Most ballots";
        quota_hint: "Bỏ trống nếu không giới hạn.", "Leave empty for no limit.";
        ballots: "Số phiếu", "Ballots";
        standing: "Tình trạng", "Standing";
        closed: "Đã đóng sớm", "Closed early";
        fixed: "Đã có phiếu gửi về: bộ phiếu, đơn vị, hình thức và cách lấy phiếu không đổi được nữa.",
            "Ballots came in, so question set, unit, channel and sampling stay as they are.";
        hand_out: "Đường dẫn, mã QR và áp phích", "Link, QR code and poster";
        hand_out_lead: "Chọn điểm tiếp nhận, thủ tục và đơn vị; phiếu gửi qua mã này tự mang theo những điều đã chọn. Không chọn thủ tục thì người dân được hỏi.",
            "Choose service point, procedure and unit: ballots sent by this code carry them. Without a procedure people are asked for it.";
        hand_out_show: "Xem", "Show";
        nothing_handed_out: "Đợt đã kết thúc, không phát phiếu nữa.", "The campaign is over, so nothing is handed out.";
        point: "Điểm tiếp nhận", "Service point";
        procedure: "Thủ tục", "Procedure";
        procedure_hint: "Bỏ trống: mọi thủ tục, hỏi người dân.", "Left empty: any procedure, people are asked.";
        unit_hint: "Bỏ trống: theo thủ tục.", "Left empty: as the procedure says.";
        slips: "Tờ tám phiếu nhỏ để cắt", "Sheet of eight slips to cut";
        qr_png: "Mã QR (PNG)", "QR code (PNG)";
        set: "Cả bộ để in: mọi điểm tiếp nhận", "The whole set to print: every service point";
        set_at_point: "Cả bộ của điểm tiếp nhận này", "The set of this service point";
        form: "Mở phiếu", "Open the form";
        poster: "Áp phích có mã QR để in", "Poster with QR code, to print";
        qr: "Mã QR", "QR code";
        close: "Đóng đợt khảo sát ngay", "Close it now";
        close_lead: "Từ lúc đóng không nhận thêm phiếu. Phiếu đã nhận vẫn được tính.",
            "From then on no ballot is taken. Those that came in still count.";
        closing: "Đóng", "Close";
        was_closed: "Đã đóng.", "Closed.";
    }
}

words! {
    /// The words of the list, the upload and one person.
    pub(crate) invitees: InviteesWords {
        heading: "Người được mời", "Invited people";
        lead: "Mỗi người nhận một đường dẫn riêng và trả lời được một lần. Tên và cách liên hệ được mã hóa khi lưu; mỗi lần đọc đều được ghi vào nhật ký. Không có gì cho biết phiếu nào là của ai.",
            "Each person gets a link of their own and can answer once. Names and contacts are encrypted where they are kept; each reading is on the record. Nothing tells whose ballot is which.";
        upload: "Tải danh sách lên", "Upload a list";
        upload_hint: "Tệp CSV (UTF-8) hoặc XLSX, tối đa 2 MB và 20.000 dòng. Cột: họ tên, điện thoại, thư điện tử, mã hồ sơ, đơn vị, thủ tục, điểm tiếp nhận. Mỗi dòng cần số di động hoặc thư điện tử.",
            "A CSV (UTF-8) or XLSX file of at most 2 MB and 20,000 lines. Columns: name, phone, email, dossier, unit, procedure, service_point. Each line needs a mobile number or an e-mail address.";
        file: "Tệp", "File";
        check: "Kiểm tra trước", "Check first";
        take: "Tải lên", "Upload";
        list: "Danh sách", "The list";
        empty: "Xin tải danh sách lên ở trên.", "Please upload a list above.";
        name: "Họ tên", "Name";
        phone: "Điện thoại", "Phone";
        email: "Thư điện tử", "E-mail";
        dossier: "Mã hồ sơ", "Dossier";
        procedure: "Thủ tục", "Procedure";
        point: "Điểm tiếp nhận", "Service point";
        created: "Ngày tải lên", "Uploaded";
        answered: "Trả lời", "Answer";
        yes: "Đã trả lời", "Answered";
        no: "Chưa trả lời", "Not yet";
        any: "— tất cả —", "— all —";
        look_up_hint: "Tìm bằng đúng cả số điện thoại, thư điện tử hoặc mã hồ sơ.",
            "Search by a whole phone number, e-mail address or dossier number.";
        export: "Tải danh sách đường dẫn (CSV)", "Download the links (CSV)";
        correct: "Sửa theo yêu cầu của người dân", "Correct, as the person asks";
        masked: "Bạn không có quyền đọc cách liên hệ: muốn sửa thì nhập lại đủ các ô.",
            "You may not read contacts: to correct one, enter all fields anew.";
        erase: "Xóa theo yêu cầu của người dân", "Erase, as the person asks";
        erase_lead: "Tên và cách liên hệ bị xóa, đường dẫn không dùng được nữa. Phiếu đã gửi (nếu có) vẫn được tính vì không ghi ai gửi.",
            "Name and contact are erased and the link ends. A ballot that was sent still counts: it does not say by whom.";
        erasing: "Xóa người này", "Erase this person";
        erased: "Đã xóa.", "Erased.";
        done fn(&str) -> String: |rows| format!("Đã nhận {rows} người."), |rows| format!("People taken: {rows}.");
        dry_run fn(&str) -> String: |rows| format!("Tệp không có lỗi: {rows} người. Chưa ghi gì."),
            |rows| format!("Nothing is wrong: {rows} people. Nothing was kept yet.");
    }
}

words! {
    /// The words of the comments.
    pub(crate) comments: CommentsWords {
        heading: "Ý kiến", "Comments";
        lead: "Lời người dân viết thêm vào phiếu. Số điện thoại, giấy tờ, thư điện tử, biển số và mã hồ sơ được che, trừ khi phiếu thuộc đơn vị của bạn. Mỗi lần đọc đều được ghi vào nhật ký.",
            "What people added to their ballots. Phone numbers, papers, e-mail, plates and dossier numbers are masked unless your own unit handles the ballot. Each reading is on the record.";
        day: "Ngày gửi phiếu", "Day of the ballot";
        level: "Mức thấp nhất", "Lowest level";
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

/// A way in which ballots come about.
pub(crate) fn sampling(lang: Lang, sampling: Sampling) -> &'static str {
    figures(lang).sampling[sampling.place()]
}

words! {
    /// Where a campaign stands.
    pub(crate) fn standing(lang, standing: Standing) -> &'static str {
        Standing::NotOpenYet => "Chưa mở", "Not open yet";
        Standing::Open => "Đang mở", "Open";
        _ => "Đã đóng", "Closed";
    }
}

/// What an upload did, or would do.
pub(crate) fn uploaded(lang: Lang, rows: usize, applied: bool) -> String {
    let words = invitees(lang);
    let said = if applied { words.done } else { words.dry_run };
    said(&count(lang, rows as u64))
}
