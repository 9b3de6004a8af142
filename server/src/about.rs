//! What a ballot is about, where its link does not say so: what the person is asked first.

pub mod reported;

use chrono::NaiveDate;
use domain::{
    Campaign, Catalogue,
    books::catalogue::{ProcedureVersion, ServicePoint, UnitVersion},
};

use self::reported::Counts;

/// The most procedures that are offered as buttons.
pub const MOST: usize = 6;

/// What is known before anything is asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Where the person stands.
    pub point: Option<&'a ServicePoint>,
    /// The unit.
    pub unit: Option<&'a UnitVersion>,
    /// The procedure.
    pub procedure: Option<&'a ProcedureVersion>,
}

impl<'a> Known<'a> {
    /// The same with what follows from the service point: the only procedure or unit it serves.
    pub fn by_point(mut self, books: &'a Catalogue, day: NaiveDate) -> Self {
        if self.unit.is_some() || self.procedure.is_some() {
            return self;
        }
        let Some(point) = self.point else { return self };
        let (procedures, units) =
            (served_procedures(books, point, day), served_units(books, point, day));
        match (procedures.as_slice(), units.as_slice()) {
            ([only], _) => self.procedure = Some(only),
            ([], [only]) => self.unit = Some(only),
            _ => {}
        }
        self
    }

    /// Whether it names a procedure together with a unit that has nothing to do with whoever leads it.
    pub fn is_apart(&self, books: &Catalogue, day: NaiveDate) -> bool {
        let lead = self.procedure.and_then(|it| books.unit_on(it.unit?, day));
        let (Some(unit), Some(lead)) = (self.unit, lead) else { return false };
        let is_in = |one: i64, other: i64| books.family_on(one, day).contains(&other);
        !is_in(unit.unit, lead.unit) && !is_in(lead.unit, unit.unit)
    }

    /// Whether it says what a ballot for the campaign would be about. A campaign of a unit leaves open
    /// which of its procedures, where it leads several.
    pub fn says(&self, books: &Catalogue, campaign: &Campaign, day: NaiveDate) -> bool {
        let is_alone = |unit| led(books, Some(unit), day).nth(1).is_none();
        self.procedure.is_some() || self.unit.is_some() || campaign.unit.is_some_and(is_alone)
    }
}

/// The procedures in force on a day that a unit or one below it leads; without a unit all of them.
pub fn led(
    books: &Catalogue,
    unit: Option<i64>,
    day: NaiveDate,
) -> impl Iterator<Item = &ProcedureVersion> {
    let family = unit.map(|unit| books.family_on(unit, day));
    let is_led = move |version: &&ProcedureVersion| {
        let lead = || Some(books.unit_on(version.unit?, day)?.unit);
        let is_in = |family: &Vec<i64>| lead().is_some_and(|lead| family.contains(&lead));
        version.period.holds(day) && family.as_ref().is_none_or(is_in)
    };
    books.procedures.iter().filter(is_led)
}

/// The procedures to offer first: those the service point serves, or those that most ballots from
/// there were about, or from anywhere; a catalogue that is no longer than that, whole. With a unit only
/// what it leads.
pub fn procedures<'a>(
    books: &'a Catalogue,
    (point, unit): (Option<&ServicePoint>, Option<i64>),
    counts: &Counts,
    day: NaiveDate,
) -> Vec<&'a ProcedureVersion> {
    let valid: Vec<&ProcedureVersion> = led(books, unit, day).collect();
    let is_served = |it: &&&ProcedureVersion| {
        point.is_some_and(|point| point.procedures.contains(&it.procedure))
    };
    let served: Vec<&ProcedureVersion> = valid.iter().filter(is_served).copied().collect();
    if !served.is_empty() {
        return served;
    }
    let most = |point| counts.most(point, valid.iter().map(|version| version.procedure));
    let mut ranked = point.map(|point| most(Some(point.id))).unwrap_or_default();
    if ranked.is_empty() {
        ranked = most(None);
    }
    if valid.len() <= MOST {
        let rest = valid.iter().map(|version| version.procedure);
        ranked.extend(rest.filter(|procedure| !ranked.contains(procedure)).collect::<Vec<_>>());
    }
    let found = |procedure: i64| valid.iter().copied().find(|it| it.procedure == procedure);
    ranked.into_iter().take(MOST).filter_map(found).collect()
}

/// The units to choose from: those the service point serves, or those that lead a procedure, or all
/// below another.
pub fn units<'a>(
    books: &'a Catalogue,
    point: Option<&ServicePoint>,
    day: NaiveDate,
) -> Vec<&'a UnitVersion> {
    let served = point.map(|point| served_units(books, point, day)).unwrap_or_default();
    if !served.is_empty() {
        return served;
    }
    let led = books.procedures.iter().filter(|version| version.period.holds(day));
    let leading = there(books, led.filter_map(|version| version.unit), day);
    if !leading.is_empty() {
        return leading;
    }
    let below = books.units.iter().filter(|version| version.parent.is_some());
    there(books, below.map(|version| version.unit), day)
}

/// The procedures in force that a service point says it serves.
pub fn served_procedures<'a>(
    books: &'a Catalogue,
    point: &ServicePoint,
    day: NaiveDate,
) -> Vec<&'a ProcedureVersion> {
    let is_served = |version: &&ProcedureVersion| {
        point.procedures.contains(&version.procedure) && version.period.holds(day)
    };
    books.procedures.iter().filter(is_served).collect()
}

fn served_units<'a>(
    books: &'a Catalogue,
    point: &ServicePoint,
    day: NaiveDate,
) -> Vec<&'a UnitVersion> {
    there(books, point.units.iter().copied(), day)
}

/// The units as they are on a day, or what they were merged into; each once, by code.
fn there(books: &Catalogue, units: impl Iterator<Item = i64>, day: NaiveDate) -> Vec<&UnitVersion> {
    let mut found: Vec<&UnitVersion> = units.filter_map(|unit| books.unit_on(unit, day)).collect();
    found.sort_by(|a, b| a.code.cmp(&b.code));
    found.dedup_by_key(|version| version.id);
    found
}
