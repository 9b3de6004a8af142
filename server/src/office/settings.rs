//! `/api/v1/office/settings`: how the office wants it, such as its letterhead.

use axum::{Json, extract::State};
use domain::{
    Fault,
    office::{
        OfficeSettings,
        entry::Fields,
        settings::{SettingsChange, SettingsPage},
    },
    text,
};

use crate::{
    books::{Change, everything, state},
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{Tx, settings},
};

/// The settings.
#[utoipa::path(get, path = "/settings", responses((status = 200, body = SettingsPage)))]
pub async fn show(State(node): State<Node>) -> Json<SettingsPage> {
    Json(page(node.books().office.clone()))
}

/// Sets the settings, all of them.
#[utoipa::path(
    put, path = "/settings", request_body = SettingsChange,
    responses((status = 200, body = SettingsPage)),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<Json<SettingsPage>, Problem> {
    let sent: SettingsChange = sent::json(&body)?;
    everything(&staff)?;
    let checked = check(&sent.settings);
    if checked.is_err() {
        current(&mut node.db.snapshot().await?, &sent.based_on).await?;
    }
    let mut checked = checked?;
    let mut change = Change::beside(&node, &staff).await?;
    let before = current(&mut change.act.tx, &sent.based_on).await?;
    for said in [&mut checked.letterhead_above, &mut checked.letterhead, &mut checked.place] {
        *said = text::compose(said);
    }
    let stored = serde_json::to_string(&checked).map_err(|_| Problem::Broken)?;
    settings::set(&mut change.act.tx, settings::OFFICE, &stored).await?;
    let after = page(checked);
    let done = Deed::new("settings.change", "settings");
    change.keep(done.before(before).after(&after)).await?;
    Ok(Json(after))
}

/// The settings as they are, if that is still as they were seen.
async fn current(tx: &mut Tx, based_on: &str) -> Result<SettingsPage, Problem> {
    let page = page(settings::office_in(tx).await?);
    if page.state == based_on { Ok(page) } else { Err(Problem::Stale) }
}

/// The settings as they are kept, or everything wrong with them.
fn check(settings: &OfficeSettings) -> Result<OfficeSettings, Vec<Fault>> {
    let mut fields = Fields::default();
    let checked = settings.check().map_err(|faults| fields.faults = faults).ok();
    settings.retention.check(&mut fields);
    fields.end(checked)
}

fn page(settings: OfficeSettings) -> SettingsPage {
    SettingsPage { state: state(&settings), settings }
}
