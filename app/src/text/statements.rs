//! The words of the pages that say what is promised: what is kept of people, and who can use the pages.

/// Some lines under a heading.
pub struct Paragraphs {
    /// The heading.
    pub heading: &'static str,
    /// The lines.
    pub lines: &'static [&'static str],
}

const fn under(heading: &'static str, lines: &'static [&'static str]) -> Paragraphs {
    Paragraphs { heading, lines }
}

words! {
    /// The words of the pages that say what is promised.
    pub statements: StatementWords {
        /// What is kept of people.
        privacy: "Quyền riêng tư", "Privacy";
        /// The whole of it in one sentence.
        privacy_lead: "Phiếu khảo sát không ghi anh/chị là ai. Dưới đây là mọi điều được lưu và mọi điều không được lưu.",
            "A ballot does not say who you are. This is everything that is kept, and everything that is not.";
        /// What is kept and what is not.
        privacy_parts [Paragraphs; 3]: [
            under("Được lưu", &["Câu trả lời, ngày gửi, nơi tiếp nhận và thủ tục mà phiếu nói tới.",
                "Ý kiến anh/chị viết, nếu có. Người đọc ý kiến chỉ thấy bản đã che số điện thoại, họ tên và mã hồ sơ.",
                "Phản ánh, kiến nghị anh/chị gửi, cùng tệp kèm theo. Tên và nơi nhận trả lời chỉ có ở phản ánh chính thức, được niêm phong và chỉ người xử lý mở được.",
                "Lời và số điện thoại anh/chị chuyển khi xin được gọi lại: lưu thành một việc riêng, không nối với phiếu, số điện thoại được niêm phong.",
                "Đối tượng, giới tính, nhóm tuổi, nếu anh/chị tự chọn cho biết.",
                "Điều anh/chị đồng ý, và ngày rút lại nếu có rút."]),
            under("Không được lưu", &["Họ tên, số điện thoại, địa chỉ, mã hồ sơ của người gửi phiếu.",
                "Địa chỉ mạng (IP). Máy chủ chỉ dùng một dấu thay thế đổi hằng ngày để chặn việc gửi hàng loạt.",
                "Lời mời nào đã sinh ra phiếu nào: lời mời chỉ biết là đã được trả lời.",
                "Mọi cách theo dõi: trang không có quảng cáo, không có mã của bên khác."]),
            under("Trên máy của anh/chị", &["Phiếu đang điền dở được giữ ngay trên máy để không mất khi mạng yếu, và bị xóa khi gửi xong.",
                "Mã biên nhận hiện một lần sau khi gửi, nhờ một cookie sống 15 phút."]),
        ], [
            under("What is kept", &["The answers, the day, the service point and the procedure that the ballot is about.",
                "What you write, if anything. Whoever reads comments sees telephone numbers, names and dossier numbers masked.",
                "Feedback you send, with its files. Name and address are there only where it is formal, sealed, and opened by those who handle it.",
                "The words and the number you hand over to be called back: a matter of its own that leads to no ballot, with the number sealed.",
                "Whom you acted for, your sex and age group, if you choose to say so.",
                "What you agreed to, and the day on which you took it back."]),
            under("What is not kept", &["Your name, telephone number, address or dossier number.",
                "Your network address (IP). The server only uses a stand-in that changes daily, against mass sending.",
                "Which invitation led to which ballot: an invitation only knows that it was answered.",
                "Anything that follows you: there are no advertisements and nobody else's code on these pages."]),
            under("On your device", &["A ballot that you are filling in is kept on the device, so that a weak network loses nothing, and is erased once it is sent.",
                "The receipt code is shown once after sending, by a cookie that lasts 15 minutes."]),
        ];
        /// Over how long things are kept.
        how_long: "Trong bao lâu", "For how long";
        /// How many days comments are kept, and that answers stay.
        how_long_comments fn(&str) -> String: |days| format!("Ý kiến bị xóa sau {days} ngày kể từ ngày gửi. Câu trả lời không ghi tên được giữ lại để so sánh các năm."),
            |days| format!("Comments are erased {days} days after they were sent. Answers, which bear no name, stay so that years can be compared.");
        /// How many days invited people are kept after their survey.
        how_long_contacts fn(&str) -> String: |days| format!("Số điện thoại, thư điện tử của người được mời bị xóa sau {days} ngày kể từ khi đợt khảo sát kết thúc."),
            |days| format!("Telephone numbers and e-mail addresses of invited people are erased {days} days after their survey ended.");
        /// How many days the senders of feedback are kept, and its words.
        how_long_feedback fn(&str, &str) -> String: |senders, words| format!("Tên và nơi nhận trả lời của người gửi phản ánh, kiến nghị bị xóa sau {senders} ngày kể từ khi trả lời; lời và tệp đã gửi bị xóa sau {words} ngày. Câu hỏi và trả lời đã công khai (không có thông tin riêng) được giữ lại."),
            |senders, words| format!("Name and address of whoever sent feedback are erased {senders} days after the answer; its words and files after {words} days. What was published, without personal details, stays.");
        /// Over what people can do.
        rights: "Anh/chị có quyền", "What you can do";
        /// What that is; the way there follows.
        rights_own: "Xem, sửa, rút phiếu, rút ý kiến hoặc rút sự đồng ý bất cứ lúc nào, bằng mã biên nhận và mã PIN nhận được khi gửi.",
            "See, correct or withdraw your ballot, your comment or your consent at any time, with the receipt code and PIN you got when sending.";
        /// Who can use the pages, and how.
        access: "Hỗ trợ tiếp cận", "Accessibility";
        /// The whole of it in one sentence.
        access_lead: "Ai cũng trả lời được khảo sát, dù mắt kém, tay run, dùng máy cũ hay mạng yếu.",
            "Everybody can answer: with weak eyes, unsteady hands, an old phone or a weak network.";
        /// What works, and what to do where something does not.
        access_parts [Paragraphs; 3]: [
            under("Đã làm được", &["Mọi trang dùng được bằng bàn phím và trình đọc màn hình, và khi tắt JavaScript.",
                "Chữ phóng to gấp đôi vẫn đọc đủ; nền tối theo cài đặt của máy.",
                "Nút và câu trả lời đủ to cho ngón tay; không có gì chỉ phân biệt bằng màu, không có giới hạn thời gian.",
                "Biểu đồ luôn có một câu tóm tắt và một bảng số liệu."]),
            under("Chưa làm được", &["Chưa có bản đọc thành tiếng, bản ngôn ngữ ký hiệu và bản tiếng dân tộc thiểu số.",
                "Ý kiến của người khác và tên đơn vị hiện đúng như được viết, nên có thể khó đọc."]),
            under("Khi cần người giúp", &["Tại quầy, anh/chị có thể nhờ cán bộ đọc câu hỏi hoặc xin phiếu giấy; người giúp không được trả lời thay."]),
        ], [
            under("What works", &["Every page works by keyboard, with a screen reader, and with JavaScript off.",
                "Text at twice its size stays whole; the dark look follows your device.",
                "Buttons and answers fit a thumb; nothing is told by colour alone, and nothing is timed.",
                "Every chart has a sentence that sums it up and a table of its figures."]),
            under("What is missing", &["There is no spoken version, none in sign language and none in minority languages.",
                "Other people's comments and names of units are shown as they were written, and may be hard to read."]),
            under("Where you need somebody", &["At the counter you may ask staff to read the questions to you or for a paper ballot; they must not answer for you."]),
        ];
        /// Over the house's telephone number.
        ask: "Hỏi ai", "Whom to ask";
    }
}
