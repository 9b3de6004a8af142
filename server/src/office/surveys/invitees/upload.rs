//! `POST …/invitees`: people from a file, all of them or none.

use axum::{
    Json,
    body::Bytes,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Campaign, Fault, Reason,
    books::campaign::Standing,
    day,
    fault::{FileReason, SpokenFault},
    office::surveys::invitee::Uploaded,
};
use serde::Deserialize;
use serde_json::json;
use tokio::sync::Semaphore;
use utoipa::IntoParams;

use super::campaign;
use crate::{
    error::Error,
    import::{
        invitees::{Desk, read},
        words,
    },
    invitees,
    node::Node,
    problem::{Problem, ProblemReply},
    sent::SentTable,
    staff::{Deed, Staff},
    store::{invitees as stored, invitees::New},
};

/// Files that are read at once: one that is packed small may take much memory for a while.
static READING: Semaphore = Semaphore::const_new(2);
/// The most faults that are told.
const MOST_FAULTS: usize = 200;

/// How a file is taken.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct How {
    /// Only looks for faults, and keeps nothing.
    dry_run: Option<String>,
}

impl How {
    fn is_dry(&self) -> bool {
        self.dry_run.as_deref().is_some_and(|said| !matches!(said, "false" | "0"))
    }
}

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
        return Err(answer(faults));
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

/// The lines of a file with everything sealed, off the threads that answer others.
async fn lines(
    node: &Node,
    staff: &Staff,
    campaign: &Campaign,
    bytes: Bytes,
) -> Result<(Vec<Line>, Vec<Fault>), Problem> {
    let stopped = |why: &dyn std::fmt::Display| Error::new(format!("an upload stopped: {why}"));
    let turn = READING.acquire().await.map_err(|error| stopped(&error))?;
    let (node, scope, campaign) = (node.clone(), staff.scope.clone(), campaign.clone());
    let read = tokio::task::spawn_blocking(move || {
        let _turn = turn;
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
    Ok(read.await.map_err(|error| stopped(&error))?)
}

/// The faults of a file in words, each with its line and column.
fn answer(mut faults: Vec<Fault>) -> Problem {
    faults.sort_by_key(Fault::line);
    let more = faults.len().saturating_sub(MOST_FAULTS);
    let answer = faults.iter().take(MOST_FAULTS).map(|fault| SpokenFault {
        field: format!("{}.{}", fault.line(), fault.field()),
        code: words::code(fault).to_owned(),
        message: words::sentence(fault),
    });
    let rest = (more > 0).then(|| SpokenFault {
        field: String::new(),
        code: "more".to_owned(),
        message: format!("… và {more} lỗi khác"),
    });
    Problem::spoken_faults(answer.chain(rest).collect())
}
