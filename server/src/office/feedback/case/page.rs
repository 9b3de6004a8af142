//! A case as its page shows it to one reader.

mod line;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Action,
    books::catalogue::Catalogue,
    day::{self, local_day, local_time},
    feedback::{case::Case, clock::Due, event::Event},
    office::{
        books::calendar::DayKind,
        feedback::{
            case::{
                CasePage, DraftView, DueView, HeldView, PersonView, PublicView, SenderView,
                SimilarView,
            },
            lesson::CaseLesson,
            request::RequestRow,
        },
    },
    people::role::{Reach, reach as right},
};

use super::{Found, orders, spoken};
use crate::{
    feedback::{
        log, reach, redaction,
        requests::view::of_case,
        senders,
        view::{self, Names},
    },
    node::{Books, Node},
    problem::Problem,
    receipts::Of,
    staff::Staff,
    store::{
        Tx,
        accounts::{self, Account},
        feedback::{
            beside::{self, FileHead},
            cases::{self, StoredCase},
            lessons, log as stored,
        },
    },
};

/// Somebody has a case open if they looked within this many milliseconds: their page says so three times in
/// that time.
pub(super) const LOOKING: i64 = 75_000;
/// The most cases of the same number that are named.
const SIMILAR: i64 = 10;

/// What stands beside a case's log, as far as this reader may see it.
struct Beside {
    words: HashMap<i64, String>,
    files: Vec<FileHead>,
    sender: Option<SenderView>,
    similar: Vec<SimilarView>,
    links: Vec<i64>,
    viewers: Vec<String>,
    draft: Option<(String, i64)>,
    requests: Vec<RequestRow>,
    lessons: Vec<(i64, String)>,
}

impl Beside {
    async fn read(
        node: &Node,
        staff: &Staff,
        names: &Names,
        (row, is_own): (&StoredCase, bool),
    ) -> Result<Self, Problem> {
        let mut tx = node.db.snapshot().await?;
        let (number, tx) = (row.number, &mut tx);
        let sender = match is_own {
            true => senders::read(tx, &node.world.keys, (number, row.id)).await?,
            false => None,
        };
        let since = node.moment() - LOOKING;
        Ok(Self {
            words: stored::words(tx, number).await?.into_iter().collect(),
            files: beside::files(tx, number).await?,
            sender,
            similar: similar(node, staff, tx, number).await?,
            links: links(node, staff, tx, row).await?,
            viewers: beside::viewers(tx, (number, staff.account), since).await?,
            draft: beside::draft(tx, number, staff.account).await?,
            requests: of_case(node, tx, names, number).await?,
            lessons: lessons::of_case(tx, number).await?,
        })
    }
}

/// The case, as this reader may see it.
pub async fn of(node: &Node, staff: &Staff, found: Found) -> Result<CasePage, Problem> {
    let orders = orders(&node.books(), staff, (node.world.now)(), &found);
    let Found { row, log, case } = found;
    let (books, today) = (node.books(), node.today());
    let accounts = accounts::all(&node.db).await?;
    let names = view::names(&accounts);
    let is_own = reach::is_handled_by(staff, &books.catalogue, today, &case);
    let beside = Beside::read(node, staff, &names, (&row, is_own)).await?;
    let eyes = line::Eyes { books: &books.catalogue, names: &names, is_own };
    let mut listed = view::row((&books, &node.world.keys), &names, today, &row)?;
    // One that is not there for the reader is not named either.
    listed.linked_to = listed.linked_to.filter(|lead| beside.links.contains(lead));
    listed.subject = eyes.shown(&listed.subject);
    let class = log::class(&books, &case)?;
    let due = class.next(&books.calendar, &case, today);
    let unit = |unit: &i64| view::unit(&books.catalogue, *unit);
    Ok(CasePage {
        seen: case.events,
        outside_number: row.outside_number.clone(),
        is_publishable: row.is_publishable == 1,
        procedure: procedure(&books.catalogue, row.procedure_id),
        named_unit: row.unit_version_id.and_then(|it| named_unit(&books.catalogue, it)),
        service_point: service_point(&books.catalogue, row.service_point_id),
        lines: eyes.lines(&log, &beside),
        due: due.map(|due| self::due(&books, today, due, case.answered.is_some())),
        supports: case.supports.iter().filter_map(unit).collect(),
        held: held(&books, today, &case),
        promised: case.promised.map(|day| day.to_string()),
        rating: case.rating,
        orders,
        people: people(&books.catalogue, &accounts, today, (&row, &case)),
        longest_wait: class.longest_wait(&books.calendar, today).to_string(),
        public: public(&case, &log, &beside.words),
        sender: beside.sender,
        similar: beside.similar,
        links: beside.links.into_iter().filter(|it| Some(*it) != row.linked_to).collect(),
        viewers: beside.viewers,
        requests: beside.requests,
        lessons: beside.lessons.into_iter().map(lesson).collect(),
        may_teach: is_own && right(staff.role, Action::WorkOnFeedback) > Reach::Nothing,
        draft: beside.draft.map(|(text, saved)| DraftView { text, saved: moment(saved) }),
        row: listed,
    })
}

