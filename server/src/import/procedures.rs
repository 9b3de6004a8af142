//! Procedures from a file, each led by a unit that is there on all its days.

use super::{
    fault::Fault,
    fields::{self, Fields, Lines},
    header::{Column, NAME, NAME_EN, NOTE, VALID_FROM, VALID_TO, needed, optional},
    report::Counts,
    sheet::Sheet,
    versions::{self, Change, Key, codes, dangling, identities, stored_only},
};
use crate::{
    error::Error,
    store::{
        Tx,
        procedures::{self, Procedure},
        units,
        versions::Version,
    },
};

const COLUMNS: [Column; 9] = [
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

/// The longest time limit, in working days.
const MOST_DAYS: i64 = 1000;

const CODE: &str = "hãy viết như 2.000004 hoặc 2.000004.000.00.00.H19, trong ô dạng Văn bản (Text)";

/// Checks a sheet, and writes it if nothing is wrong and it shall be.
pub async fn take(tx: &mut Tx, sheet: &Sheet, apply: bool) -> Result<(Counts, Vec<Fault>), Error> {
    let Lines { rows, mut faults, .. } = fields::rows(sheet, &COLUMNS, read);
    let units = units::all(tx).await?;
    let stored = procedures::all(tx, &codes(&units)).await?;
    let (merged, more) = versions::merge(&stored, &rows, Key::CodeAndDay);
    faults.extend(more);
    let there = stored_only(&units);
    faults.extend(dangling(&merged.all, "unit", |procedure| procedure.unit.as_deref(), &there));
    if apply && faults.is_empty() {
        let (units, mut ids) = (identities(&units), identities(&stored));
        for Change { row, .. } in &merged.changes {
            let code = &row.version.code;
            if !ids.contains_key(code) {
                ids.insert(code.clone(), procedures::create(tx).await?);
            }
            let unit = row.version.content.unit.as_ref().and_then(|code| units.get(code));
            procedures::put(tx, ids[code], unit.copied(), &row.version).await?;
        }
    }
    Ok((Counts::of(&rows, &merged), faults))
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

/// `2.000004`, or with the tail of an agency: `2.000004.000.00.00.H19`.
fn is_procedure_code(code: &str) -> bool {
    let digits =
        |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = code.split('.').collect();
    let (head, tail) = parts.split_at(parts.len().min(2));
    let [level, number] = head else { return false };
    let tail = match tail {
        [] => true,
        [a, b, c, agency] => {
            let (letter, rest) = agency.split_at_checked(1).unwrap_or_default();
            digits(a, 3)
                && digits(b, 2)
                && digits(c, 2)
                && letter.bytes().all(|b| b.is_ascii_uppercase())
                && digits(rest, 2)
        }
        _ => false,
    };
    matches!(*level, "1" | "2" | "3") && digits(number, 6) && tail
}

#[cfg(test)]
mod tests {
    use super::is_procedure_code;

    #[test]
    fn codes_are_as_the_national_list_writes_them() {
        for good in ["2.000004", "1.115377", "3.999999.000.00.00.H19"] {
            assert!(is_procedure_code(good), "{good}");
        }
        for bad in [
            "",
            "2.00004",
            "4.000004",
            "2.0000040",
            "2.000004.",
            "2,000004",
            "2.000004.H19",
            "2.000004.000.00.00.19",
            "2.000004.000.00.00.h19",
            "2.000004.000.00.00.Đ19",
            "2.٠٠٠٠٠٤",
        ] {
            assert!(!is_procedure_code(bad), "{bad}");
        }
    }
}
