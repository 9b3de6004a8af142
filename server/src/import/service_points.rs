//! Service points from a file.

use domain::{Channel, office::entry::is_plain_code};

use super::{
    fault::Fault,
    fields::{self, Fields, Lines, PLAIN_CODE},
    header::{Column, NAME, NAME_EN, VALID_FROM, VALID_TO, needed},
    report::Counts,
    sheet::Sheet,
};
use crate::{
    books::service_points::lay,
    error::Error,
    store::{Tx, service_points::ServicePoint, versions::Version},
};

pub(super) const COLUMNS: [Column; 6] = [
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
    let lines = rows.len();
    let laid = lay(tx, rows, apply && faults.is_empty()).await?;
    let counts = Counts::of(lines, &laid);
    faults.extend(laid.faults);
    Ok((counts, faults))
}

fn read(line: &mut Fields) -> Option<Version<ServicePoint>> {
    let code = line.code(is_plain_code, PLAIN_CODE);
    let name = line.words("name", "name_en");
    let channel = line.choice("channel", Channel::ALL, Channel::name);
    let period = line.period();
    let content = ServicePoint { name: name?, channel: channel? };
    Some(Version { code: code?, period: period?, content })
}
