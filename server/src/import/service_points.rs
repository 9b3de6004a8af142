//! Service points from a file.

use domain::Channel;

use super::{
    fault::Fault,
    fields::{self, Fields, Lines, PLAIN_CODE, is_plain_code},
    header::{Column, NAME, NAME_EN, VALID_FROM, VALID_TO, needed},
    report::Counts,
    sheet::Sheet,
    versions::{self, Change, Key},
};
use crate::{
    error::Error,
    store::{
        Tx,
        service_points::{self, ServicePoint},
        versions::Version,
    },
};

const COLUMNS: [Column; 6] = [
    needed("code", &["ma", "ma_diem", "ma_diem_tiep_nhan"]),
    NAME,
    NAME_EN,
    needed("channel", &["kenh", "hinh_thuc"]),
    VALID_FROM,
    VALID_TO,
];

/// Checks a sheet, and writes it if nothing is wrong and it shall be.
pub async fn take(tx: &mut Tx, sheet: &Sheet, apply: bool) -> Result<(Counts, Vec<Fault>), Error> {
    let Lines { rows, mut faults, .. } = fields::rows(sheet, &COLUMNS, read);
    let stored = service_points::all(tx).await?;
    let (merged, more) = versions::merge(&stored, &rows, Key::Code);
    faults.extend(more);
    if apply && faults.is_empty() {
        for Change { row, .. } in &merged.changes {
            service_points::put(tx, &row.version).await?;
        }
    }
    Ok((Counts::of(&rows, &merged), faults))
}

fn read(line: &mut Fields) -> Option<Version<ServicePoint>> {
    let code = line.code(is_plain_code, PLAIN_CODE);
    let name = line.words("name", "name_en");
    let channel = line.choice("channel", Channel::ALL, Channel::name);
    let period = line.period();
    let content = ServicePoint { name: name?, channel: channel? };
    Some(Version { code: code?, period: period?, content })
}
