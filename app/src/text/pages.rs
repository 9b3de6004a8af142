//! The words around and between the pages, and of what can go wrong.

words! {
    /// The words around and between the pages.
    pub pages: PageWords {
        /// The service's name.
        service: "Hài Lòng", "Hài Lòng";
        /// The service's name with what it is for, under the house's name.
        service_long: "Khảo sát Hài Lòng", "Hài Lòng surveys";
        /// What the menu is.
        menu: "Các trang", "Pages";
        /// The menu's ways, in order.
        surveys: "Khảo sát", "Surveys";
        /// The way to the results.
        figures: "Kết quả", "Results";
        /// The way to send feedback.
        feedback: "Góp ý", "Feedback";
        /// The way to one's own ballot.
        own_ballot: "Phiếu của tôi", "My ballot";
        /// Beside the house's telephone number.
        hotline: "hỏi đáp, nhận phản ánh, kiến nghị", "questions, complaints and proposals";
        /// The page that says what is kept of people.
        privacy: "Quyền riêng tư", "Privacy";
        /// The page that says who can use these pages, and how.
        access: "Hỗ trợ tiếp cận", "Accessibility";
        /// Jumps over the head of the page.
        skip: "Đến nội dung chính", "Skip to the content";
        /// The other language's name, in that language.
        other_language: "English", "Tiếng Việt";
        /// On every page that shows demo data.
        demo: "Dữ liệu minh họa – không phải số liệu thật", "Demo data – not real figures";
        /// At the foot of every page.
        foot: "Phiếu không ghi tên, không ghi địa chỉ mạng. Kết quả được công bố cho mọi người.",
            "We keep neither your name nor your network address. The results are public.";
        /// While the next page is on its way.
        wait: "Đang mở trang…", "Opening the page…";
        /// The way home.
        home: "Trang chủ", "Home";
        /// Many ballots come from the same place; this one is taken after a wait of so many seconds.
        crowd_wait fn(u32) -> String: |seconds| format!("Đang có rất nhiều phiếu gửi từ nơi này. Mọi điều đã điền vẫn còn dưới đây: xin chờ {seconds} giây rồi bấm nút gửi lần nữa."),
            |seconds| format!("Very many ballots are coming from this place. Everything filled in is still below: please wait {seconds} seconds and press send again.");
        /// When a script broke down while the form was being filled in.
        failed: "Chế độ hiện từng câu đã dừng do trục trặc. Câu trả lời vẫn còn ở dưới; anh/chị có thể gửi phiếu như bình thường.",
            "Showing one question at a time stopped working. Your answers are still below, and you can send the form as usual.";
        /// The head of the home page.
        welcome: "Anh/chị được phục vụ thế nào?", "How were you served?";
        /// Under it.
        welcome_lead: "Câu trả lời của ông/bà, anh/chị cho biết cần sửa điều gì trước. Không\u{a0}hỏi\u{a0}tên.",
            "Your answers show what has to be mended first. We do not ask your name.";
        /// Over the open campaigns besides the one that leads.
        open_too: "Khảo sát khác đang mở", "Other open surveys";
        /// How many questions a survey has and how many minutes they take.
        length fn(usize, usize) -> String: |questions, minutes| format!("{questions} câu · khoảng {minutes} phút"),
            |questions, minutes| format!("{questions} questions · about {minutes} min");
        /// What the form of feedback is for.
        feedback_lead: "Viết về một việc cụ thể; có mã để theo dõi", "Write about something; you get codes to follow it";
        /// The way to follow it.
        follow: "Tra cứu góp ý đã gửi", "Follow what you sent";
        /// What can be done there.
        follow_lead: "Xem Sở xử lý đến đâu bằng mã theo dõi và mã PIN", "See how far it is with its code and PIN";
        /// Over the way to one's own ballot.
        sent_already: "Đã gửi phiếu?", "Sent one already?";
        /// What can be done with it.
        own_ballot_lead: "Xem, sửa hoặc rút phiếu bằng mã biên nhận và mã PIN",
            "See, correct or withdraw it with its receipt code and PIN";
        /// The index in words: so many answers of a hundred.
        of_hundred fn(u32) -> String: |n| format!("Cứ 100 câu trả lời thì khoảng {n} câu là “Hài\u{a0}lòng” hoặc “Rất\u{a0}hài\u{a0}lòng”."),
            |n| format!("Of 100 answers about {n} are “Satisfied” or “Very satisfied”.");
        /// How many ballots it comes from.
        from_ballots fn(&str) -> String: |n| format!("Tính từ {n} phiếu."), |n| format!("From {n} ballots.");
        /// The interval in words.
        sure fn(u32, u32) -> String: |low, high| if low == high { format!("Tính cả sai số vẫn khoảng {low} câu.") } else { format!("Tính cả sai số: từ {low} đến {high} câu.") },
            |low, high| if low == high { format!("Allowing for chance, still about {low}.") } else { format!("Allowing for chance: {low} to {high}.") };
        /// When none is open.
        none_open: "Hiện không có đợt khảo sát nào đang mở. Mời anh/chị quay lại sau.",
            "No survey is open at the moment. Please come back later.";
        /// Opens a campaign's survey.
        take_part: "Trả lời khảo sát", "Answer the survey";
        /// The last day of a campaign.
        until fn(&str) -> String: |day| format!("Đến hết ngày {day}"), |day| format!("Until {day}");
        /// The results page.
        results: "Kết quả khảo sát", "Survey results";
        /// The way there.
        see_results: "Xem kết quả khảo sát", "See the survey results";
        /// What it shows.
        results_lead: "Chỉ số hài lòng theo đơn vị và theo tháng, tính từ các phiếu đã nhận của một bộ phiếu.",
            "The satisfaction index by unit and by month, from the ballots received for one question set.";
        /// A campaign that has not begun.
        not_open_yet: "Đợt khảo sát chưa bắt đầu", "This survey has not begun";
        /// The day from which it takes ballots.
        opens_on fn(&str) -> String: |day| format!("Phiếu được nhận từ ngày {day}."),
            |day| format!("It takes answers from {day}.");
        /// A campaign that is over.
        over: "Đợt khảo sát đã kết thúc", "This survey is over";
        /// The day on which it ended.
        ended_on fn(&str) -> String: |day| format!("Ngày nhận phiếu cuối cùng là {day}."),
            |day| format!("The last day for answers was {day}.");
        /// A campaign with as many ballots as it takes.
        full: "Đợt khảo sát đã nhận đủ số phiếu", "This survey has all the answers it needs";
        /// Over what was typed and came too late.
        too_late: "Phiếu này chưa được ghi nhận: phiếu bắt đầu trước khi đợt kết thúc chỉ được nhận trong 24 giờ từ lúc mở. Dưới đây là những gì anh/chị đã điền, để chép lại nếu cần.",
            "These answers were not kept: a form that was opened before the end is taken for 24 hours. What you filled in stands below, to be copied if you need it.";
        /// What to do instead.
        closed_help: "Mời anh/chị xem các đợt đang mở ở trang chủ hoặc xem kết quả đã công bố.",
            "See the open surveys on the home page, or the published results.";
        /// A survey that is met at a counter only.
        at_counter: "Phiếu này dành cho người đến quầy", "This survey is for people at the counter";
        /// What to do instead.
        at_counter_help: "Xin quét mã QR đặt tại quầy hoặc dùng máy đặt tại quầy để trả lời. Các đợt khảo sát mở cho mọi người có ở trang chủ.",
            "Please scan the QR code at the counter or use the device there. Surveys for everyone are on the home page.";
        /// A survey that nobody meets at a counter.
        by_link: "Phiếu này mở từ trang chủ", "This survey is opened from the home page";
        /// What to do instead.
        by_link_help: "Phiếu không dành cho người trả lời tại quầy. Xin mở phiếu từ trang chủ hoặc từ đường dẫn chung của đợt khảo sát.",
            "It is not for answers at a counter. Please open it from the home page, or from the survey's own link.";
        /// On the device at a counter, where nobody has touched it for a while.
        still_there: "Anh/chị còn ở đây không? Máy sắp xóa những gì đã chọn để người sau bắt đầu.",
            "Are you still there? What was filled in is about to be cleared for the next person.";
        /// Keeps it.
        go_on: "Tiếp tục trả lời", "Go on";
        /// A survey of invited people alone.
        by_invitation: "Phiếu này dành cho người được mời", "This survey is for people who were invited";
        /// What to do instead.
        by_invitation_help: "Xin mở đường dẫn riêng trong thư hoặc tin nhắn mời. Các đợt khảo sát mở cho mọi người có ở trang chủ.",
            "Please open the link of your own in the invitation. Surveys for everyone are on the home page.";
        /// When the device at a counter has nothing to offer.
        none_at_point: "Hiện không có đợt khảo sát nào mở tại quầy này.",
            "No survey is open at this counter at the moment.";
        /// Over faults in what was sent that are no ballot's.
        faulty: "Có nội dung cần sửa", "Something needs mending";
        /// No such page.
        not_found TroubleWords: trouble("Không tìm thấy trang", "Xin kiểm tra lại đường dẫn, quét lại mã QR hoặc bắt đầu từ trang chủ."),
            trouble("Page not found", "Please check the address, scan the QR code again or start from the home page.");
        /// No campaign has the code in the address.
        no_survey TroubleWords: trouble("Không có đợt khảo sát này", "Đường dẫn có thể bị thiếu hoặc thừa ký tự. Xin quét lại mã QR, mở lại đường dẫn gốc, hoặc chọn một đợt đang mở ở trang chủ."),
            trouble("There is no such survey", "The address may lack letters or have some too many. Please scan the QR code again, open the original link, or choose an open survey on the home page.");
        /// Nothing to print for what the address names.
        no_hand_out TroubleWords: trouble("Không có gì để in cho đường dẫn này", "Mã QR và áp phích chỉ có cho đợt khảo sát, điểm tiếp nhận, đơn vị và thủ tục đang có hiệu lực:"),
            trouble("There is nothing to print for this address", "Codes and posters are made for surveys, service points, units and procedures that are in force:");
        /// Not the signed address of a device.
        no_kiosk TroubleWords: trouble("Địa chỉ của thiết bị này không dùng được", "Điểm tiếp nhận có thể đã đóng, hoặc địa chỉ bị thiếu phần mã phía sau, đã được thay hay thu hồi. Xin lấy lại địa chỉ đầy đủ từ Văn phòng; để trả lời trên điện thoại, xin quét mã QR tại quầy."),
            trouble("This device's address does not work", "The service point may have closed, or the address lacks the part at its end, was replaced or withdrawn. Please ask the office for the whole address; to answer on a phone, scan the QR code at the counter.");
        /// The address gives one thing two values.
        contrary TroubleWords: trouble("Đường dẫn này nói hai điều trái nhau", "Cùng một mục được ghi hai lần với hai nội dung khác nhau, nên không biết phải theo điều nào. Xin quét lại mã QR hoặc mở lại đường dẫn gốc."),
            trouble("This link says two different things", "It gives the same thing twice with different values, so nobody knows which is meant. Please scan the QR code again or open the original link.");
        /// Something sent could not be read.
        unreadable TroubleWords: trouble("Không đọc được nội dung gửi lên", "Xin quay lại trang trước, tải lại rồi gửi lần nữa."),
            trouble("What was sent could not be read", "Please go back, reload the page and send it again.");
        /// The address does not take what was tried with it.
        wrong_method TroubleWords: trouble("Địa chỉ này không nhận cách gửi đó", "Xin mở lại trang rồi làm theo các nút trên trang."),
            trouble("This address does not take that request", "Please open the page again and use its buttons.");
        /// Something sent is in another format.
        wrong_format TroubleWords: trouble("Định dạng gửi lên không đúng", "Xin gửi bằng biểu mẫu trên trang, hoặc gửi JSON với kiểu nội dung application/json."),
            trouble("That format is not read here", "Please use the form on the page, or send JSON with the content type application/json.");
        /// Something sent arrived too slowly.
        too_slow TroubleWords: trouble("Dữ liệu gửi lên quá chậm", "Mạng đang yếu. Xin gửi lại; phiếu gửi lại vẫn chỉ tính một lần."),
            trouble("The data arrived too slowly", "The network is weak. Please send again: a ballot sent twice counts once.");
        /// Something sent is too large.
        too_large TroubleWords: trouble("Nội dung gửi lên quá lớn", "Xin quay lại, viết ngắn hơn rồi gửi lần nữa."),
            trouble("What was sent is too large", "Please go back, write less and send it again.");
        /// The server cannot keep anything just now.
        unavailable TroubleWords: trouble("Tạm thời chưa ghi nhận được", "Xin chờ một phút, quay lại trang trước rồi gửi lần nữa; câu trả lời vẫn còn ở đó."),
            trouble("Nothing can be kept just now", "Please wait a minute, go back and send it again; your answers are still there.");
        /// The provider that says who somebody is does not answer.
        provider_away TroubleWords: trouble("Hệ thống đăng nhập chung không trả lời", "Xin thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu."),
            trouble("The sign-in provider does not answer", "Please try again in a few minutes, or sign in with your password.");
        /// Nobody is signed in.
        sign_in_first TroubleWords: trouble("Xin đăng nhập", "Phiên làm việc chưa bắt đầu hoặc đã hết hạn. Xin đăng nhập rồi làm lại."),
            trouble("Please sign in", "You are not signed in, or your session has ended. Sign in and try again.");
        /// Signed in, but the role or the unit does not allow it.
        not_allowed TroubleWords: trouble("Tài khoản này không có quyền làm việc đó", "Nếu việc này thuộc phần việc của bạn, xin liên hệ quản trị viên của đơn vị."),
            trouble("This account may not do that", "If it is part of your work, please ask the administrator of your unit.");
        /// A second factor has to be set up first.
        second_factor_first TroubleWords: trouble("Cần thiết lập xác thực hai bước", "Vai trò của bạn phải dùng mã xác thực. Xin mở trang Tài khoản của tôi để thiết lập."),
            trouble("Two-step sign-in has to be set up first", "Your role needs a code at sign-in. Please set it up under My account.");
        /// Sent by another page in the person's name.
        forged TroubleWords: trouble("Yêu cầu không được gửi từ trang này", "Xin mở lại trang làm việc từ địa chỉ chính thức rồi thử lại."),
            trouble("This request did not come from our own page", "Please open the office pages from their official address and try again.");
        /// Many ballots from one place; this one has to wait.
        crowded TroubleWords: trouble("Đang có rất nhiều phiếu gửi từ nơi này", "Xin chờ hai mươi giây rồi gửi lại; câu trả lời vẫn còn ở đó."),
            trouble("Very many ballots are coming from this place", "Please wait twenty seconds and send again; your answers are still there.");
        /// Too many tries.
        too_many TroubleWords: trouble("Quá nhiều lần thử", "Xin chờ một lát rồi thử lại."),
            trouble("Too many tries", "Please wait a little and try again.");
        /// The same ballot was kept before with other answers.
        conflict TroubleWords: trouble("Phiếu này đã được ghi nhận trước đó", "Phiếu đầu tiên được giữ nguyên. Muốn gửi phiếu mới, xin mở lại trang khảo sát."),
            trouble("This ballot was kept before", "The first one stays as it is. For a new ballot please open the survey again.");
        /// A number of another system came before with other content.
        differs TroubleWords: trouble("Số này đã được gửi trước đó với nội dung khác", "Nội dung đầu tiên được giữ nguyên. Các mục khác nhau có tên ở dưới."),
            trouble("This number was sent before with other content", "The first content stays as it is. What differs is named below.");
        /// Somebody else changed it meanwhile.
        stale TroubleWords: trouble("Người khác vừa sửa mục này", "Chưa ghi gì. Xin tải lại để xem nội dung mới, rồi sửa lại nếu còn cần."),
            trouble("Somebody else has just changed this", "Nothing was kept. Please load it again, and change it if that is still needed.");
        /// The ballot was taken back.
        withdrawn TroubleWords: trouble("Phiếu này đã được rút", "Phiếu không còn được lưu và không được tính. Muốn gửi phiếu mới, xin mở lại trang khảo sát."),
            trouble("This ballot was withdrawn", "It is no longer kept and does not count. For a new ballot please open the survey again.");
        /// The invitation behind a link was answered before.
        token_used TroubleWords: trouble("Lời mời này đã được trả lời", "Cảm ơn anh/chị: mỗi đường dẫn mời chỉ nhận một phiếu, và phiếu ấy đã được ghi nhận. Phiếu không ghi ai đã gửi, nên không thể gửi lại bằng đường dẫn này."),
            trouble("This invitation was answered", "Thank you: each link takes one ballot, and that one is kept. It does not say who sent it, so it cannot be sent again with this link.");
        /// A link with no invitation of ours.
        unknown_token TroubleWords: trouble("Đường dẫn mời này không dùng được", "Đường dẫn có thể bị thiếu hoặc sai ký tự, thuộc đợt khảo sát khác, hoặc lời mời đã được xóa. Xin mở lại đúng đường dẫn trong tin nhắn, hoặc trả lời khảo sát mở ở trang đầu."),
            trouble("This link does not work", "It may lack letters, belong to another survey, or its invitation was removed. Please open the link in the message again, or answer an open survey from the first page.");
        /// Our own fault.
        broken TroubleWords: trouble("Hệ thống gặp lỗi", "Lỗi thuộc về chúng tôi. Xin thử lại sau ít phút."),
            trouble("Something went wrong here", "The fault is ours. Please try again in a few minutes.");
        /// On the poster: what is asked of the passer-by.
        poster_ask: "Ông/bà, anh/chị có hài lòng không?", "Were you satisfied?";
        /// On the poster: the three steps.
        poster_steps [&'static str; 3]: ["Mở máy ảnh điện thoại, quét mã", "Chọn mức hài lòng cho từng câu", "Gửi phiếu, nhận mã biên nhận"],
            ["Open your phone's camera and scan the code", "Choose a level for each question", "Send it and get a receipt code"];
        /// On the poster: before the address.
        poster_address: "Hoặc mở địa chỉ", "Or open";
        /// On the poster: how many questions there are and how many minutes they take.
        poster_length fn(usize, usize) -> String: |questions, minutes| format!("{questions} câu hỏi, khoảng {minutes} phút."),
            |questions, minutes| format!("{questions} questions, about {minutes} min.");
        /// On the poster: what happens to the answers.
        poster_promise: "Không hỏi tên. Kết quả được công bố để mọi người cùng thấy.",
            "We do not ask your name. The results are public.";
        /// On the poster: before the address of the form of feedback.
        poster_feedback: "Góp ý, phản ánh, kiến nghị:", "Feedback:";
        /// On a set of posters: which of how many are on this page.
        set_count fn(usize, usize, usize) -> String: |first, last, total| format!("Bản {first}–{last} trong {total} bản in. Mỗi bản gồm một áp phích và một tờ thẻ."),
            |first, last, total| format!("{first}–{last} of {total} hand-outs, each a poster and a sheet of slips.");
        /// The page of the set before.
        set_before: "Trang trước", "Previous page";
        /// The page of the set after.
        set_after: "Trang sau", "Next page";
        /// What the picture of the QR code shows.
        poster_code: "Mã QR dẫn đến phiếu khảo sát", "QR code that leads to the survey";
        /// The head of the office pages.
        office: "Dành cho cán bộ", "For staff";
        /// Shown where the office's script does not run.
        office_needs_script: "Trang này cần JavaScript. Số liệu công khai cũng có ở trang kết quả, nơi không cần JavaScript.",
            "This page needs JavaScript. The public figures are also on the results page, which does not.";
    }
}

/// What went wrong, and what to do.
pub struct TroubleWords {
    /// What went wrong.
    pub title: &'static str,
    /// What to do.
    pub help: &'static str,
}

const fn trouble(title: &'static str, help: &'static str) -> TroubleWords {
    TroubleWords { title, help }
}
