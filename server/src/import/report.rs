//! What an import found and did, as the command prints it.

use domain::{Fault, books::draft::Outcome, fault::SpokenFault};

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
        if !self.faults.is_empty() {
            return refused(f, kind, &self.faults);
        }
        let head = head(self.applied);
        writeln!(
            f,
            "{head} ({kind}): {new} mục mới, {changed} mục thay đổi, {unchanged} mục không đổi."
        )
    }
}

fn head(applied: bool) -> &'static str {
    if applied { "Đã nhập" } else { "Kiểm tra xong, chưa ghi gì" }
}

/// The faults of a file that was not taken.
fn refused(f: &mut std::fmt::Formatter<'_>, kind: &str, faults: &[Fault]) -> std::fmt::Result {
    for fault in faults.iter().take(MOST_PRINTED) {
        writeln!(f, "{}", words::sentence(fault))?;
    }
    if faults.len() > MOST_PRINTED {
        writeln!(f, "… và {} lỗi khác", faults.len() - MOST_PRINTED)?;
    }
    writeln!(f, "Chưa nhập gì ({kind}): có {} lỗi cần sửa trong tệp.", faults.len())
}

/// What became of a register of cases.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Its lines without a fault.
    pub rows: usize,
    /// Everything to mend, by line; nothing was kept unless this is empty.
    pub faults: Vec<Fault>,
    /// Whether it was kept, and not only looked at.
    pub applied: bool,
}

impl std::fmt::Display for Taken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.faults.is_empty() {
            return refused(f, "ý kiến", &self.faults);
        }
        writeln!(f, "{} (ý kiến): {} mục mới.", head(self.applied), self.rows)
    }
}

/// The most faults that a page is told.
const MOST_TOLD: usize = 200;

/// The faults of a file in words, each with its line and column.
pub fn spoken(mut faults: Vec<Fault>) -> Vec<SpokenFault> {
    faults.sort_by_key(Fault::line);
    let more = faults.len().saturating_sub(MOST_TOLD);
    let told = faults.iter().take(MOST_TOLD).map(|fault| SpokenFault {
        field: format!("{}.{}", fault.line(), fault.field()),
        code: words::code(fault).to_owned(),
        message: words::sentence(fault),
    });
    let rest = (more > 0).then(|| SpokenFault {
        field: String::new(),
        code: "more".to_owned(),
        message: format!("… và {more} lỗi khác"),
    });
    told.chain(rest).collect()
}
