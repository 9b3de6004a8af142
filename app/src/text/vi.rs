//! The words in Vietnamese.

use domain::Lang;

use super::{FigureWords, PageWords, SurveyWords, TroubleWords, count};

/// The survey and its receipt.
pub(super) static SURVEY: SurveyWords = SurveyWords {
    intro: "Phiếu không hỏi tên. Câu nào không muốn trả lời, anh/chị cứ bỏ trống.",
    service_point: "Điểm tiếp nhận",
    unit: "Đơn vị",
    procedure: "Thủ tục",
    levels: ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"],
    occurrences: ["Không có", "Một vài", "Nhiều"],
    not_applicable: "Không áp dụng",
    clear: "Bỏ chọn",
    hint: "Chạm vào một mức, câu sau sẽ tự hiện ra.",
    keys: "Bàn phím: bấm Tab đến câu hỏi, rồi bấm số để chọn, Enter để sang câu sau.",
    progress: |at, of| format!("Câu {at}/{of}"),
    last_step: "Bước cuối",
    back: "Quay lại",
    next: "Tiếp",
    skip: "Bỏ qua",
    comment: "Anh/chị có ý kiến gì thêm không?",
    comment_hint: |most| {
        let most = count(Lang::Vi, most as u64);
        format!(
            "Không bắt buộc, tối đa {most} ký tự. Xin không ghi họ tên, số điện thoại hoặc mã hồ sơ."
        )
    },
    about: "Đôi nét về anh/chị (không bắt buộc)",
    party: ("Anh/chị làm thủ tục với tư cách", ["Cá nhân", "Đại diện doanh nghiệp, tổ chức"]),
    sex: ("Giới tính", ["Nữ", "Nam", "Khác"]),
    age: ("Tuổi", ["18–24", "25–34", "35–49", "50–60", "Trên 60"]),
    unsaid: "Không muốn trả lời",
    send: "Gửi phiếu",
    again: "Gửi lại",
    sending: "Đang gửi…",
    mend: "Phiếu chưa gửi được, xin anh/chị xem lại:",
    no_answer: "Chưa gửi được vì không có mạng hoặc máy chủ chưa trả lời. Câu trả lời vẫn còn trên máy này: xin bấm “Gửi lại” khi có mạng.",
    crowded: |seconds| {
        format!(
            "Đang có rất nhiều phiếu gửi từ nơi này. Mọi điều đã điền vẫn còn dưới đây: xin chờ {seconds} giây rồi bấm nút gửi lần nữa."
        )
    },
    busy: "Máy chủ đang bận. Câu trả lời vẫn còn trên máy này: xin chờ một phút rồi bấm “Gửi lại”.",
    odd_answer: "Mạng này đang chặn phiếu, có thể vì Wi-Fi cần đăng nhập trước. Câu trả lời vẫn còn: xin đăng nhập Wi-Fi hoặc đổi mạng rồi bấm “Gửi lại”.",
    sent_before: "Phiếu này đã được ghi nhận trước đó với câu trả lời khác; phiếu đầu tiên được giữ nguyên. Muốn gửi phiếu mới, xin tải lại trang.",
    restored: "Các câu trả lời lần trước của anh/chị vẫn được giữ.",
    thanks: "Cảm ơn anh/chị!",
    kept: "Phiếu đã được ghi nhận.",
    receipt: "Mã biên nhận",
    pin: "Mã PIN",
    receipt_use: "Xin ghi lại hoặc chụp cả hai mã trước khi rời trang này: mã không hiện lại lần nữa. Dùng hai mã có thể xem, sửa hoặc rút phiếu. Mã không cho biết anh/chị là ai.",
    see_ballot: "Xem, sửa hoặc rút phiếu",
    see_results: "Xem kết quả khảo sát",
};

