//! Procedures from a file.

use domain::{
    Fault, Reason,
    books::{content::ProcedureText, draft::Draft, version::Version},
    office::{books::procedure::MOST_DAYS, entry::is_procedure_code},
};

use super::{
    fields::{self, Fields, Lines},
    header::{Column, NAME, NAME_EN, NOTE, VALID_FROM, VALID_TO, needed, optional},
    sheet::Sheet,
};

pub(super) const COLUMNS: [Column; 9] = [
    needed("code", &["ma", "ma_tthc", "ma_thu_tuc"]),
    NAME,
    NAME_EN,
    optional("field", &["linh_vuc"]),
    optional("unit", &["don_vi", "ma_don_vi", "don_vi_chu_tri"]),
    optional("days", &["thoi_han", "so_ngay", "so_ngay_lam_viec"]),
    VALID_FROM,
    VALID_TO,
    NOTE,
];

/// What a sheet says, and what is wrong with its lines.
pub fn read(sheet: &Sheet) -> (Draft, Vec<Fault>) {
    let Lines { rows, faults, .. } = fields::rows(sheet, &COLUMNS, line);
    (Draft { procedures: rows, ..Draft::default() }, faults)
}

fn line(line: &mut Fields) -> Option<Version<ProcedureText>> {
    let code = line.six_digit_code(is_procedure_code, Reason::BadProcedureCode);
    let name = line.words("name", "name_en");
    let field = line.short("field");
    let unit = line.optional("unit");
    let days = line.whole("days", 1, MOST_DAYS);
    let (period, note) = (line.period(), line.note());
    let content =
        ProcedureText { name: name?, field: field?, unit: unit?, days: days?, note: note? };
    Some(Version { code: code?, period: period?, content })
}
