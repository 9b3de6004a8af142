//! Requests by tab, with how many are in each, and the people who may be asked.

use axum::{
    Json,
    extract::{Query, State},
};
use domain::{
    Fault, Reason,
    feedback::request::RequestState,
    listing::{Key, ListQuery},
    office::feedback::{
        case::PersonView,
        request::{PeopleQuery, RequestCount, RequestRow, RequestTab, Requests, RequestsQuery},
    },
};

use super::{case, view};
use crate::{
    feedback::{
        figures::{self, Question, choice},
        redaction,
        requests::{
            dates,
            reach::{self, Sides},
            view::row,
        },
        view::{Names, names},
    },
    node::Node,
    problem::Problem,
    staff::Staff,
    store::{
        accounts::{self, Account},
        feedback::requests::{self as stored, Listed},
    },
};

/// A request with the sides of it on which its reader is.
type Held = (Listed, Sides);

/// Requests of a tab, with how many are in each; with `figure` those that a figure is about instead, the
/// newest first.
#[utoipa::path(
    get, path = "/requests", params(RequestsQuery), responses((status = 200, body = Requests)),
)]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
    Query(query): Query<RequestsQuery>,
) -> Result<Json<Requests>, Problem> {
    let (tab, unit) = read(&node, &query)?;
    // Gone through before the list begins: no call holds two connections.
    let listed = if query.figure.is_empty() {
        None
    } else {
        Some(figures::requests(&node, &Question::read(&node, &staff, &query)?).await?)
    };
    let names = names(&accounts::all(&node.db).await?);
    let mut tx = node.db.snapshot().await?;
    let held = held(&node, &staff, stored::all(&mut tx, staff.account).await?, unit);
    let is_in = |tab: RequestTab, it: &Held| is_in(&node, tab, it);
    let count = |tab: &RequestTab| held.iter().filter(|it| is_in(*tab, it)).count();
    let tabs = RequestTab::ALL.iter();
    let tabs = tabs.map(|tab| RequestCount { tab: *tab, count: count(tab) }).collect();
    let shown: Vec<&Listed> = match &listed {
        Some(listed) => listed.iter().collect(),
        None => held.iter().filter(|it| is_in(tab, it)).map(|(it, _)| it).collect(),
    };
    let mut requests =
        page(&node, &names, &query, shown, listed.is_some() || tab == RequestTab::Done);
    for row in &mut requests.rows {
        row.case = view::readable(&node, &staff, &mut tx, row.case).await;
    }
    Ok(Json(Requests { tabs, requests }))
}

/// The page that is asked for, of all rows; those in their order, or the first due first.
fn page(
    node: &Node,
    names: &Names,
    query: &RequestsQuery,
    shown: Vec<&Listed>,
    is_in_order: bool,
) -> domain::listing::ListPage<RequestRow> {
    // A list is for everybody of its reach: what looks personal stands on the request's own page.
    let masked = |it: &Listed| {
        let row = row(node, names, it)?;
        Some(RequestRow { subject: redaction::hidden(&row.subject), ..row })
    };
    let wanted = ListQuery { q: query.q.clone(), sort: query.sort.clone(), page: query.page };
    wanted.list(
        shown.into_iter().filter_map(masked),
        |search, row| {
            let from = row.from.as_deref().unwrap_or_default();
            search.words_in(&[&row.subject, &row.unit, from, &row.body])
        },
        |row, column| match column {
            "unit" => Key::from(&row.unit),
            "from" => Key::from(row.from.as_ref().unwrap_or(&row.body)),
            "sent" => Key::from(&row.sent),
            "due" => Key::from(&row.due),
            _ if is_in_order => Key::Nothing,
            _ => Key::from(&row.due),
        },
    )
}

/// The tab, and the unit whose requests are meant.
fn read(node: &Node, query: &RequestsQuery) -> Result<(RequestTab, Option<i64>), Problem> {
    let books = node.books();
    let tab = choice(query.tab.trim(), RequestTab::read, RequestTab::Asked);
    let named = |code: &str| books.catalogue.unit(code).first().map(|it| Some(it.unit));
    let unit = choice(query.unit.trim(), named, None);
    match (tab, unit) {
        (Some(tab), Some(unit)) => Ok((tab, unit)),
        (tab, unit) => {
            let wrong = [
                tab.is_none().then(|| Fault::new("tab", Reason::UnknownChoice)),
                unit.is_none().then(|| Fault::new("unit", Reason::UnknownUnit)),
            ];
            Err(Problem::faults(wrong.into_iter().flatten().collect()))
        }
    }
}

/// What is there for the reader, of what the unit that is named is asked, or one below it.
fn held(node: &Node, staff: &Staff, all: Vec<Listed>, unit: Option<i64>) -> Vec<Held> {
    let (books, today) = (node.books(), node.today());
    let family = unit.map(|unit| books.catalogue.family(unit));
    let all = all.into_iter().filter(|it| {
        family.as_ref().is_none_or(|family| family.into_iter().any(|unit| *unit == it.to_unit_id))
    });
    let with_sides = all.map(|it| {
        let sides = Sides::of(staff, &books.catalogue, today, &it);
        (it, sides)
    });
    with_sides.filter(|(_, sides)| sides.is_any()).collect()
}

fn is_in(node: &Node, tab: RequestTab, (it, sides): &Held) -> bool {
    let (books, today) = (node.books(), node.today());
    let Some(request) = dates(it) else { return false };
    let state: RequestState = request.state();
    let stand = (state, request.outcome(&books.calendar, today));
    tab.holds(stand, (sides.is_asked, sides.is_sender))
}

/// The people who may be asked for a unit: whoever works on cases there or below.
#[utoipa::path(
    get, path = "/requests/people", params(PeopleQuery),
    responses((status = 200, body = Vec<PersonView>)),
)]
pub async fn people(
    State(node): State<Node>,
    staff: Staff,
    Query(query): Query<PeopleQuery>,
) -> Result<Json<Vec<PersonView>>, Problem> {
    let (books, today) = (node.books(), node.today());
    let unit = books.catalogue.unit_named_on(query.unit.trim(), today).map(|it| it.unit);
    let fault = |field, reason| Problem::faults(vec![Fault::new(field, reason)]);
    let unit = unit.ok_or_else(|| fault("unit", Reason::UnknownUnit))?;
    let mut about = None;
    if let Some(number) = query.case {
        let found = case::find(&node, &staff, &mut node.db.snapshot().await?, number).await;
        let found = found.map_err(|_| fault("case", Reason::UnknownChoice))?;
        about = found.row.about_account_id;
    }
    let all = accounts::all(&node.db).await?;
    let may = all.iter().filter(|it| reach::may_be_asked(&books.catalogue, today, unit, about, it));
    let view = |it: &Account| PersonView { name: it.name.clone(), full_name: it.full_name.clone() };
    Ok(Json(may.map(view).collect()))
}