/// Around and between the pages.
pub(super) static PAGES: PageWords = PageWords {
    service: "Hài Lòng",
    owner: "Sở Công Thương tỉnh Đồng Nai",
    skip: "Đến nội dung chính",
    other_language: "English",
    demo: "Dữ liệu minh họa – không phải số liệu thật",
    foot: "Phiếu không ghi tên, không ghi địa chỉ mạng. Kết quả được công bố cho mọi người.",
    home: "Trang chủ",
    failed: "Chế độ hiện từng câu đã dừng do trục trặc. Câu trả lời vẫn còn ở dưới; anh/chị có thể gửi phiếu như bình thường.",
    welcome: "Anh/chị được phục vụ như thế nào?",
    welcome_lead: "Vài phút của anh/chị giúp chúng tôi biết cần cải thiện điều gì trước tiên.",
    open: "Khảo sát đang mở",
    none_open: "Hiện không có đợt khảo sát nào đang mở. Mời anh/chị quay lại sau.",
    take_part: "Trả lời khảo sát",
    until: |day| format!("Đến hết ngày {day}"),
    results: "Kết quả khảo sát",
    see_results: "Xem kết quả khảo sát",
    results_lead: "Chỉ số hài lòng theo đơn vị và theo tháng, tính từ các phiếu đã nhận của một bộ phiếu.",
    not_open_yet: "Đợt khảo sát chưa bắt đầu",
    opens_on: |day| format!("Phiếu được nhận từ ngày {day}."),
    over: "Đợt khảo sát đã kết thúc",
    ended_on: |day| format!("Ngày nhận phiếu cuối cùng là {day}."),
    closed_help: "Mời anh/chị xem các đợt đang mở ở trang chủ hoặc xem kết quả đã công bố.",
    faulty: "Có nội dung cần sửa",
    not_found: TroubleWords {
        title: "Không tìm thấy trang",
        help: "Xin kiểm tra lại đường dẫn, quét lại mã QR hoặc bắt đầu từ trang chủ.",
    },
    unreadable: TroubleWords {
        title: "Không đọc được nội dung gửi lên",
        help: "Xin quay lại trang trước, tải lại rồi gửi lần nữa.",
    },
    wrong_method: TroubleWords {
        title: "Địa chỉ này không nhận cách gửi đó",
        help: "Xin mở lại trang rồi làm theo các nút trên trang.",
    },
    wrong_format: TroubleWords {
        title: "Định dạng gửi lên không đúng",
        help: "Xin gửi bằng biểu mẫu trên trang, hoặc gửi JSON với kiểu nội dung application/json.",
    },
    too_slow: TroubleWords {
        title: "Dữ liệu gửi lên quá chậm",
        help: "Mạng đang yếu. Xin gửi lại; phiếu gửi lại vẫn chỉ tính một lần.",
    },
    too_large: TroubleWords {
        title: "Nội dung gửi lên quá lớn",
        help: "Xin quay lại, viết ngắn hơn rồi gửi lần nữa.",
    },
    unavailable: TroubleWords {
        title: "Tạm thời chưa ghi nhận được",
        help: "Xin chờ một phút, quay lại trang trước rồi gửi lần nữa; câu trả lời vẫn còn ở đó.",
    },
    provider_away: TroubleWords {
        title: "Hệ thống đăng nhập chung không trả lời",
        help: "Xin thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu.",
    },
    sign_in_first: TroubleWords {
        title: "Xin đăng nhập",
        help: "Phiên làm việc chưa bắt đầu hoặc đã hết hạn. Xin đăng nhập rồi làm lại.",
    },
    not_allowed: TroubleWords {
        title: "Tài khoản này không có quyền làm việc đó",
        help: "Nếu việc này thuộc phần việc của bạn, xin liên hệ quản trị viên của đơn vị.",
    },
    second_factor_first: TroubleWords {
        title: "Cần thiết lập xác thực hai bước",
        help: "Vai trò của bạn phải dùng mã xác thực. Xin mở trang Tài khoản của tôi để thiết lập.",
    },
    forged: TroubleWords {
        title: "Yêu cầu không được gửi từ trang này",
        help: "Xin mở lại trang làm việc từ địa chỉ chính thức rồi thử lại.",
    },
    crowded: TroubleWords {
        title: "Đang có rất nhiều phiếu gửi từ nơi này",
        help: "Xin chờ hai mươi giây rồi gửi lại; câu trả lời vẫn còn ở đó.",
    },
    too_many: TroubleWords {
        title: "Quá nhiều lần thử", help: "Xin chờ một lát rồi thử lại."
    },
    conflict: TroubleWords {
        title: "Phiếu này đã được ghi nhận trước đó",
        help: "Phiếu đầu tiên được giữ nguyên. Muốn gửi phiếu mới, xin mở lại trang khảo sát.",
    },
    stale: TroubleWords {
        title: "Người khác vừa sửa mục này",
        help: "Chưa ghi gì. Xin tải lại để xem nội dung mới, rồi sửa lại nếu còn cần.",
    },
    withdrawn: TroubleWords {
        title: "Phiếu này đã được rút",
        help: "Phiếu không còn được lưu và không được tính. Muốn gửi phiếu mới, xin mở lại trang khảo sát.",
    },
    token_used: TroubleWords {
        title: "Lời mời này đã được trả lời",
        help: "Cảm ơn anh/chị: mỗi đường dẫn mời chỉ nhận một phiếu, và phiếu ấy đã được ghi nhận. Phiếu không ghi ai đã gửi, nên không thể gửi lại bằng đường dẫn này.",
    },
    unknown_token: TroubleWords {
        title: "Đường dẫn mời này không dùng được",
        help: "Đường dẫn có thể bị thiếu hoặc sai ký tự, thuộc đợt khảo sát khác, hoặc lời mời đã được xóa. Xin mở lại đúng đường dẫn trong tin nhắn, hoặc trả lời khảo sát mở ở trang đầu.",
    },
    broken: TroubleWords {
        title: "Hệ thống gặp lỗi",
        help: "Lỗi thuộc về chúng tôi. Xin thử lại sau ít phút.",
    },
    poster_ask: "Anh/chị có hài lòng không?",
    poster_steps: [
        "Mở máy ảnh điện thoại, quét mã",
        "Chọn mức hài lòng cho từng câu",
        "Gửi phiếu, nhận mã biên nhận",
    ],
    poster_address: "Hoặc mở địa chỉ",
    poster_promise: "Không hỏi tên. Kết quả được công bố để mọi người cùng thấy.",
    poster_code: "Mã QR dẫn đến phiếu khảo sát",
    office: "Dành cho cán bộ",
    office_needs_script: "Trang này cần JavaScript. Số liệu công khai cũng có ở trang kết quả, nơi không cần JavaScript.",
};

