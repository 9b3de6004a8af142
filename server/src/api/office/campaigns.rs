//! `/api/v1/office/campaigns`: rounds of asking, each within the scope of whoever changes it.

mod rows;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Campaign, Catalogue, Fault, Reason,
    books::campaign::Standing,
    listing::{Listed, Search, Wanted, fits},
    office::surveys::campaign::{CampaignChange, CampaignRow, CampaignText, NewCampaign},
    text,
};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;

use super::told::{self, Spot};
use crate::{
    books::{Change, Done, campaigns::lay, versions::Row},
    office::Staff,
    problem::Problem,
    sent::{self, SentJson},
    state::App,
    store::{campaigns, versions::Version},
};

/// What else a row has to be.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// `open`, `not_open_yet` or `closed`.
    standing: Option<String>,
    /// The code of its unit, today.
    unit: Option<String>,
}

impl Filter {
    fn fits(&self, row: &CampaignRow) -> bool {
        let standing = match row.standing {
            Standing::NotOpenYet => "not_open_yet",
            Standing::Open => "open",
            Standing::Closed => "closed",
        };
        fits(self.standing.as_deref(), standing) && fits(self.unit.as_deref(), row.unit.as_deref())
    }
}

/// Every campaign, with its ballots.
#[utoipa::path(
    get, path = "/campaigns", params(Wanted, Filter),
    responses((status = 200, body = Listed<CampaignRow>)),
)]
pub async fn list(
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
    Query(filter): Query<Filter>,
) -> Result<Json<Listed<CampaignRow>>, Problem> {
    let mut tx = app.db.snapshot().await?;
    let counts = campaigns::counts(&mut tx).await?;
    tx.commit().await?;
    let (books, today) = (app.books(), app.today());
    let mut rows: Vec<CampaignRow> = books
        .catalogue
        .campaigns
        .values()
        .map(|campaign| rows::row(&books.catalogue, campaign, &counts, today))
        .filter(|row| filter.fits(row))
        .collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    let holds = |search: &Search, row: &CampaignRow| {
        let unit = row.unit.as_deref().unwrap_or_default();
        search.words_in(&[&row.code, &row.title.vi, &row.title.en, unit])
    };
    Ok(Json(wanted.list(rows, holds, rows::key)))
}

/// One campaign.
#[utoipa::path(
    get, path = "/campaigns/{code}", params(("code" = String, Path)),
    responses((status = 200, body = CampaignRow)),
)]
pub async fn show(
    State(app): State<App>,
    Path(code): Path<String>,
) -> Result<Json<CampaignRow>, Problem> {
    let mut tx = app.db.snapshot().await?;
    let counts = campaigns::counts(&mut tx).await?;
    tx.commit().await?;
    let books = app.books();
    let campaign = books.catalogue.campaigns.get(&code).ok_or(Problem::NotFound)?;
    Ok(Json(rows::row(&books.catalogue, campaign, &counts, app.today())))
}

/// Adds a campaign.
#[utoipa::path(
    post, path = "/campaigns", request_body = NewCampaign,
    responses((status = 201, body = CampaignRow)),
)]
pub async fn create(
    State(app): State<App>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<CampaignRow>), Problem> {
    let sent: NewCampaign = sent::json(&body)?;
    let mut change = Change::begin(&app).await?;
    let books = &change.books;
    within(&app, &staff, books, sent.unit.as_deref())?;
    let is_taken = books.campaigns.contains_key(&sent.code);
    let named = told::taken("code", is_taken).into_iter().chain(unknown(
        books,
        &sent.instrument,
        sent.unit.as_deref(),
    ));
    let (code, said) = told::all(sent.check(), named.collect())?;
    put(&mut change, &code, said).await?;
    let row = ended(change, &app, &staff, ("campaign.create", &code), None).await?;
    Ok((StatusCode::CREATED, Json(row)))
}

/// Changes a campaign. Once it has ballots, question set, unit, channel and sampling stay.
#[utoipa::path(
    put, path = "/campaigns/{code}", params(("code" = String, Path)), request_body = CampaignChange,
    responses((status = 200, body = CampaignRow)),
)]
pub async fn update(
    State(app): State<App>,
    staff: Staff,
    Path(code): Path<String>,
    SentJson(body): SentJson,
) -> Result<Json<CampaignRow>, Problem> {
    let sent: CampaignChange = sent::json(&body)?;
    let mut change = Change::begin(&app).await?;
    let before = before(&mut change, &app, &staff, &code).await?;
    if before.state != sent.based_on {
        return Err(Problem::Stale);
    }
    let books = &change.books;
    within(&app, &staff, books, sent.unit.as_deref())?;
    let named = unknown(books, &sent.instrument, sent.unit.as_deref());
    let said = told::all(sent.check(), named.collect())?;
    put(&mut change, &code, said).await?;
    let before = Some(json!(before));
    Ok(Json(ended(change, &app, &staff, ("campaign.change", &code), before).await?))
}

