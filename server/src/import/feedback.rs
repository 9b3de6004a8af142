//! The register of another channel, from a file: cases as they came, and what was answered years ago.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Catalogue, Fault, Reason,
    fault::FileReason,
    feedback::kind::{Kind, Source},
    office::{
        entry::CODE,
        feedback::{case::SenderView, order::WORDS, outside::OutsideCase},
    },
    people::contact,
};

use super::{
    fields::{self, Fields},
    header::{Column, needed, optional},
    sheet,
};
use crate::feedback::outside;

pub mod keep;

/// The most lines of a file: all of them are one transaction.
pub const MOST_LINES: usize = 20_000;

pub(super) const COLUMNS: [Column; 12] = [
    needed("channel", &["kenh", "kenh_tiep_nhan", "nguon", "den_qua"]),
    needed("outside_number", &["so", "ma_so", "ma_phan_anh", "so_phan_anh", "ma_pakn"]),
    needed("received", &["ngay_nhan", "ngay_gui", "ngay_tiep_nhan", "ngay_den"]),
    optional("due", &["han", "han_tra_loi", "han_xu_ly"]),
    needed("kind", &["loai", "noi_dung_ve"]),
    optional("unit", &["don_vi", "ma_don_vi"]),
    optional("procedure", &["thu_tuc", "ma_tthc", "ma_thu_tuc"]),
    needed("text", &["noi_dung", "noi_dung_phan_anh", "loi_nguoi_gui"]),
    optional("sender", &["ho_ten", "ho_va_ten", "nguoi_gui", "ten_nguoi_gui"]),
    optional("contact", &["lien_he", "dien_thoai", "so_dien_thoai", "sdt", "dia_chi"]),
    optional("finished", &["ngay_tra_loi", "ngay_hoan_thanh", "ngay_ket_thuc"]),
    optional("answer", &["tra_loi", "noi_dung_tra_loi", "ket_qua"]),
];

/// What people write for a channel, folded, beside its name.
const CHANNELS: [(Source, &[&str]); 7] = [
    (Source::Portal, &["cong", "cong dvcqg", "cong dich vu cong", "cong dich vu cong quoc gia"]),
    (Source::Hotline, &["1022", "tong dai 1022", "tong dai", "duong day nong"]),
    (Source::InPerson, &["truc tiep", "tai quay", "quay", "mot cua"]),
    (Source::Letter, &["thu", "don thu", "van ban", "buu dien", "cong van"]),
    (Source::Email, &["e-mail", "thu dien tu", "hop thu"]),
    (Source::Zalo, &["zalo oa"]),
    (Source::Other, &["khac"]),
];

/// What people write for what a case is about.
const KINDS: [(Kind, &[&str]); 5] = [
    (Kind::Regulation, &["quy dinh", "quy dinh, thu tuc", "thu tuc", "thu tuc hanh chinh"]),
    (Kind::Conduct, &["thai do", "hanh vi", "can bo", "cong chuc", "thai do, cach lam viec"]),
    (Kind::Service, &["phuc vu", "chat luong phuc vu", "dich vu"]),
    (Kind::Proposal, &["kien nghi", "hien ke", "de xuat", "gop y"]),
    (Kind::Praise, &["khen", "khen ngoi", "cam on"]),
];

/// A line that nothing is wrong with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file.
    pub line: usize,
    /// The case.
    pub case: OutsideCase,
}

/// The cases of a file, and everything wrong with it.
pub fn read(bytes: &[u8], books: &Catalogue, today: NaiveDate) -> (Vec<Row>, Vec<Fault>) {
    let sheet = match sheet::read(bytes, &COLUMNS) {
        Ok(sheet) => sheet,
        Err(fault) => return (Vec::new(), vec![fault]),
    };
    if sheet.lines.len() > MOST_LINES {
        return (Vec::new(), vec![Fault::file(FileReason::TooManyLines(MOST_LINES))]);
    }
    let (lines, mut faults) = fields::each(&sheet, &COLUMNS, |line| case(line, books, today));
    let rows: Vec<Row> = lines.into_iter().map(|(line, case)| Row { line, case }).collect();
    faults.extend(twice(&rows));
    if rows.is_empty() && faults.is_empty() {
        faults.push(Fault::file(FileReason::EmptyFile));
    }
    faults.sort_by_key(Fault::line);
    (rows, faults)
}

