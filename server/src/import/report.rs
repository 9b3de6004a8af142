//! What an import found and did, as the command prints it.

use domain::{Fault, books::draft::Outcome};

use super::{Kind, words};

/// The most faults that are printed; the rest are counted.
const MOST_PRINTED: usize = 100;

/// How many lines would do what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines with an entry of their own.
    pub new: usize,
    /// Lines that change an entry.
    pub changed: usize,
    /// Lines that say what is stored already.
    pub unchanged: usize,
}

/// What an import found and did.
#[derive(Clone, Debug)]
pub struct Report {
    /// What the file holds.
    pub kind: Kind,
    /// How many lines do what; only the sound lines, where there are faults.
    pub counts: Counts,
    /// Everything to mend, by line; nothing was changed unless this is empty.
    pub faults: Vec<Fault>,
    /// Whether it was written, and not only looked at.
    pub applied: bool,
}

impl Counts {
    /// Counts what becomes of the lines of a file.
    pub fn of(lines: usize, outcome: &Outcome) -> Self {
        let Outcome { new, changed, .. } = *outcome;
        Self { new, changed, unchanged: lines.saturating_sub(new + changed) }
    }
}

/// What a file of this kind holds, in Vietnamese.
fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Units => "đơn vị",
        Kind::Procedures => "thủ tục",
        Kind::ServicePoints => "điểm tiếp nhận",
        Kind::Campaigns => "đợt khảo sát",
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Counts { new, changed, unchanged } = self.counts;
        let kind = noun(self.kind);
        for fault in self.faults.iter().take(MOST_PRINTED) {
            writeln!(f, "{}", words::sentence(fault))?;
        }
        if self.faults.len() > MOST_PRINTED {
            writeln!(f, "… và {} lỗi khác", self.faults.len() - MOST_PRINTED)?;
        }
        if !self.faults.is_empty() {
            let count = self.faults.len();
            return writeln!(f, "Chưa nhập gì ({kind}): có {count} lỗi cần sửa trong tệp.");
        }
        let head = if self.applied { "Đã nhập" } else { "Kiểm tra xong, chưa ghi gì" };
        writeln!(
            f,
            "{head} ({kind}): {new} mục mới, {changed} mục thay đổi, {unchanged} mục không đổi."
        )
    }
}
