//! Service points from a file.

use domain::{
    Channel, Fault, Reason,
    books::{content::ServicePointText, draft::Draft, version::Version},
    office::entry::is_plain_code,
};

use super::{
    fields::{self, Fields, Lines},
    header::{Column, NAME, NAME_EN, VALID_FROM, VALID_TO, needed},
    sheet::Sheet,
};

pub(super) const COLUMNS: [Column; 6] = [
    needed("code", &["ma", "ma_diem", "ma_diem_tiep_nhan"]),
    NAME,
    NAME_EN,
    needed("channel", &["kenh", "hinh_thuc"]),
    VALID_FROM,
    VALID_TO,
];

/// What a sheet says, and what is wrong with its lines.
pub fn read(sheet: &Sheet) -> (Draft, Vec<Fault>) {
    let Lines { rows, faults, .. } = fields::rows(sheet, &COLUMNS, line);
    (Draft { service_points: rows, ..Draft::default() }, faults)
}

fn line(line: &mut Fields) -> Option<Version<ServicePointText>> {
    let code = line.code(is_plain_code, Reason::BadCode);
    let name = line.words("name", "name_en");
    let channel = line.choice("channel", Channel::ALL, Channel::name);
    let period = line.period();
    let content = ServicePointText { name: name?, channel: channel? };
    Some(Version { code: code?, period: period?, content })
}
