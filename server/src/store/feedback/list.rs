//! The inbox: the cases of some units by tab, and how many are in each.

use domain::office::feedback::inbox::Tab;
use sqlx::FromRow;

use super::{
    super::{Tx, values::List, within},
    cases::{StoredCase, columns},
};

/// Which cases a reader asks for, within what they may see.
#[derive(Clone, Debug)]
pub struct Filter {
    /// The reader's account: what is about them is not there.
    pub reader: i64,
    /// Whether the reader sees everything, also what no unit has.
    pub is_everything: bool,
    /// The units whose cases are meant: those of the reader, or of a filter within them.
    pub units: Vec<i64>,
    /// The units for whose help cases are meant, also those that are no more.
    pub helping: Vec<i64>,
    /// The number of a kind; 0 for every kind.
    pub kind: i64,
    /// The number of a source; 0 for every source.
    pub source: i64,
    /// What has to be in the words, folded; nothing for all.
    pub words: String,
    /// The number of a case, if one is looked for; else 0.
    pub number: i64,
    /// The stand-in of a telephone number whose cases are looked for as well.
    pub phone: Option<Vec<u8>>,
    /// Today, `YYYYMMDD`.
    pub today: i64,
    /// The last day that is due soon.
    pub soon: i64,
}

/// How many open cases are in each tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromRow)]
pub struct Counts {
    mine: i64,
    unit: i64,
    unassigned: i64,
    due_soon: i64,
    overdue: i64,
    escalated: i64,
    waiting: i64,
    put_off: i64,
    #[sqlx(skip)]
    supporting: i64,
    #[sqlx(skip)]
    added: i64,
}

impl Counts {
    /// How many are in a tab; nothing for what is finished.
    pub fn of(self, tab: Tab) -> Option<i64> {
        match tab {
            Tab::Mine => Some(self.mine),
            Tab::Unit => Some(self.unit),
            Tab::Unassigned => Some(self.unassigned),
            Tab::DueSoon => Some(self.due_soon),
            Tab::Overdue => Some(self.overdue),
            Tab::Escalated => Some(self.escalated),
            Tab::Waiting => Some(self.waiting),
            Tab::PutOff => Some(self.put_off),
            Tab::Supporting => Some(self.supporting),
            Tab::Added => Some(self.added),
            Tab::Finished => None,
        }
    }
}

/// The list of units, before every statement.
const UNITS: &str = "with wanted (unit) as (select id from units where id in";

/// What the cases of a reader have in common, with what is read of them and what follows.
macro_rules! reached {
    ($columns:expr, $which:literal, $rest:literal) => {
        reached!(
            $columns,
            $which,
            "($2 = 1 or lead_unit_id in (select unit from wanted)
                   or offer_unit_id in (select unit from wanted))",
            $rest
        )
    };
    ($columns:expr, $which:literal, $whose:literal, $rest:literal) => {
        concat!(
            ") select ",
            $columns,
            " from feedback where ",
            $which,
            " and coalesce(about_account_id, 0) <> $1 and ",
            $whose,
            " and ($3 = 0 or kind = $3) and ($4 = 0 or source = $4)
              and ($5 = '' or folded like '%' || $5 || '%' escape '!' or number = $6
                   or number in (select feedback from feedback_contacts where phone = $7)) ",
            $rest
        )
    };
}

/// The same with the columns of a [`StoredCase`].
macro_rules! cases {
    ($which:literal, $rest:literal) => {
        reached!(columns!(), $which, $rest)
    };
}

static COUNTS: List = List::new(
    UNITS,
    9,
    reached!(
        "cast(coalesce(sum(case when holder_id = $1 then 1 else 0 end), 0) as bigint) as mine,
         cast(coalesce(sum(case when lead_unit_id is not null then 1 else 0 end), 0) as bigint) as unit,
         cast(coalesce(sum(case when lead_unit_id is null then 1 else 0 end), 0) as bigint)
             as unassigned,
         cast(coalesce(sum(case when due between $8 and $9 then 1 else 0 end), 0) as bigint)
             as due_soon,
         cast(coalesce(sum(case when due < $8 then 1 else 0 end), 0) as bigint) as overdue,
         cast(coalesce(sum(case when level > 1 then 1 else 0 end), 0) as bigint) as escalated,
         cast(coalesce(sum(case when wait_until is not null then 1 else 0 end), 0) as bigint)
             as waiting,
         cast(coalesce(sum(case when put_off > $8 then 1 else 0 end), 0) as bigint) as put_off",
        "is_open = 1",
        ""
    ),
);

static OPEN: List = List::new(
    UNITS,
    12,
    cases!(
        "is_open = 1",
        "and case $10 when 1 then holder_id = $1 when 2 then lead_unit_id is not null
              when 3 then lead_unit_id is null when 4 then due between $8 and $9
              when 5 then due < $8 when 6 then level > 1 when 7 then wait_until is not null
              when 8 then put_off > $8 else 1 = 0 end
         order by case when due is null then 1 else 0 end, due, number limit $11 offset $12"
    ),
);

