//! Procedures from a file.

use domain::office::{books::procedure::MOST_DAYS, entry::is_procedure_code};

use super::{
    fault::Fault,
    fields::{self, Fields, Lines},
    header::{Column, NAME, NAME_EN, NOTE, VALID_FROM, VALID_TO, needed, optional},
    report::Counts,
    sheet::Sheet,
};
use crate::{
    books::procedures::lay,
    error::Error,
    store::{Tx, procedures::Procedure, versions::Version},
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

const CODE: &str = "hãy viết như 2.000004 hoặc 2.000004.000.00.00.H19, trong ô dạng Văn bản (Text)";

/// Checks a sheet, and writes it if nothing is wrong and it shall be.
pub async fn take(tx: &mut Tx, sheet: &Sheet, apply: bool) -> Result<(Counts, Vec<Fault>), Error> {
    let Lines { rows, mut faults, .. } = fields::rows(sheet, &COLUMNS, read);
    let lines = rows.len();
    let laid = lay(tx, rows, apply && faults.is_empty()).await?;
    let counts = Counts::of(lines, &laid);
    faults.extend(laid.faults);
    Ok((counts, faults))
}

fn read(line: &mut Fields) -> Option<Version<Procedure>> {
    let code = line.six_digit_code(is_procedure_code, CODE);
    let name = line.words("name", "name_en");
    let field = line.short("field");
    let unit = line.optional("unit");
    let days = line.whole("days", 1, MOST_DAYS);
    let (period, note) = (line.period(), line.note());
    let content = Procedure { name: name?, field: field?, unit: unit?, days: days?, note: note? };
    Some(Version { code: code?, period: period?, content })
}
