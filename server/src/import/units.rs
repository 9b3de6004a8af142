//! Units from a file.

use std::collections::HashSet;

use domain::office::entry::is_plain_code;

use super::{
    fault::{Fault, Reason},
    fields::{self, Fields, Lines, PLAIN_CODE},
    header::{Column, NAME, NAME_EN, NOTE, VALID_FROM, VALID_TO, needed, optional},
    report::Counts,
    sheet::Sheet,
};
use crate::{
    books::units::{Also, lay},
    error::Error,
    store::{Tx, units::Unit, versions::Version},
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

/// Checks a sheet, and writes it if nothing is wrong and it shall be.
pub async fn take(tx: &mut Tx, sheet: &Sheet, apply: bool) -> Result<(Counts, Vec<Fault>), Error> {
    let Lines { rows, mut faults, unread } = fields::rows(sheet, &COLUMNS, read);
    let lines = rows.len();
    let laid = lay(tx, rows, Also::default(), apply && faults.is_empty()).await?;
    let counts = Counts::of(lines, &laid);
    faults.extend(laid.faults.into_iter().filter(|fault| !follows(fault, &unread)));
    Ok((counts, faults))
}

/// Whether a fault only follows from a line that could not be read.
fn follows(fault: &Fault, unread: &HashSet<String>) -> bool {
    match &fault.reason {
        Reason::UnknownUnit(code) | Reason::UnitNotValidThen(code) => unread.contains(code),
        _ => false,
    }
}

fn read(line: &mut Fields) -> Option<Version<Unit>> {
    let code = line.code(is_plain_code, PLAIN_CODE);
    let name = line.words("name", "name_en");
    let parent = line.optional("parent");
    let period = line.period();
    let (decision, note) = (line.short("decision"), line.note());
    let content = Unit { name: name?, parent: parent?, decision: decision?, note: note? };
    Some(Version { code: code?, period: period?, content })
}