static FINISHED: List = List::new(
    UNITS,
    9,
    cases!("is_open = 0", "order by sent desc, number desc limit $8 offset $9"),
);

static FINISHED_COUNT: List =
    List::new(UNITS, 7, reached!("cast(count(*) as bigint)", "is_open = 0", ""));

/// Open or not: what a sender added waits for somebody to see to it.
static ADDED: List = List::new(
    UNITS,
    9,
    cases!(
        "has_news = 1",
        "order by case when due is null then 1 else 0 end, due, number limit $8 offset $9"
    ),
);

static ADDED_COUNT: List =
    List::new(UNITS, 7, reached!("cast(count(*) as bigint)", "has_news = 1", ""));

/// The open cases with which units help.
macro_rules! helped {
    ($columns:expr, $rest:literal) => {
        reached!(
            $columns,
            "is_open = 1",
            "exists (select 1 from feedback_supports where feedback = number
                       and ($2 = 1 or unit_id in (select unit from wanted)))",
            $rest
        )
    };
}

static SUPPORTING: List = List::new(
    UNITS,
    9,
    helped!(
        columns!(),
        "order by case when due is null then 1 else 0 end, due, number limit $8 offset $9"
    ),
);

static SUPPORTING_COUNT: List = List::new(UNITS, 7, helped!("cast(count(*) as bigint)", ""));

/// What a search must find letter by letter, for `like`.
fn escaped(words: &str) -> String {
    words.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

impl Filter {
    /// The units to ask a tab for: a list that is never empty, of a unit there is not where there is none.
    fn units(&self, tab: Tab) -> Vec<i64> {
        let units = if tab == Tab::Supporting { &self.helping } else { &self.units };
        if units.is_empty() { vec![0] } else { units.clone() }
    }
}

/// Binds what every statement of the inbox begins with, in the order of its placeholders.
macro_rules! bound {
    ($query:expr, $filter:expr) => {
        $query
            .bind($filter.reader)
            .bind(i64::from($filter.is_everything))
            .bind($filter.kind)
            .bind($filter.source)
            .bind(escaped(&$filter.words))
            .bind($filter.number)
            .bind($filter.phone.clone())
    };
}

/// How many cases are in each tab that is counted.
pub async fn counts(tx: &mut Tx, filter: &Filter) -> Result<Counts, sqlx::Error> {
    let Some((sql, units)) = COUNTS.of(&filter.units(Tab::Unit)) else {
        return Ok(Counts::default());
    };
    let counts: Counts = within!(&mut *tx, conn => {
        let query = bound!(sqlx::query_as(sql), filter).bind(filter.today).bind(filter.soon);
        units.iter().fold(query, |query, unit| query.bind(*unit)).fetch_one(conn).await?
    });
    let supporting = count(tx, filter, (Tab::Supporting, &SUPPORTING_COUNT)).await?;
    let added = count(tx, filter, (Tab::Added, &ADDED_COUNT)).await?;
    Ok(Counts { supporting, added, ..counts })
}

/// How many finished cases there are.
pub async fn finished(tx: &mut Tx, filter: &Filter) -> Result<i64, sqlx::Error> {
    count(tx, filter, (Tab::Finished, &FINISHED_COUNT)).await
}

async fn count(
    tx: &mut Tx,
    filter: &Filter,
    (tab, statement): (Tab, &'static List),
) -> Result<i64, sqlx::Error> {
    let Some((sql, units)) = statement.of(&filter.units(tab)) else { return Ok(0) };
    within!(tx, conn => {
        let query = bound!(sqlx::query_scalar(sql), filter);
        units.iter().fold(query, |query, unit| query.bind(*unit)).fetch_one(conn).await
    })
}

/// One page of a tab: of open cases the first due first, of finished ones the newest first.
pub async fn page(
    tx: &mut Tx,
    filter: &Filter,
    tab: Tab,
    (most, skip): (i64, i64),
) -> Result<Vec<StoredCase>, sqlx::Error> {
    let statement = match tab {
        Tab::Finished => &FINISHED,
        Tab::Added => &ADDED,
        Tab::Supporting => &SUPPORTING,
        _ => &OPEN,
    };
    let Some((sql, units)) = statement.of(&filter.units(tab)) else { return Ok(Vec::new()) };
    within!(tx, conn => {
        let query = bound!(sqlx::query_as(sql), filter);
        let query = match tab {
            Tab::Finished | Tab::Added | Tab::Supporting => query.bind(most).bind(skip),
            _ => {
                let query = query.bind(filter.today).bind(filter.soon);
                query.bind(tab.number()).bind(most).bind(skip)
            }
        };
        units.iter().fold(query, |query, unit| query.bind(*unit)).fetch_all(conn).await
    })
}