/// A lesson as everybody who reads cases reads it.
fn lesson((id, text): (i64, String)) -> CaseLesson {
    CaseLesson { id, text: redaction::hidden(&text) }
}

/// A moment as it is written: local day and time.
pub fn moment(at: i64) -> String {
    let at = chrono::DateTime::from_timestamp_millis(at).map(local_time);
    at.map(|at| at.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
}

/// The newest code of a procedure.
fn procedure(books: &Catalogue, id: Option<i64>) -> Option<String> {
    let mut versions = books.procedures.iter().rev();
    versions.find(|it| Some(it.procedure) == id).map(|it| it.code.clone())
}

fn named_unit(books: &Catalogue, version: i64) -> Option<String> {
    let unit = books.units.iter().find(|it| it.id == version)?.unit;
    view::unit(books, unit)
}

fn service_point(books: &Catalogue, id: Option<i64>) -> Option<String> {
    books.service_points.values().find(|it| Some(it.id) == id).map(|it| it.code.clone())
}

/// Until when, and why: the days that are not what their weekday says are named.
pub fn due(books: &Books, today: NaiveDate, due: Due, is_publication: bool) -> DueView {
    let special = |kind: DayKind| {
        let within = books.calendar.special(day::next(due.from), due.on);
        within.filter(|(_, it)| *it == kind).map(|(day, _)| day.to_string()).collect()
    };
    DueView {
        on: due.on.to_string(),
        left: due.left(&books.calendar, today),
        from: due.from.to_string(),
        days: due.days,
        waited: due.waited,
        is_publication,
        holidays: special(DayKind::Holiday),
        make_up_days: special(DayKind::MakeUp),
    }
}

/// Every unit that led, with the working days it had the case.
fn held(books: &Books, today: NaiveDate, case: &Case) -> Vec<HeldView> {
    let view = |lead: &domain::feedback::case::Lead| {
        Some(HeldView {
            unit: view::unit(&books.catalogue, lead.unit)?,
            days: books.calendar.between(lead.since, lead.ended.unwrap_or(today)),
            is_lead: lead.ended.is_none(),
        })
    };
    case.leads.iter().filter_map(view).collect()
}

/// The cases that are linked to this one and its lead case, as far as they are there for the reader.
async fn links(
    node: &Node,
    staff: &Staff,
    tx: &mut Tx,
    row: &StoredCase,
) -> Result<Vec<i64>, Problem> {
    let (books, today) = (node.books(), node.today());
    let mut found = Vec::new();
    for other in cases::linked_to(tx, row.number).await?.into_iter().chain(row.linked_to) {
        let other = cases::one(tx, other).await?;
        let within = |it: &StoredCase| reach::is_within(staff, &books.catalogue, today, it, &[]);
        found.extend(other.filter(within).map(|it| it.number));
    }
    Ok(found)
}

/// Cases of the same number, as far as the reader may see them.
async fn similar(
    node: &Node,
    staff: &Staff,
    tx: &mut Tx,
    number: i64,
) -> Result<Vec<SimilarView>, Problem> {
    let (books, today) = (node.books(), node.today());
    let mut found = Vec::new();
    for other in beside::of_same_phone(tx, number, SIMILAR).await? {
        let row = cases::one(tx, other).await?;
        let row = row.filter(|it| reach::is_within(staff, &books.catalogue, today, it, &[]));
        if let Some(row) = row {
            found.push(SimilarView {
                number: row.number,
                code: Of::Feedback.codes(&node.world.keys, row.id).receipt,
                // As in every list: words about somebody stand on the case's own page.
                subject: redaction::hidden(&row.subject),
                sent: view::written(row.sent).unwrap_or_default(),
                is_same_phone: true,
            });
        }
    }
    Ok(found)
}

/// The people who may be given the case.
fn people(
    books: &Catalogue,
    accounts: &[Account],
    today: NaiveDate,
    case: (&StoredCase, &Case),
) -> Vec<PersonView> {
    let may = accounts.iter().filter(|it| reach::may_hold(books, today, case, it));
    may.map(|it| PersonView { name: it.name.clone(), full_name: it.full_name.clone() }).collect()
}

/// Question and answer as they may be published, once it is answered.
fn public(case: &Case, log: &[Event], words: &HashMap<i64, String>) -> Option<PublicView> {
    let (question, answer) = spoken(log, words).filter(|_| case.state.is_answered())?;
    let hidden = |text: &String| redaction::hidden(text);
    Some(PublicView { question: hidden(question), answer: hidden(answer) })
}

/// The local day and time of a line; of a sender without a name the day alone.
pub(super) fn when(at: chrono::DateTime<chrono::Utc>) -> (String, String) {
    let is_day = at == day::start_of(local_day(at));
    let time = local_time(at).format("%H:%M").to_string();
    (local_day(at).to_string(), if is_day { String::new() } else { time })
}
