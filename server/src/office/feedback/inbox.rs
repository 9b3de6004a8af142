//! `/api/v1/office/feedback`: the inbox, by tab.

use axum::{
    Json,
    extract::{Query, State},
};
use domain::{
    Fault, Reason, day,
    feedback::kind::{Kind, Source},
    listing::{LONGEST, Part},
    office::feedback::inbox::{Inbox, InboxQuery, Tab, TabCount},
    people::{contact, role::handles},
    text,
};

use crate::{
    feedback::{
        figures::{self, Question, choice},
        reach, redaction, senders, view,
    },
    node::Node,
    problem::Problem,
    receipts::Of,
    staff::Staff,
    store::{
        Tx, accounts,
        feedback::{
            self,
            cases::{self, StoredCase},
            list::{self, Counts, Filter},
        },
    },
};

/// Working days within which something is due soon.
const SOON: u32 = 2;

/// Cases of a tab, with how many are in each; with `figure` the cases that a figure is about instead,
/// the newest first.
#[utoipa::path(
    get, path = "/feedback", params(InboxQuery), responses((status = 200, body = Inbox)),
)]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
    Query(query): Query<InboxQuery>,
) -> Result<Json<Inbox>, Problem> {
    let (tab, mut filter) = filter(&node, &staff, &query)?;
    let named = Of::Feedback.named(&node, &query.q).await?;
    // Gone through before the list begins: no call holds two connections.
    let listed = if query.figure.is_empty() {
        None
    } else {
        Some(figures::cases(&node, &Question::read(&node, &staff, &query)?).await?)
    };
    let accounts = accounts::all(&node.db).await?;
    let mut tx = node.db.snapshot().await?;
    if let Some(id) = named {
        filter.number = feedback::by_id(&mut tx, id).await?.map_or(0, |(number, _)| number);
    }
    let counts = list::counts(&mut tx, &filter).await?;
    let (part, stored) = match &listed {
        Some(numbers) => of_figure(&mut tx, numbers, query.page).await?,
        None => of_tab(&mut tx, (&filter, tab), counts, query.page).await?,
    };
    let (books, names) = (node.books(), view::names(&accounts));
    let within = (&*books, &node.world.keys);
    let mut rows = Vec::with_capacity(stored.len());
    for it in &stored {
        let mut row = view::row(within, &names, node.today(), it)?;
        // A list is for everybody of its reach: words about somebody stand on the case's own page.
        row.subject = redaction::hidden(&row.subject);
        rows.push(row);
    }
    let tabs = Tab::ALL.iter().map(|&tab| TabCount { tab, count: counts.of(tab) }).collect();
    Ok(Json(Inbox { tabs, cases: part.with(rows) }))
}

/// A page of a tab.
async fn of_tab(
    tx: &mut Tx,
    (filter, tab): (&Filter, Tab),
    counts: Counts,
    page: usize,
) -> Result<(Part, Vec<StoredCase>), Problem> {
    let total = match counts.of(tab) {
        Some(total) => total,
        None => list::finished(tx, filter).await?,
    };
    let part = Part::of(total, page);
    Ok((part, list::page(tx, filter, tab, part.bounds()).await?))
}

/// A page of the cases that a figure is about.
async fn of_figure(
    tx: &mut Tx,
    numbers: &[i64],
    page: usize,
) -> Result<(Part, Vec<StoredCase>), Problem> {
    let part = Part::of(i64::try_from(numbers.len()).unwrap_or(i64::MAX), page);
    let (most, skip) = part.bounds();
    let [most, skip] = [most, skip].map(|number| usize::try_from(number).unwrap_or_default());
    let shown: Vec<i64> = numbers.iter().skip(skip).take(most).copied().collect();
    Ok((part, cases::some(tx, &shown).await?))
}

/// What is asked for, within what the reader may see.
fn filter(node: &Node, staff: &Staff, query: &InboxQuery) -> Result<(Tab, Filter), Problem> {
    let mut faults = Vec::new();
    let mut fault = |field, reason| faults.push(Fault::new(field, reason));
    let tab = choice(&query.tab, Tab::read, Tab::Mine);
    let kind = choice(&query.kind, |it| Kind::read(it).map(Kind::number), 0);
    let source = choice(&query.source, |it| Source::read(it).map(Source::number), 0);
    for (field, is_known) in
        [("tab", tab.is_some()), ("kind", kind.is_some()), ("source", source.is_some())]
    {
        if !is_known {
            fault(field, Reason::UnknownChoice);
        }
    }
    if query.q.chars().nth(LONGEST).is_some() {
        fault("q", Reason::TooLong(LONGEST));
    }
    let books = node.books();
    let named = books.catalogue.unit(&query.unit).first();
    if named.is_none() && !query.unit.is_empty() {
        fault("unit", Reason::UnknownUnit);
    }
    let (Some(tab), Some(kind), Some(source), []) = (tab, kind, source, &faults[..]) else {
        return Err(Problem::faults(faults));
    };
    let named = named.map(|version| version.unit);
    let (is_everything, units) = reach::units(staff, &books.catalogue, named);
    let today = node.today();
    // Whoever may know a sender may look for their cases.
    let phone = contact::phone(&query.q).filter(|_| handles(staff.role));
    let phone = phone.and_then(|phone| senders::stand_in(&node.world.keys, &phone));
    let filter = Filter {
        reader: staff.account,
        is_everything,
        helping: reach::helping(&books.catalogue, today, &units),
        units,
        kind,
        source,
        words: text::fold(query.q.trim()),
        number: query.q.trim().parse().unwrap_or(0),
        phone: phone.map(|key| key.to_vec()),
        today: day::number(today),
        soon: day::number(books.calendar.after(today, SOON)),
    };
    Ok((tab, filter))
}
