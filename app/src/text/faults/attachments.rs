//! What to do about a picture or document that is not taken, in the reader's language.

use domain::{Lang, fault::AttachmentReason as Reason};

/// What to do about it; every reason has words in one of the two lists.
pub(super) fn message(lang: Lang, reason: Reason) -> Option<String> {
    with_figures(lang, reason).or_else(|| without_figures(lang, reason).map(str::to_owned))
}

words! {
    /// The reasons that hold a figure.
    fn with_figures(lang, reason: Reason) -> Option<String> {
        Reason::TooManyFiles(most) => format!("Chỉ gửi được nhiều nhất {most} tệp: xin bỏ bớt rồi gửi lại."),
            format!("No more than {most} files can be sent: please leave some out and send again.");
        Reason::TooBig(most) => format!("Tệp lớn hơn {most} MB: xin chọn tệp nhỏ hơn, hoặc chụp lại ảnh với kích thước nhỏ hơn."),
            format!("The file is larger than {most} MB: please choose a smaller one, or take the picture in a smaller size.");
        Reason::TooBigTogether(most) => format!("Các tệp cộng lại lớn hơn {most} MB: xin bỏ bớt rồi gửi lại."),
            format!("The files together are larger than {most} MB: please leave some out and send again.");
        Reason::TooManyPixels(side, millions) => format!("Ảnh quá lớn (trên {side} điểm ảnh mỗi cạnh hoặc trên {millions} triệu điểm ảnh): xin thu nhỏ ảnh rồi gửi lại."),
            format!("The picture is too large (more than {side} pixels on a side, or {millions} million in all): please make it smaller and send it again.");
        Reason::TooManyPages(most) => format!("Tài liệu có hơn {most} trang: xin chỉ gửi những trang cần thiết."),
            format!("The document has more than {most} pages: please send only those that matter.");
    }
}

words! {
    /// The others.
    fn without_figures(lang, reason: Reason) -> Option<&'static str> {
        Reason::EmptyFile => "Tệp trống, không có nội dung: xin chọn lại tệp.",
            "The file is empty: please choose another one.";
        Reason::WrongKind => "Chỉ nhận ảnh JPEG, PNG, WebP và tài liệu PDF; nội dung tệp này không phải loại đó, dù tên tệp ghi thế nào: xin chọn tệp khác.",
            "Only JPEG, PNG and WebP pictures and PDF documents are taken; what is in this file is none of them, whatever its name says: please choose another.";
        Reason::Heic => "Ảnh HEIC chưa nhận được: xin gửi ảnh chụp màn hình của ảnh này, hoặc chọn định dạng \"Tương thích nhất\" trong cài đặt máy ảnh rồi chụp lại.",
            "HEIC pictures cannot be taken: please send a screenshot of the picture, or choose “Most compatible” in the camera's settings and take it again.";
        Reason::Svg => "Hình vẽ SVG có thể chứa chương trình nên không nhận được: xin gửi dưới dạng ảnh PNG hoặc JPEG.",
            "An SVG drawing may hold a program and cannot be taken: please send it as a PNG or JPEG picture.";
        Reason::BrokenPicture => "Không mở được ảnh này: xin kiểm tra lại, hoặc chụp màn hình ảnh rồi gửi ảnh chụp đó.",
            "This picture cannot be opened: please check it, or send a screenshot of it.";
        Reason::BrokenPdf => "Không đọc được tài liệu PDF này: xin mở và lưu lại dạng PDF, hoặc gửi ảnh chụp các trang.",
            "This PDF cannot be read: please open it and save it as a PDF again, or send pictures of its pages.";
        Reason::LockedPdf => "Tài liệu PDF bị khóa bằng mật khẩu: xin bỏ khóa rồi gửi lại, hoặc gửi ảnh chụp các trang.",
            "The PDF is locked with a password: please unlock it and send it again, or send pictures of its pages.";
        Reason::ActivePdf => "Tài liệu PDF có chương trình, biểu mẫu tự động hoặc tệp khác kèm bên trong: xin in ra dạng PDF mới, hoặc gửi ảnh chụp các trang.",
            "The PDF holds a program, an active form or other files: please print it to a new PDF, or send pictures of its pages.";
    }
}
