//! `/api/v1/office/campaigns/{code}/invitees`: people asked by a link of their own, each within the
//! reach of whoever looks or changes.

pub mod export;
pub mod upload;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Action, Campaign, Catalogue, Fault, Reason, Scope, day,
    listing::{Listed, Part, given},
    office::surveys::invitee::{Asked, Contact, InviteeRow},
};
use serde_json::json;

use crate::{
    invitees,
    problem::{Problem, ProblemReply},
    sent::{self, SentJson},
    staff::{Done, Staff, reach_of},
    state::{App, Books},
    store::{
        invitees as stored,
        invitees::{Row, Wanted},
    },
};

/// The people of a campaign. Contacts are whole for those who may read them, and masked for others;
/// each page read goes on the record.
#[utoipa::path(
    get, path = "/campaigns/{code}/invitees", params(("code" = String, Path), Asked),
    responses((status = 200, body = Listed<InviteeRow>)),
)]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Json<Listed<InviteeRow>>, Problem> {
    let books = app.books();
    let campaign = campaign(&books, &code)?;
    let wanted = wanted(&app, &staff, campaign, &asked)?;
    let part = Part::of(stored::count(&app.db, &wanted).await?, asked.page);
    let rows = stored::rows(&app.db, &wanted, asked.sort == "-created", part.bounds()).await?;
    let eyes = Eyes::of(&app, &books, &staff);
    let rows = rows.iter().map(|row| eyes.see(campaign, row)).collect::<Result<Vec<_>, _>>()?;
    let page = part.with(rows);
    let seen = json!({
        // What is looked for is somebody's number: it stays untold.
        "searched": !asked.q.is_empty(), "page": page.page, "rows": page.rows.len(),
        "unmasked": page.rows.iter().filter(|row| !row.masked).count(),
    });
    let done = Done::new("invitees.read", format!("campaign/{code}")).after(seen);
    staff.note(&app, done).await?;
    Ok(Json(page))
}

/// One person of a campaign, on the record.
#[utoipa::path(
    get, path = "/campaigns/{code}/invitees/{id}",
    params(("code" = String, Path), ("id" = String, Path)),
    responses((status = 200, body = InviteeRow)),
)]
pub async fn show(
    State(app): State<App>,
    staff: Staff,
    Path((code, id)): Path<(String, String)>,
) -> Result<Json<InviteeRow>, Problem> {
    let books = app.books();
    let campaign = campaign(&books, &code)?;
    let id = invitees::read_id(&id).ok_or(Problem::NotFound)?;
    let row = stored::one(&app.db, campaign.id, id).await?.ok_or(Problem::NotFound)?;
    within(&app, &staff, &books.catalogue, &row)?;
    let seen = Eyes::of(&app, &books, &staff).see(campaign, &row)?;
    let done = Done::new("invitee.read", format!("invitee/{}", seen.id));
    staff.note(&app, done.after(json!({"unmasked": !seen.masked}))).await?;
    Ok(Json(seen))
}

