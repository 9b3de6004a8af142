//! The words of feedback that pages and files share: kinds, ways in, figures and what they are measured
//! against.

use domain::{
    Lang,
    feedback::{
        figures::figure::{Base, Figure, Measure},
        kind::{Kind, Source},
    },
    office::feedback::figures::FigureCell,
};

use super::percent;

words! {
    /// What a case is about.
    pub fn case_kind(lang, kind: Kind) -> &'static str {
        Kind::Regulation => "Quy định, thủ tục", "Rules and procedures";
        Kind::Conduct => "Thái độ, cách làm việc", "Conduct";
        Kind::Service => "Chất lượng phục vụ", "Service";
        Kind::Proposal => "Hiến kế", "Proposal";
        Kind::Praise => "Khen ngợi", "Praise";
    }
}

words! {
    /// How a case came.
    pub fn case_source(lang, source: Source) -> &'static str {
        Source::Website => "Trang góp ý của Sở", "This website";
        Source::Portal => "Cổng Dịch vụ công quốc gia", "National Public Service Portal";
        Source::Hotline => "Tổng đài 1022", "Hotline 1022";
        Source::InPerson => "Tại quầy", "At a counter";
        Source::Letter => "Thư, công văn", "Letter";
        Source::Email => "Thư điện tử", "E-mail";
        Source::Zalo => "Zalo", "Zalo";
        Source::Other => "Đường khác", "Another way";
        Source::Ballot => "Phiếu khảo sát", "A survey's ballot";
    }
}

words! {
    /// The words around figures of feedback, on the page and over the columns of a file.
    pub case_figures: CaseFigureWords {
        /// All rows together.
        total: "Tất cả", "All";
        /// The row of cases that no unit has.
        no_unit: "Chưa giao đơn vị", "Not given to a unit";
        /// The period scheme.
        scheme: "Cách tính kỳ", "Period scheme";
        /// The period.
        period: "Kỳ", "Period";
        /// The day as of which it is counted.
        as_of: "Tính đến ngày", "As of";
        /// What a row is of.
        row: "Dòng", "Row";
        /// The figure.
        figure: "Chỉ tiêu", "Figure";
        /// Its value.
        value: "Giá trị", "Value";
        /// What is counted.
        num: "Tử số", "Numerator";
        /// What it is measured against.
        den: "Mẫu số", "Denominator";
        /// What the denominator is.
        base: "Mẫu số là", "Measured against";
    }
}

words! {
    /// A figure of feedback.
    pub fn case_figure(lang, figure: Figure) -> &'static str {
        Figure::Received => "Có tên, địa chỉ", "With a name";
        Figure::Handled => "Đã giải quyết", "Handled";
        Figure::PendingInTime => "Đang xử lý, còn hạn", "Pending, in time";
        Figure::PendingLate => "Đang xử lý, quá hạn", "Pending, late";
        Figure::OnTime => "Giải quyết đúng hạn", "Handled on time";
        Figure::Published => "Đã công khai", "Published";
        Figure::Median => "Trung vị (ngày)", "Median (days)";
        Figure::Ninetieth => "P90 (ngày)", "P90 (days)";
        Figure::UpTo5 => "1–5 ngày", "1–5 days";
        Figure::UpTo15 => "6–15 ngày", "6–15 days";
        Figure::UpTo30 => "16–30 ngày", "16–30 days";
        Figure::Over30 => "Trên 30 ngày", "Over 30 days";
        Figure::LateTwice => "Quá hạn hai kỳ liền", "Late in two periods";
        Figure::Transfers => "Lần chuyển mỗi việc", "Transfers per case";
        Figure::Held => "Ngày giữ mỗi việc", "Days held per case";
        Figure::PingPong => "Chuyển qua lại", "Passed around";
        Figure::Reopened => "Đề nghị xem lại", "Reopened";
        Figure::Linked => "Gắn vào việc khác", "Linked";
        Figure::Hints => "Không để lại tên", "No name";
        Figure::RequestsOnTime => "Phối hợp đúng hạn", "Requests on time";
        Figure::RequestsLate => "Phối hợp trễ hạn", "Requests late";
        Figure::RequestsUnanswered => "Phối hợp không trả lời", "Requests without reply";
    }
}

words! {
    /// What a figure is measured against.
    pub fn figure_base(lang, base: Base) -> &'static str {
        Base::Came => "mọi việc đến trong kỳ", "everything that came in the period";
        Base::Received => "việc có tên, địa chỉ đến trong kỳ", "cases with a name that came in the period";
        Base::Handled => "việc đã giải quyết trong số đó", "those of them that were handled";
        Base::Answered => "việc đã trả lời trong số đó", "those of them that were answered";
        Base::Open => "việc đang mở vào ngày tính", "cases open on the day of counting";
        Base::Led => "việc mà đơn vị đã chủ trì", "cases that the unit led";
        Base::Requests => "đề nghị phối hợp gửi đến đơn vị trong kỳ, không tính đề nghị đã rút",
            "requests made of the unit in the period, without those taken back";
    }
}

/// A figure's value as people read it.
pub fn figure_value(lang: Lang, cell: &FigureCell) -> String {
    let value = cell.value.as_deref();
    match (cell.measure, value, lang) {
        (Measure::Percent, value, lang) => percent(lang, value),
        (_, None, _) => "—".to_owned(),
        (_, Some(value), Lang::En) => value.to_owned(),
        (_, Some(value), Lang::Vi) => value.replace('.', ","),
    }
}
