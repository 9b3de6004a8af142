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
    listing::{ListPage, Part, non_empty},
    office::surveys::invitee::{Contact, InviteeQuery, InviteeRow},
};
use serde_json::json;

use crate::{
    invitees,
    node::{Books, Node},
    problem::{Problem, ProblemReply},
    sent::{self, SentJson},
    staff::{Deed, Staff, reach_of},
    store::{
        invitees as stored,
        invitees::{InviteeFilter, StoredInvitee},
    },
};

/// The people of a campaign. Contacts are whole for those who may read them, and masked for others;
/// each page read goes on the record.
#[utoipa::path(
    get, path = "/campaigns/{code}/invitees", params(("code" = String, Path), InviteeQuery),
    responses((status = 200, body = ListPage<InviteeRow>)),
)]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
    Path(code): Path<String>,
    Query(query): Query<InviteeQuery>,
) -> Result<Json<ListPage<InviteeRow>>, Problem> {
    let books = node.books();
    let campaign = campaign(&books, &code)?;
    let filter = filter(&node, &staff, campaign, &query)?;
    let part = Part::of(stored::count(&node.db, &filter).await?, query.page);
    let rows = stored::rows(&node.db, &filter, query.sort == "-created", part.bounds()).await?;
    let eyes = Eyes::of(&node, &books, &staff);
    let rows = rows.iter().map(|row| eyes.see(campaign, row)).collect::<Result<Vec<_>, _>>()?;
    let page = part.with(rows);
    let seen = json!({
        // What is looked for is somebody's number: it stays untold.
        "searched": !query.q.is_empty(), "page": page.page, "rows": page.rows.len(),
        "unmasked": page.rows.iter().filter(|row| !row.masked).count(),
    });
    let done = Deed::new("invitees.read", format!("campaign/{code}")).after(seen);
    staff.note(&node, done).await?;
    Ok(Json(page))
}

/// One person of a campaign, on the record.
#[utoipa::path(
    get, path = "/campaigns/{code}/invitees/{id}",
    params(("code" = String, Path), ("id" = String, Path)),
    responses((status = 200, body = InviteeRow)),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Path((code, id)): Path<(String, String)>,
) -> Result<Json<InviteeRow>, Problem> {
    let books = node.books();
    let campaign = campaign(&books, &code)?;
    let id = invitees::read_id(&id).ok_or(Problem::NotFound)?;
    let row = stored::one(&node.db, campaign.id, id).await?.ok_or(Problem::NotFound)?;
    within(&node, &staff, &books.catalogue, &row)?;
    let seen = Eyes::of(&node, &books, &staff).see(campaign, &row)?;
    let done = Deed::new("invitee.read", format!("invitee/{}", seen.id));
    staff.note(&node, done.after(json!({"unmasked": !seen.masked}))).await?;
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
    State(node): State<Node>,
    staff: Staff,
    Path((code, id)): Path<(String, String)>,
    SentJson(body): SentJson,
) -> Result<Json<InviteeRow>, Problem> {
    let sent: Contact = sent::json(&body)?;
    let books = node.books();
    let campaign = campaign(&books, &code)?;
    let contact = sent.check().map_err(Problem::faults)?;
    let id = invitees::read_id(&id).ok_or(Problem::NotFound)?;
    let mut act = staff.act(&node).await?;
    let row = stored::one_in(&mut act.tx, campaign.id, id).await?.ok_or(Problem::NotFound)?;
    within(&node, &staff, &books.catalogue, &row)?;
    let before = invitees::open(&node.world.keys, id, &row.contact).unwrap_or_default();
    let sealed = invitees::seal(&node.world.keys, (campaign.id, id), &contact, node.world.fill);
    let after = StoredInvitee { contact: sealed.contact.clone(), ..row };
    stored::update(&mut act.tx, id, sealed).await.map_err(known_dossier)?;
    let done = Deed::new("invitee.change", format!("invitee/{}", invitees::format_id(id)));
    act.keep(done.after(json!({"changed": changed(&before, &contact)}))).await?;
    Eyes::of(&node, &books, &staff).see(campaign, &after).map(Json)
}

