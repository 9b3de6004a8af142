//! The words over the columns of the record, for the office's page and for exports.

use domain::Lang;

/// What is over each column.
pub struct RecordWords {
    /// The place of an entry.
    pub seq: &'static str,
    /// When, at +07:00.
    pub moment: &'static str,
    /// Who or what acted.
    pub actor: &'static str,
    /// What was done.
    pub action: &'static str,
    /// To what.
    pub object: &'static str,
    /// How it was before.
    pub before: &'static str,
    /// How it was after.
    pub after: &'static str,
    /// The link to the entry before.
    pub hash: &'static str,
}

/// The words in one language.
pub fn record(lang: Lang) -> &'static RecordWords {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

static VI: RecordWords = RecordWords {
    seq: "Số thứ tự",
    moment: "Thời điểm (giờ Việt Nam)",
    actor: "Người thực hiện",
    action: "Việc đã làm",
    object: "Đối tượng",
    before: "Trước",
    after: "Sau",
    hash: "Mã nối với mục trước",
};

static EN: RecordWords = RecordWords {
    seq: "No.",
    moment: "When (Vietnam time)",
    actor: "Who",
    action: "What",
    object: "To what",
    before: "Before",
    after: "After",
    hash: "Link to the entry before",
};
