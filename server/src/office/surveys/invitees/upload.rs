//! `POST …/invitees`: people from a file, all of them or none.

use axum::{
    Json,
    body::Bytes,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Campaign, Fault, Reason, books::campaign::Standing, day, fault::FileReason,
    office::surveys::invitee::Uploaded,
};
use serde_json::json;

use super::campaign;
use crate::{
    import::{
        invitees::{Desk, read},
        report::spoken,
    },
    invitees,
    node::Node,
    office::uploads::{self, How},
    problem::{Problem, ProblemReply},
    sent::SentTable,
    staff::{Deed, Staff},
    store::{invitees as stored, invitees::New},
};

/// A line that nothing is wrong with.
type Line = (usize, New);

/// Takes people from a CSV or XLSX file of at most 2 MB and 20 000 lines. Columns: `name`, `phone`,
/// `email`, `dossier`, `unit`, `procedure`, `service_point`, or their Vietnamese names; each line
/// has a phone or an e-mail. Every fault is told, as `line.column`, and nothing is kept then.
#[utoipa::path(
    post, path = "/campaigns/{code}/invitees", params(("code" = String, Path), How),
    request_body(content = String, content_type = "text/csv"),
    responses(
        (status = 200, body = Uploaded, description = "looked at only"),
        (status = 201, body = Uploaded),
        (status = 413, body = ProblemReply, content_type = "application/problem+json"),
        (status = 415, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    Path(code): Path<String>,
    Query(how): Query<How>,
    SentTable(bytes): SentTable,
) -> Result<(StatusCode, Json<Uploaded>), Problem> {
    let books = node.books();
    let campaign = campaign(&books, &code)?;
    if campaign.standing(node.today()) == Standing::Closed {
        return Err(Problem::faults(vec![Fault::new("campaign", Reason::Closed)]));
    }
    let (lines, mut faults) = lines(&node, &staff, campaign, bytes).await?;
    let applied = !how.is_dry();
    let known = stored::dossiers(&mut node.db.snapshot().await?, campaign.id).await?;
    let is_known = |line: &&Line| {
        line.1.sealed.dossier.is_some_and(|dossier| known.contains(dossier.as_slice()))
    };
    let again = lines.iter().filter(is_known);
    faults.extend(again.map(|line| Fault::at(line.0, "dossier", FileReason::Known)));
    if !faults.is_empty() {
        return Err(Problem::spoken_faults(spoken(faults)));
    }
    let rows = lines.len();
    let answer = Uploaded { rows, applied };
    if !applied {
        return Ok((StatusCode::OK, Json(answer)));
    }
    let people: Vec<New> = lines.into_iter().map(|(_, new)| new).collect();
    let mut act = staff.act(&node).await?;
    if stored::add(&mut act.tx, &people).await? < rows {
        // Somebody else uploaded one of these dossiers in this very moment.
        return Err(Problem::Stale);
    }
    let done = Deed::new("invitees.upload", format!("campaign/{code}"));
    act.keep(done.after(json!({"rows": rows}))).await?;
    Ok((StatusCode::CREATED, Json(answer)))
}

/// The lines of a file with everything sealed.
async fn lines(
    node: &Node,
    staff: &Staff,
    campaign: &Campaign,
    bytes: Bytes,
) -> Result<(Vec<Line>, Vec<Fault>), Problem> {
    let (node, scope, campaign) = (node.clone(), staff.scope.clone(), campaign.clone());
    let read = uploads::read(move || {
        let (books, day) = (node.books(), node.today());
        let desk = Desk { books: &books.catalogue, campaign: &campaign, scope: &scope, day };
        let (people, faults) = read(&bytes, &desk);
        let (keys, fill) = (&node.world.keys, node.world.fill);
        let line = |person: crate::import::invitees::Person| {
            let id = invitees::draw_id(fill);
            let sealed = invitees::seal(keys, (campaign.id, id), &person.contact, fill);
            let (place, created) = (person.place, day::number(day));
            (person.row, New { id, campaign: campaign.id, place, sealed, created })
        };
        (people.into_iter().map(line).collect(), faults)
    });
    Ok(read.await?)
}
