//! `/api/v1/office/notices`: how far notices are, and once more what did not arrive.

pub mod own;
pub mod webhooks;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Fault, Reason,
    feedback::notice::{Hitch, Notice, Stage},
    listing::{ListPage, Part},
    office::notices::{NoticeRow, NoticeStanding, NoticeWay, Replay, Replayed, StageCount},
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{
        outbox::list::{self, Listed},
        webhooks as stored,
    },
};

/// Which notices are asked for.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct NoticeQuery {
    /// The number of a case.
    pub q: String,
    /// How far they are, such as `failed`; empty for all.
    pub stage: String,
    /// The page, from 1.
    pub page: String,
}

/// The notices there are, the newest first.
#[utoipa::path(
    get, path = "/notices", params(NoticeQuery),
    responses((status = 200, body = ListPage<NoticeRow>)),
)]
pub async fn list(
    State(node): State<Node>,
    _: Staff,
    Query(query): Query<NoticeQuery>,
) -> Result<Json<ListPage<NoticeRow>>, Problem> {
    let fault = |field| Problem::faults(vec![Fault::new(field, Reason::UnknownChoice)]);
    let stage = match query.stage.trim() {
        "" => 0,
        name => Stage::read(name).ok_or_else(|| fault("stage"))?.number(),
    };
    // What is no number is no case.
    let case = match query.q.trim() {
        "" => 0,
        typed => typed.parse().unwrap_or(-1),
    };
    let total = list::count(&node.db, (stage, case)).await?;
    let part = Part::of(total, query.page.trim().parse().unwrap_or(1));
    let rows = list::page(&node.db, (stage, case), part.bounds()).await?;
    Ok(Json(part.with(rows.into_iter().filter_map(row).collect())))
}

/// How notices leave here, and how many are how far.
#[utoipa::path(
    get, path = "/notices/standing", responses((status = 200, body = NoticeStanding)),
)]
pub async fn standing(State(node): State<Node>, _: Staff) -> Result<Json<NoticeStanding>, Problem> {
    let counts = list::counts(&node.db).await?;
    let of = |stage: &Stage| {
        let found = counts.iter().find(|(number, _)| *number == stage.number());
        StageCount { stage: *stage, count: found.map_or(0, |(_, count)| *count) }
    };
    let programs = stored::all(&node.db).await?;
    let mail = node.world.post.mail.as_ref().filter(|_| node.books().has_mail);
    Ok(Json(NoticeStanding {
        mail_from: mail.map(|mail| mail.from.to_string()),
        programs: programs.iter().filter(|it| it.disabled.is_none()).count(),
        counts: Stage::ALL.iter().map(of).collect(),
    }))
}

/// One notice.
#[utoipa::path(
    get, path = "/notices/{id}", params(("id" = i64, Path)),
    responses((status = 200, body = NoticeRow)),
)]
pub async fn show(
    State(node): State<Node>,
    _: Staff,
    Path(id): Path<i64>,
) -> Result<Json<NoticeRow>, Problem> {
    let found = list::one(&mut node.db.snapshot().await?, id).await?;
    found.and_then(row).map(Json).ok_or(Problem::NotFound)
}

/// Sends a notice once more that failed, or of which nobody knows whether it arrived.
#[utoipa::path(
    post, path = "/notices/{id}/replay", params(("id" = i64, Path)),
    responses((status = 204, description = "it is sent once more")),
)]
pub async fn replay(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
) -> Result<StatusCode, Problem> {
    let mut act = staff.act(&node).await?;
    let found = list::one(&mut act.tx, id).await?.and_then(row).ok_or(Problem::NotFound)?;
    // Somebody else was quicker, or it goes its way.
    if !found.is_stuck() || list::replay(&mut act.tx, (id, 0), node.moment()).await? == 0 {
        return Err(Problem::Stale);
    }
    let before = serde_json::json!({"status": found.stage});
    act.keep(Deed::new("notice.replay", format!("notice/{id}")).before(before)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sends all once more that failed, or all of which nobody knows whether they arrived.
#[utoipa::path(
    post, path = "/notices/replays", request_body = Replay,
    responses((status = 200, body = Replayed)),
)]
pub async fn replay_all(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<Json<Replayed>, Problem> {
    let sent: Replay = sent::json(&body)?;
    let stage = sent.check().map_err(Problem::faults)?;
    let mut act = staff.act(&node).await?;
    let count = list::replay(&mut act.tx, (0, stage.number()), node.moment()).await?;
    let after = serde_json::json!({"status": stage, "rows": count});
    act.keep(Deed::new("notice.replay", "notices").after(after)).await?;
    Ok(Json(Replayed { count }))
}

/// A notice as it is shown; nothing, if this program does not know what it says.
fn row(it: Listed) -> Option<NoticeRow> {
    let (way, reader) = match (it.account, it.webhook) {
        (Some(account), _) => (NoticeWay::Staff, account),
        (None, Some(webhook)) => (NoticeWay::Program, webhook),
        (None, None) => (NoticeWay::Sender, String::new()),
    };
    let stage = Stage::from_number(it.stage)?;
    Some(NoticeRow {
        id: it.id,
        case: it.feedback,
        request: it.request_id,
        notice: Notice::from_number(it.notice)?,
        way,
        reader,
        stage,
        created: it.created,
        due: it.due.filter(|_| matches!(stage, Stage::Waiting | Stage::Unknown)),
        tries: it.tries,
        sent: it.sent,
        hitch: it.hitch.and_then(Hitch::from_number),
    })
}
