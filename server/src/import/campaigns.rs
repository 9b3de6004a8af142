//! Campaigns from a file, each offering an instrument that is there.

use domain::{Channel, Sampling, office::entry::is_campaign_code};

use super::{
    fault::{Fault, Reason},
    fields::{self, Fields, Lines},
    header::{Column, VALID_FROM, VALID_TO, needed, optional},
    report::Counts,
    sheet::Sheet,
};
use crate::{
    books::campaigns::lay,
    error::Error,
    store::{Tx, campaigns::Campaign, instruments, versions::Version},
};

pub(super) const COLUMNS: [Column; 9] = [
    needed("code", &["ma", "ma_dot"]),
    needed("title", &["ten", "tieu_de", "ten_dot"]),
    optional("title_en", &["ten_tieng_anh", "tieu_de_tieng_anh"]),
    needed("instrument", &["bo_phieu"]),
    optional("unit", &["don_vi", "ma_don_vi"]),
    optional("channel", &["kenh", "hinh_thuc"]),
    needed("sampling", &["cach_lay_mau", "cach_lay_phieu"]),
    VALID_FROM,
    VALID_TO,
];

const CODE: &str = "chỉ dùng chữ thường không dấu, chữ số và gạch nối; tối đa 40 ký tự";

/// An instrument's row, code and version.
type Instrument = (i64, String, i64);

/// Checks a sheet, and writes it if nothing is wrong and it shall be.
pub async fn take(tx: &mut Tx, sheet: &Sheet, apply: bool) -> Result<(Counts, Vec<Fault>), Error> {
    let sets = instruments::all(tx).await?;
    let Lines { rows, mut faults, .. } = fields::rows(sheet, &COLUMNS, |line| read(line, &sets));
    let lines = rows.len();
    let laid = lay(tx, rows, apply && faults.is_empty()).await?;
    let counts = Counts::of(lines, &laid);
    faults.extend(laid.faults);
    Ok((counts, faults))
}

fn read(line: &mut Fields, sets: &[Instrument]) -> Option<Version<Campaign>> {
    let code = line.code(is_campaign_code, CODE);
    let title = line.words("title", "title_en");
    let instrument = instrument(line, sets);
    let unit = line.optional("unit");
    let channel = match line.is_empty("channel") {
        true => Some(Channel::InPerson),
        false => line.choice("channel", Channel::ALL, Channel::name),
    };
    let sampling = line.choice("sampling", Sampling::ALL, Sampling::name);
    let period = line.period();
    let content = Campaign {
        title: title?,
        instrument: instrument?,
        unit: unit?,
        channel: channel?,
        sampling: sampling?,
    };
    Some(Version { code: code?, period: period?, content })
}

/// The row behind `code/version`; behind `code` alone, its newest version.
fn instrument(line: &mut Fields, sets: &[Instrument]) -> Option<i64> {
    let key = line.given("instrument")?;
    let newest = sets
        .iter()
        .filter(|(_, code, version)| *code == key || format!("{code}/{version}") == key)
        .max_by_key(|(_, _, version)| *version);
    let known = || sets.iter().map(|(_, code, version)| format!("{code}/{version}"));
    match newest {
        Some((id, ..)) => Some(*id),
        None => {
            let known = known().collect::<Vec<_>>().join(", ");
            line.fault("instrument", Reason::UnknownInstrument(known))
        }
    }
}
