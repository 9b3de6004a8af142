//! `GET …/invitees.csv`: people with their links, for the tool that sends them.

use app::text;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use domain::{Fault, Lang, Reason, office::surveys::invitee::InviteeQuery};
use serde_json::json;

use super::{campaign, contact, filter};
use crate::{
    error::Error,
    export::{Cell, Format, MOST_ROWS, Table},
    invitees,
    node::Node,
    problem::{Problem, ProblemReply},
    speech::Speech,
    staff::{Deed, Staff},
    store::{invitees as stored, invitees::StoredInvitee},
};

/// The people that are asked for, with their links, as a CSV file. The export goes on the record.
#[utoipa::path(
    get, path = "/campaigns/{code}/invitees.csv", params(("code" = String, Path), InviteeQuery),
    responses(
        (status = 200, body = String, content_type = "text/csv; charset=utf-8"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn csv(
    State(node): State<Node>,
    staff: Staff,
    Speech(lang): Speech,
    Path(code): Path<String>,
    Query(query): Query<InviteeQuery>,
) -> Result<Response, Problem> {
    let books = node.books();
    let campaign = campaign(&books, &code)?;
    let filter = filter(&node, &staff, campaign, &query)?;
    let most = MOST_ROWS as i64 + 1;
    let rows = stored::rows(&node.db, &filter, query.sort == "-created", (most, 0)).await?;
    if rows.len() > MOST_ROWS {
        return Err(Problem::faults(vec![Fault::new("created", Reason::TooManyRows(MOST_ROWS))]));
    }
    let taken = json!({
        "format": Format::Csv.name(), "rows": rows.len(), "answered": query.answered,
        "created": query.created, "searched": !query.q.is_empty(),
    });
    let done = Deed::new("invitees.export", format!("campaign/{code}")).after(taken);
    staff.note(&node, done).await?;
    let link = Link { campaign: campaign.id, code };
    let name = format!("{}-{}", link.code, node.today());
    let opened = tokio::task::spawn_blocking(move || {
        rows.iter().map(|row| cells(&node, &link, row, lang)).collect::<Result<Vec<_>, _>>()
    });
    let rows =
        opened.await.map_err(|error| Error::new(format!("an export stopped: {error}")))??;
    Table { name, head: text::invitees(lang).head.to_vec(), rows }.reply(Format::Csv).await
}

/// What every link of a campaign has in common.
struct Link {
    campaign: i64,
    code: String,
}

fn cells(node: &Node, link: &Link, row: &StoredInvitee, lang: Lang) -> Result<Vec<Cell>, Problem> {
    let contact = contact(node, row)?;
    let codes = invitees::place(&node.books().catalogue, row.place, node.today());
    let token = invitees::token(&node.world.keys, link.campaign, row.id);
    let [yes, no] = text::invitees(lang).answered;
    let or_empty = Option::unwrap_or_default;
    Ok(vec![
        Cell::Text(contact.name),
        Cell::Text(contact.phone),
        Cell::Text(contact.email),
        Cell::Text(contact.dossier),
        Cell::Text(or_empty(codes.unit)),
        Cell::Text(or_empty(codes.procedure)),
        Cell::Text(or_empty(codes.service_point)),
        Cell::Text(format!("{}/s/{}?t={token}", node.world.public_url, link.code)),
        Cell::text(if row.answered != 0 { yes } else { no }),
    ])
}
