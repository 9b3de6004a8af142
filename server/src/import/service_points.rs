//! Service points from a file.

use domain::{
    Catalogue, Channel, Fault, Reason,
    books::{content::ServicePointText, draft::Draft, version::Version},
    office::entry::is_plain_code,
};

use super::{
    fields::{self, Fields, Lines},
    header::{Column, NAME, NAME_EN, VALID_FROM, VALID_TO, needed, optional},
    sheet::Sheet,
};

pub(super) const COLUMNS: [Column; 8] = [
    needed("code", &["ma", "ma_diem", "ma_diem_tiep_nhan"]),
    NAME,
    NAME_EN,
    needed("channel", &["kenh", "hinh_thuc"]),
    optional("units", &["don_vi", "cac_don_vi"]),
    optional("procedures", &["thu_tuc", "cac_thu_tuc"]),
    VALID_FROM,
    VALID_TO,
];

/// What a sheet says, and what is wrong with its lines.
pub fn read(sheet: &Sheet, books: &Catalogue) -> (Draft, Vec<Fault>) {
    let Lines { rows, faults, .. } = fields::rows(sheet, &COLUMNS, |cells| line(cells, books));
    (Draft { service_points: rows, ..Draft::default() }, faults)
}

fn line(line: &mut Fields, books: &Catalogue) -> Option<Version<ServicePointText>> {
    let code = line.code(is_plain_code, Reason::BadCode);
    let name = line.words("name", "name_en");
    let channel = line.choice("channel", Channel::ALL, Channel::name);
    let period = line.period();
    let (units, procedures) = (line.list("units"), line.list("procedures"));
    let code = code?;
    // A file without these columns does not speak of what it serves.
    let before = books.service_points.get(&code).map(|point| books.service_point_text(point));
    let (had_units, had) = before.map(|it| (it.units, it.procedures)).unwrap_or_default();
    let content = ServicePointText {
        name: name?,
        channel: channel?,
        units: units?.unwrap_or(had_units),
        procedures: procedures?.unwrap_or(had),
    };
    Some(Version { code, period: period?, content })
}