fn case(line: &mut Fields, books: &Catalogue, today: NaiveDate) -> Option<OutsideCase> {
    let source = line.meant("channel", &CHANNELS, Source::name);
    let number = line.given("outside_number");
    let number = match number {
        Some(number) if number.chars().nth(CODE).is_some() => {
            line.fault("outside_number", Reason::TooLong(CODE))
        }
        number => number,
    };
    let sent = received(line, today);
    let due = line.day("due")?;
    if due.zip(sent).is_some_and(|(due, sent)| due < sent) {
        line.fault::<()>("due", FileReason::BeforeReceived);
    }
    let kind = line.meant("kind", &KINDS, Kind::name);
    let place = place(line, books, [sent.unwrap_or(today), today]);
    let text = match line.passage("text", WORDS) {
        Some(text) if text.is_empty() => line.fault("text", Reason::Missing),
        text => text,
    };
    let sender = sender(line);
    let finished = finished(line, sent, today);
    let (unit, procedure) = place?;
    Some(OutsideCase {
        source: source?,
        number: number?,
        kind: kind?,
        sent: sent?,
        due: due.filter(|due| Some(*due) >= sent),
        text: text?,
        unit,
        procedure,
        sender: sender?,
        is_publishable: false,
        finished: finished?,
    })
}

/// The day it was sent there.
fn received(line: &mut Fields, today: NaiveDate) -> Option<NaiveDate> {
    match line.day("received")? {
        None => line.fault("received", Reason::Missing),
        Some(sent) if sent > today => line.fault("received", FileReason::DayAhead),
        sent => sent,
    }
}

/// The rows of unit and procedure.
fn place(
    line: &mut Fields,
    books: &Catalogue,
    days: [NaiveDate; 2],
) -> Option<(Option<i64>, Option<i64>)> {
    let (unit, procedure) = (line.optional("unit")?, line.optional("procedure")?);
    let found = unit.as_deref().map(|code| outside::unit(books, code, days));
    let version = procedure.as_deref().map(|code| outside::procedure(books, code, days));
    if found == Some(None) {
        line.fault_about::<()>("unit", Reason::UnknownUnit, unit.unwrap_or_default());
    }
    if version == Some(None) {
        let code = procedure.unwrap_or_default();
        line.fault_about::<()>("procedure", Reason::UnknownProcedure, code);
    }
    (found != Some(None) && version != Some(None)).then(|| (found.flatten(), version.flatten()))
}

/// Who sent it: a name with a number or an address, or neither.
fn sender(line: &mut Fields) -> Option<Option<SenderView>> {
    let (name, way) = (line.short("sender")?, line.short("contact")?);
    match (name.is_empty(), way.is_empty()) {
        (true, true) => return Some(None),
        (true, false) => return line.fault("sender", Reason::Missing),
        (false, true) => return line.fault("contact", Reason::Missing),
        (false, false) => {}
    }
    let phone = contact::phone(&way);
    let address = if phone.is_some() { String::new() } else { way };
    Some(Some(SenderView { name, phone: phone.unwrap_or_default(), address }))
}

/// When it was answered there and how: both or neither.
fn finished(
    line: &mut Fields,
    sent: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<Option<(NaiveDate, String)>> {
    let (on, answer) = (line.day("finished")?, line.passage("answer", WORDS)?);
    match on {
        Some(on) if on > today => line.fault("finished", FileReason::DayAhead),
        Some(on) if sent.is_some_and(|sent| on < sent) => {
            line.fault("finished", FileReason::BeforeReceived)
        }
        Some(_) if answer.is_empty() => line.fault("answer", Reason::Missing),
        None if !answer.is_empty() => line.fault("finished", Reason::Missing),
        on => Some(on.map(|on| (on, answer))),
    }
}

/// A fault for each number that an earlier line of the same channel has.
fn twice(rows: &[Row]) -> Vec<Fault> {
    let mut first: HashMap<(i64, &str), usize> = HashMap::new();
    let again = rows.iter().filter_map(|row| {
        let key = (row.case.source.number(), row.case.number.as_str());
        let line = *first.entry(key).or_insert(row.line);
        let fault = Fault::at(row.line, "outside_number", Reason::Twice);
        (line != row.line).then(|| fault.about(line.to_string()))
    });
    again.collect()
}

#[cfg(test)]
mod tests;