/// Beside figures.
pub(super) static FIGURES: FigureWords = FigureWords {
    index: "Chỉ số hài lòng",
    by: ["Đơn vị", "Thủ tục", "Yếu tố", "Tiêu chí", "Tháng", "Hình thức nộp hồ sơ"],
    break_down: "Xem theo",
    sampling: [
        "Chọn ngẫu nhiên từ danh sách",
        "Tất cả hồ sơ đã giải quyết xong",
        "Mã QR tại quầy",
        "Máy đặt tại quầy",
        "Đường dẫn mở (tự tham gia)",
        "Cán bộ hỗ trợ điền phiếu",
        "Nhập từ phiếu giấy",
    ],
    channels: ["Trực tiếp", "Trực tuyến", "Bưu chính"],
    instrument: "Bộ phiếu",
    method: "Cách tính",
    top_two: "Tỷ lệ trả lời “Hài lòng” và “Rất hài lòng” (T2B)",
    mean: "Điểm trung bình so với mức cao nhất là 5, tính theo % (MEAN5)",
    collected: "Cách lấy phiếu",
    few: "quá ít để công bố",
    from: "Từ tháng",
    to: "Đến tháng",
    show: "Xem",
    ballots: "Số phiếu",
    percent: "Chỉ số",
    interval: "Khoảng tin cậy 95%",
    counts: "Tử số/mẫu số",
    total: "Toàn bộ",
    unnamed: "Không nêu rõ",
    suppressed: "ít người trả lời, không công bố",
    empty: "Chưa có phiếu nào trong phạm vi này. Xin chọn khoảng thời gian hoặc bộ phiếu khác.",
    doubt: "Vạch ngang hoặc dải mờ là khoảng tin cậy 95%: phiếu càng ít, khoảng càng rộng.",
    axis: |floor| format!("Trục đứng bắt đầu từ {floor}%, không phải từ 0%."),
    waiting: "Đang tải số liệu…",
    failed: "Chưa tải được số liệu. Xin kiểm tra mạng rồi thử lại.",
    retry: "Thử lại",
    public_only: "Đây là số liệu công khai, giống trang kết quả: nhóm quá ít phiếu không được hiện.",
};