/// Puts a person's contact right, as they asked.
#[utoipa::path(
    put, path = "/campaigns/{code}/invitees/{id}",
    params(("code" = String, Path), ("id" = String, Path)), request_body = Contact,
    responses(
        (status = 200, body = InviteeRow),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn update(
    State(app): State<App>,
    staff: Staff,
    Path((code, id)): Path<(String, String)>,
    SentJson(body): SentJson,
) -> Result<Json<InviteeRow>, Problem> {
    let sent: Contact = sent::json(&body)?;
    let books = app.books();
    let campaign = campaign(&books, &code)?;
    let contact = sent.check().map_err(Problem::faults)?;
    let id = invitees::read_id(&id).ok_or(Problem::NotFound)?;
    let mut act = staff.act(&app).await?;
    let row = stored::one_in(&mut act.tx, campaign.id, id).await?.ok_or(Problem::NotFound)?;
    within(&app, &staff, &books.catalogue, &row)?;
    let before = invitees::open(&app.world.keys, id, &row.contact).unwrap_or_default();
    let sealed = invitees::seal(&app.world.keys, (campaign.id, id), &contact, app.world.fill);
    let after = Row { contact: sealed.contact.clone(), ..row };
    stored::update(&mut act.tx, id, sealed).await.map_err(known_dossier)?;
    let done = Done::new("invitee.change", format!("invitee/{}", invitees::written(id)));
    act.keep(done.after(json!({"changed": changed(&before, &contact)}))).await?;
    Eyes::of(&app, &books, &staff).see(campaign, &after).map(Json)
}

/// Removes a person, as they asked. Their link ends; a ballot they sent stays, since nothing says
/// which one it is.
#[utoipa::path(
    delete, path = "/campaigns/{code}/invitees/{id}",
    params(("code" = String, Path), ("id" = String, Path)),
    responses((status = 204, description = "gone")),
)]
pub async fn remove(
    State(app): State<App>,
    staff: Staff,
    Path((code, id)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let books = app.books();
    let campaign = campaign(&books, &code)?;
    let id = invitees::read_id(&id).ok_or(Problem::NotFound)?;
    let mut act = staff.act(&app).await?;
    let row = stored::one_in(&mut act.tx, campaign.id, id).await?.ok_or(Problem::NotFound)?;
    within(&app, &staff, &books.catalogue, &row)?;
    stored::remove(&mut act.tx, id).await?;
    let object = format!("invitee/{}", invitees::written(id));
    act.keep(Done::new("invitee.remove", object)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The campaign of a code.
fn campaign<'a>(books: &'a Books, code: &str) -> Result<&'a Campaign, Problem> {
    books.catalogue.campaigns.get(code).ok_or(Problem::NotFound)
}

/// What is asked, within the sender's reach; a unit outside it is as if it had no people.
fn wanted(app: &App, staff: &Staff, campaign: &Campaign, asked: &Asked) -> Result<Wanted, Problem> {
    let mut faults = Vec::new();
    let answered = match asked.answered.as_str() {
        "" => None,
        "yes" => Some(1),
        "no" => Some(0),
        _ => {
            faults.push(Fault::new("answered", Reason::UnknownChoice));
            None
        }
    };
    let created = day::read(&asked.created);
    if created.is_none() && !asked.created.is_empty() {
        faults.push(Fault::new("created", Reason::BadDate));
    }
    if !faults.is_empty() {
        return Err(Problem::faults(faults));
    }
    let looked_for = given(asked.q.trim());
    Ok(Wanted {
        campaign: campaign.id,
        units: units(app, &staff.scope),
        found_by: looked_for.map(|typed| invitees::wanted(&app.world.keys, campaign.id, typed)),
        answered,
        created: created.map(day::number),
    })
}

/// The units within a scope; 0 stands for none.
fn units(app: &App, scope: &Scope) -> Vec<i64> {
    let books = app.books();
    let mut units: Vec<i64> = books.catalogue.units.iter().map(|version| version.unit).collect();
    units.sort_unstable();
    units.dedup();
    units.retain(|unit| scope.holds(today(app, &books.catalogue, Some(*unit))));
    units.extend(scope.holds(None).then_some(0));
    units
}

/// The unit whose people somebody is among: a merged one's are those of the unit it went into.
fn today(app: &App, books: &Catalogue, unit: Option<i64>) -> Option<i64> {
    let stands_for = unit.and_then(|unit| books.unit_on(unit, app.today()));
    stands_for.map(|version| version.unit).or(unit)
}

/// Whoever is outside the reach is not there.
fn within(app: &App, staff: &Staff, books: &Catalogue, row: &Row) -> Result<(), Problem> {
    let is_within = staff.scope.holds(today(app, books, row.place.unit_id));
    if is_within { Ok(()) } else { Err(Problem::NotFound) }
}

fn known_dossier(error: sqlx::Error) -> Problem {
    match error.as_database_error() {
        Some(fault) if fault.is_unique_violation() => {
            Problem::faults(vec![Fault::new("dossier", Reason::Twice)])
        }
        _ => error.into(),
    }
}

/// The names of what is another.
fn changed(before: &Contact, after: &Contact) -> Vec<&'static str> {
    let fields = [
        ("name", &before.name, &after.name),
        ("phone", &before.phone, &after.phone),
        ("email", &before.email, &after.email),
        ("dossier", &before.dossier, &after.dossier),
    ];
    fields.iter().filter(|(_, old, new)| old != new).map(|(name, ..)| *name).collect()
}

/// How one reader sees people.
struct Eyes<'a> {
    app: &'a App,
    books: &'a Books,
    /// The units whose people are seen whole.
    whole: Scope,
}

impl<'a> Eyes<'a> {
    /// A program's key has the right it was given and no other, so it sees nobody whole here.
    fn of(app: &'a App, books: &'a Books, staff: &Staff) -> Self {
        let reach = reach_of(app, staff.role, staff.unit, Action::ReadContacts);
        let whole = match staff.session {
            Some(_) => Scope::of(reach, staff.unit, &books.catalogue, app.today()),
            None => Scope::default(),
        };
        Self { app, books, whole }
    }

    fn see(&self, campaign: &Campaign, row: &Row) -> Result<InviteeRow, Problem> {
        let contact = contact(self.app, row)?;
        let books = &self.books.catalogue;
        let codes = invitees::place(books, row.place, self.app.today());
        let masked = !self.whole.holds(today(self.app, books, row.place.unit_id));
        let created = day::from_number(row.created).map(|day| day.to_string());
        Ok(InviteeRow {
            id: invitees::written(row.id),
            campaign: campaign.code.clone(),
            contact: if masked { contact.masked() } else { contact },
            masked,
            unit: codes.unit,
            procedure: codes.procedure,
            service_point: codes.service_point,
            created: created.unwrap_or_default(),
            answered: row.answered != 0,
        })
    }
}

/// Who somebody is.
fn contact(app: &App, row: &Row) -> Result<Contact, Problem> {
    invitees::open(&app.world.keys, row.id, &row.contact).ok_or_else(|| {
        tracing::error!("a contact does not open: its key is missing in the keys file");
        Problem::Broken
    })
}
