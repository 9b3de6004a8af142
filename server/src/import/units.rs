//! Units from a file.

use std::collections::HashSet;

use domain::{
    Fault, Reason,
    books::{content::UnitText, draft::Draft, version::Version},
    office::entry::is_plain_code,
};

use super::{
    fields::{self, Fields, Lines},
    header::{Column, NAME, NAME_EN, NOTE, VALID_FROM, VALID_TO, needed, optional},
    sheet::Sheet,
};

pub(super) const COLUMNS: [Column; 8] = [
    needed("code", &["ma", "ma_don_vi"]),
    NAME,
    NAME_EN,
    optional("parent", &["cap_tren", "don_vi_cap_tren", "ma_cap_tren"]),
    VALID_FROM,
    VALID_TO,
    optional("decision", &["quyet_dinh", "so_quyet_dinh"]),
    NOTE,
];

/// What a sheet says, what is wrong with its lines, and the codes of the lines that cannot be read.
pub fn read(sheet: &Sheet) -> (Draft, Vec<Fault>, HashSet<String>) {
    let Lines { rows, faults, unread } = fields::rows(sheet, &COLUMNS, line);
    (Draft { units: rows, ..Draft::default() }, faults, unread)
}

/// Whether a fault only follows from a line that could not be read.
pub fn follows(fault: &Fault, unread: &HashSet<String>) -> bool {
    let about_unit = matches!(fault.reason, Reason::UnknownUnit | Reason::NotThereThen);
    about_unit && unread.contains(&fault.detail)
}

fn line(line: &mut Fields) -> Option<Version<UnitText>> {
    let code = line.code(is_plain_code, Reason::BadCode);
    let name = line.words("name", "name_en");
    let parent = line.optional("parent");
    let period = line.period();
    let (decision, note) = (line.short("decision"), line.note());
    let content = UnitText { name: name?, parent: parent?, decision: decision?, note: note? };
    Some(Version { code: code?, period: period?, content })
}