/// Closes a campaign at once: it takes no ballot from this moment on.
#[utoipa::path(
    post, path = "/campaigns/{code}/closing", params(("code" = String, Path)),
    responses((status = 200, body = CampaignRow)),
)]
pub async fn close(
    State(app): State<App>,
    staff: Staff,
    Path(code): Path<String>,
) -> Result<Json<CampaignRow>, Problem> {
    let mut change = Change::begin(&app).await?;
    let before = before(&mut change, &app, &staff, &code).await?;
    if before.closed.is_some() {
        return Ok(Json(before));
    }
    let campaign = change.books.campaigns.get(&code).ok_or(Problem::NotFound)?.id;
    campaigns::close(&mut change.tx, campaign, app.moment()).await?;
    let before = Some(json!(before));
    Ok(Json(ended(change, &app, &staff, ("campaign.close", &code), before).await?))
}

/// A campaign as it is, if it is within the scope.
async fn before(
    change: &mut Change,
    app: &App,
    staff: &Staff,
    code: &str,
) -> Result<CampaignRow, Problem> {
    let counts = campaigns::counts(&mut change.tx).await?;
    let campaign: &Campaign = change.books.campaigns.get(code).ok_or(Problem::NotFound)?;
    reached(app, staff, &change.books, campaign.unit)?;
    Ok(rows::row(&change.books, campaign, &counts, app.today()))
}

/// Refuses the code of a unit outside the scope. One that nobody has is a fault and told as such,
/// to those who may name any.
fn within(app: &App, staff: &Staff, books: &Catalogue, unit: Option<&str>) -> Result<(), Problem> {
    let unit = unit.and_then(|code| books.unit(code.trim()).first()).map(|version| version.unit);
    reached(app, staff, books, unit)
}

/// Refuses a unit outside the scope; a merged one belongs to those of the unit it went into.
fn reached(app: &App, staff: &Staff, books: &Catalogue, unit: Option<i64>) -> Result<(), Problem> {
    let stands_for = unit.and_then(|unit| books.unit_on(unit, app.today()));
    let unit = stands_for.map(|version| version.unit).or(unit);
    if staff.scope.holds(unit) { Ok(()) } else { Err(Problem::NotAllowed) }
}

/// What is wrong with what it names.
fn unknown(books: &Catalogue, instrument: &str, unit: Option<&str>) -> impl Iterator<Item = Fault> {
    let is_known = books.instrument(instrument.trim()).is_some();
    let instrument = (!is_known).then(|| Fault::new("instrument", Reason::UnknownInstrument));
    instrument.into_iter().chain(told::unknown_unit(books, "unit", unit))
}

/// Writes a campaign if nothing is wrong with it.
async fn put(change: &mut Change, code: &str, said: CampaignText) -> Result<(), Problem> {
    let CampaignText { mut title, instrument, unit, channel, sampling, period, quota } = said;
    (title.vi, title.en) = (text::compose(&title.vi), text::compose(&title.en));
    let unknown = || Problem::faults(vec![Fault::new("instrument", Reason::UnknownInstrument)]);
    let (instrument, _) = change.books.instrument(&instrument).ok_or_else(unknown)?;
    let content = campaigns::Campaign { title, instrument, unit, channel, sampling };
    let version = Version { code: code.to_owned(), period, content };
    let laid = lay(&mut change.tx, vec![Row { number: 0, version }], true).await?;
    told::sound(laid, &[Spot::form()])?;
    Ok(campaigns::set_quota(&mut change.tx, code, quota).await?)
}

async fn ended(
    mut change: Change,
    app: &App,
    staff: &Staff,
    (action, code): (&str, &str),
    before: Option<Value>,
) -> Result<CampaignRow, Problem> {
    let books = change.now().await?;
    let counts = campaigns::counts(&mut change.tx).await?;
    let campaign = books.campaigns.get(code).ok_or(Problem::Broken)?;
    let row = rows::row(&books, campaign, &counts, app.today());
    let object = format!("campaign/{code}");
    let done = Done { action, object: &object, before, after: Some(json!(row)) };
    change.end(app, staff, done).await?;
    Ok(row)
}