/// Removes a person, as they asked. Their link ends; a ballot they sent stays, since nothing says
/// which one it is.
#[utoipa::path(
    delete, path = "/campaigns/{code}/invitees/{id}",
    params(("code" = String, Path), ("id" = String, Path)),
    responses((status = 204, description = "gone")),
)]
pub async fn remove(
    State(node): State<Node>,
    staff: Staff,
    Path((code, id)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let books = node.books();
    let campaign = campaign(&books, &code)?;
    let id = invitees::read_id(&id).ok_or(Problem::NotFound)?;
    let mut act = staff.act(&node).await?;
    let row = stored::one_in(&mut act.tx, campaign.id, id).await?.ok_or(Problem::NotFound)?;
    within(&node, &staff, &books.catalogue, &row)?;
    stored::remove(&mut act.tx, id).await?;
    let object = format!("invitee/{}", invitees::format_id(id));
    act.keep(Deed::new("invitee.remove", object)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The campaign of a code.
fn campaign<'a>(books: &'a Books, code: &str) -> Result<&'a Campaign, Problem> {
    books.catalogue.campaigns.get(code).ok_or(Problem::NotFound)
}

/// What is asked, within the sender's reach; a unit outside it is as if it had no people.
fn filter(
    node: &Node,
    staff: &Staff,
    campaign: &Campaign,
    query: &InviteeQuery,
) -> Result<InviteeFilter, Problem> {
    let mut faults = Vec::new();
    let answered = match query.answered.as_str() {
        "" => None,
        "yes" => Some(1),
        "no" => Some(0),
        _ => {
            faults.push(Fault::new("answered", Reason::UnknownChoice));
            None
        }
    };
    let created = day::read(&query.created);
    if created.is_none() && !query.created.is_empty() {
        faults.push(Fault::new("created", Reason::BadDate));
    }
    if !faults.is_empty() {
        return Err(Problem::faults(faults));
    }
    let looked_for = non_empty(query.q.trim());
    Ok(InviteeFilter {
        campaign: campaign.id,
        units: units(node, &staff.scope),
        found_by: looked_for
            .map(|typed| invitees::search_key(&node.world.keys, campaign.id, typed)),
        answered,
        created: created.map(day::number),
    })
}

/// The units within a scope; 0 stands for none.
fn units(node: &Node, scope: &Scope) -> Vec<i64> {
    let books = node.books();
    let mut units: Vec<i64> = books.catalogue.units.iter().map(|version| version.unit).collect();
    units.sort_unstable();
    units.dedup();
    units.retain(|unit| scope.holds(today(node, &books.catalogue, Some(*unit))));
    units.extend(scope.holds(None).then_some(0));
    units
}

/// The unit whose people somebody is among: a merged one's are those of the unit it went into.
fn today(node: &Node, books: &Catalogue, unit: Option<i64>) -> Option<i64> {
    let stands_for = unit.and_then(|unit| books.unit_on(unit, node.today()));
    stands_for.map(|version| version.unit).or(unit)
}

/// Whoever is outside the reach is not there.
fn within(
    node: &Node,
    staff: &Staff,
    books: &Catalogue,
    row: &StoredInvitee,
) -> Result<(), Problem> {
    let is_within = staff.scope.holds(today(node, books, row.place.unit_id));
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
    node: &'a Node,
    books: &'a Books,
    /// The units whose people are seen whole.
    whole: Scope,
}

impl<'a> Eyes<'a> {
    /// A program's key has the right it was given and no other, so it sees nobody whole here.
    fn of(node: &'a Node, books: &'a Books, staff: &Staff) -> Self {
        let reach = reach_of(node, staff.role, staff.unit, Action::ReadContacts);
        let whole = match staff.session {
            Some(_) => Scope::of(reach, staff.unit, &books.catalogue, node.today()),
            None => Scope::default(),
        };
        Self { node, books, whole }
    }

    fn see(&self, campaign: &Campaign, row: &StoredInvitee) -> Result<InviteeRow, Problem> {
        let contact = contact(self.node, row)?;
        let books = &self.books.catalogue;
        let codes = invitees::place(books, row.place, self.node.today());
        let masked = !self.whole.holds(today(self.node, books, row.place.unit_id));
        let created = day::from_number(row.created).map(|day| day.to_string());
        Ok(InviteeRow {
            id: invitees::format_id(row.id),
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
fn contact(node: &Node, row: &StoredInvitee) -> Result<Contact, Problem> {
    invitees::open(&node.world.keys, row.id, &row.contact).ok_or_else(|| {
        tracing::error!("a contact does not open: its key is missing in the keys file");
        Problem::Broken
    })
}
