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
    problem::Problem,
    sent::{self, SentJson},
    staff::{Done, Staff},
    state::App,
    store::{Tx, settings},
};

/// The settings.
#[utoipa::path(get, path = "/settings", responses((status = 200, body = SettingsPage)))]
pub async fn show(State(app): State<App>) -> Json<SettingsPage> {
    Json(page(app.books().office.clone()))
}

/// Sets the settings, all of them.
#[utoipa::path(
    put, path = "/settings", request_body = SettingsChange,
    responses((status = 200, body = SettingsPage)),
)]
pub async fn update(
    State(app): State<App>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<Json<SettingsPage>, Problem> {
    let sent: SettingsChange = sent::json(&body)?;
    everything(&staff)?;
    let checked = check(&sent.settings);
    if checked.is_err() {
        current(&mut app.db.snapshot().await?, &sent.based_on).await?;
    }
    let mut kept = checked?;
    let mut change = Change::beside(&app, &staff).await?;
    let before = current(&mut change.act.tx, &sent.based_on).await?;
    for said in [&mut kept.letterhead_above, &mut kept.letterhead, &mut kept.place] {
        *said = text::compose(said);
    }
    let stored = serde_json::to_string(&kept).map_err(|_| Problem::Broken)?;
    settings::set(&mut change.act.tx, settings::OFFICE, &stored).await?;
    let after = page(kept);
    let done = Done::new("settings.change", "settings");
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
    let kept = settings.check().map_err(|faults| fields.faults = faults).ok();
    settings.retention.check(&mut fields);
    fields.end(kept)
}

fn page(settings: OfficeSettings) -> SettingsPage {
    SettingsPage { state: state(&settings), settings }
}
