//! Campaigns from a file, each offering an instrument that is there.

use domain::{
    Catalogue, Channel, Fault, Instrument, Reason, Sampling,
    books::{content::CampaignText, draft::Draft, version::Version},
    office::entry::is_campaign_code,
};

use super::{
    fields::{self, Fields, Lines},
    header::{Column, VALID_FROM, VALID_TO, needed, optional},
    sheet::Sheet,
};

pub(super) const COLUMNS: [Column; 10] = [
    needed("code", &["ma", "ma_dot"]),
    needed("title", &["ten", "tieu_de", "ten_dot"]),
    optional("title_en", &["ten_tieng_anh", "tieu_de_tieng_anh"]),
    needed("instrument", &["bo_phieu"]),
    optional("unit", &["don_vi", "ma_don_vi"]),
    optional("channel", &["kenh", "hinh_thuc"]),
    needed("sampling", &["cach_lay_mau", "cach_lay_phieu"]),
    optional("takes", &["nhan_phieu", "nhan_phieu_qua"]),
    VALID_FROM,
    VALID_TO,
];

/// What a sheet says, and what is wrong with its lines.
pub fn read(sheet: &Sheet, books: &Catalogue) -> (Draft, Vec<Fault>) {
    let Lines { rows, faults, .. } = fields::rows(sheet, &COLUMNS, |cells| line(cells, books));
    (Draft { campaigns: rows, ..Draft::default() }, faults)
}

fn line(line: &mut Fields, books: &Catalogue) -> Option<Version<CampaignText>> {
    let code = line.code(is_campaign_code, Reason::BadCampaignCode);
    let title = line.words("title", "title_en");
    let instrument = instrument(line, books);
    let unit = line.optional("unit");
    let channel = match line.is_empty("channel") {
        true => Some(Channel::InPerson),
        false => line.choice("channel", Channel::ALL, Channel::name),
    };
    let sampling = line.choice("sampling", Sampling::ALL, Sampling::name);
    let takes = line.choices("takes", Sampling::ALL, Sampling::name);
    let (period, code) = (line.period(), code?);
    // A file without the column does not speak of them.
    let before = books.campaigns.get(&code);
    let takes = takes?.or_else(|| before.map(|campaign| campaign.takes.clone()));
    let content = CampaignText {
        title: title?,
        instrument: instrument?,
        unit: unit?,
        channel: channel?,
        sampling: sampling?,
        takes: takes.unwrap_or_default(),
        // A file does not speak of quotas.
        quota: before.and_then(|campaign| campaign.quota),
    };
    let content = content.composed();
    Some(Version { code, period: period?, content })
}

/// The instrument of `code/version`; of `code` alone, its newest version.
fn instrument(line: &mut Fields, books: &Catalogue) -> Option<String> {
    let key = line.given("instrument")?;
    if let Some((_, set)) = books.instrument(&key) {
        return Some(set.key());
    }
    let mut known: Vec<&Instrument> = books.instruments.values().collect();
    known.sort_by_key(|set| (&set.code, set.version));
    let known: Vec<String> = known.into_iter().map(Instrument::key).collect();
    line.fault_about("instrument", Reason::UnknownInstrument, known.join(", "))
}
