//! What a change of the books would do to everything that names a unit, or what ends.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::catalogue::Catalogue;
use crate::{
    office::books::outlook::{Affected, Move, Outlook},
    words::Words,
};

/// The links of invited people who have not answered, which name the same places.
#[derive(Clone, Debug)]
pub struct OpenLinks {
    /// The campaign's row.
    pub campaign: i64,
    /// The unit's identity.
    pub unit: Option<i64>,
    /// The procedure's identity.
    pub procedure: Option<i64>,
    /// The service point's row.
    pub service_point: Option<i64>,
    /// How many there are.
    pub count: i64,
}

/// What is there beside the books.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Open links.
    pub links: Vec<OpenLinks>,
    /// How many accounts are bound to each unit.
    pub accounts: HashMap<i64, i64>,
    /// How many ballots each version of a unit was given since the day.
    pub ballots: HashMap<i64, i64>,
}

/// The books before and after a change, from the first day on which it is so.
pub struct Comparison<'a> {
    /// How they are.
    pub before: &'a Catalogue,
    /// How they would be.
    pub after: &'a Catalogue,
    /// The first day on which it is so.
    pub day: NaiveDate,
    /// What is there beside them.
    pub beside: &'a Beside,
}

/// What is gathered: from whom to whom, and how much of each.
type Moves = BTreeMap<(i64, Option<i64>), Affected>;

impl Comparison<'_> {
    /// What the change would do.
    pub fn outlook(&self) -> Outlook {
        let mut moves = Moves::new();
        self.units(&mut moves);
        self.procedures(&mut moves);
        self.campaigns(&mut moves);
        self.points(&mut moves);
        self.links(&mut moves);
        let told = moves.into_iter().map(|((from, to), what)| Move {
            from: name(self.before, from),
            to: to.map(|to| name(self.after, to)),
            what,
        });
        Outlook { moves: told.chain(self.ends()).collect() }
    }

    /// Counts what a unit has before and another after, if that is so.
    fn goes(
        &self,
        moves: &mut Moves,
        (was, is): (Option<i64>, Option<i64>),
        count: impl Fn(&mut Affected),
    ) {
        let standing = |books: &Catalogue, unit: Option<i64>| {
            unit.and_then(|unit| books.unit_on(unit, self.day)).map(|version| version.unit)
        };
        let (from, to) = (standing(self.before, was), standing(self.after, is));
        if let Some(from) = from.filter(|from| Some(*from) != to) {
            count(moves.entry((from, to)).or_default());
        }
    }

    /// Units that end: whatever they were merged into, with accounts and ballots; and units that lie
    /// below another from then on.
    fn units(&self, moves: &mut Moves) {
        for version in self.before.units.iter().filter(|it| it.period.holds(self.day)) {
            let unit = version.unit;
            let mut there = self.after.units.iter();
            let after = there.find(|it| it.unit == unit && it.period.holds(self.day));
            let Some(after) = after else {
                let accounts = self.beside.accounts.get(&unit).copied().unwrap_or_default();
                let ballots = self.beside.ballots.get(&version.id).copied().unwrap_or_default();
                self.goes(moves, (Some(unit), Some(unit)), |what| {
                    what.accounts += accounts;
                    what.ballots += ballots;
                });
                continue;
            };
            self.goes(moves, (version.parent, after.parent), |what| what.units += 1);
        }
    }

    fn procedures(&self, moves: &mut Moves) {
        for old in self.before.procedures.iter().filter(|it| it.period.holds(self.day)) {
            let mut versions = self.after.procedures.iter();
            let new =
                versions.find(|it| it.procedure == old.procedure && it.period.holds(self.day));
            if let Some(new) = new {
                self.goes(moves, (old.unit, new.unit), |what| what.procedures += 1);
            }
        }
    }

    fn campaigns(&self, moves: &mut Moves) {
        let is_over = |days: crate::day::Period| days.to.is_some_and(|last| last < self.day);
        for campaign in self.before.campaigns.values().filter(|it| !is_over(it.days())) {
            self.goes(moves, (campaign.unit, campaign.unit), |what| what.campaigns += 1);
        }
    }

    fn points(&self, moves: &mut Moves) {
        for point in self.before.service_points.values().filter(|it| it.period.holds(self.day)) {
            for unit in &point.units {
                self.goes(moves, (Some(*unit), Some(*unit)), |what| what.service_points += 1);
            }
        }
    }

    fn links(&self, moves: &mut Moves) {
        for link in self.open_links() {
            self.goes(moves, (link.unit, link.unit), |what| what.invitations += link.count);
        }
    }

    /// The links of campaigns that are not over by the day.
    fn open_links(&self) -> impl Iterator<Item = &OpenLinks> {
        let over = self.before.campaigns.values();
        let over = over.filter(|it| it.days().to.is_some_and(|last| last < self.day));
        let over: Vec<i64> = over.map(|campaign| campaign.id).collect();
        self.beside.links.iter().filter(move |link| !over.contains(&link.campaign))
    }

    /// Procedures and service points that end, and what names them.
    fn ends(&self) -> impl Iterator<Item = Move> {
        let mut versions = self.before.procedures.iter();
        let ended = versions.by_ref().filter(|old| {
            let mut after = self.after.procedures.iter();
            let is_there = |it: &super::catalogue::ProcedureVersion| {
                it.procedure == old.procedure && it.period.holds(self.day)
            };
            old.period.holds(self.day) && !after.any(is_there)
        });
        let procedures = ended.map(|old| {
            let id = Some(old.procedure);
            let points = self.before.service_points.values();
            let naming = points.filter(|it| it.procedures.contains(&old.procedure));
            let what = Affected {
                service_points: whole(naming.count()),
                invitations: self.open_of(|link| link.procedure == id),
                ..Affected::default()
            };
            Move { from: old.name.clone(), to: None, what }
        });
        let points = self.before.service_points.values().filter(|point| {
            let after = self.after.service_points.get(&point.code);
            point.period.holds(self.day) && after.is_some_and(|it| !it.period.holds(self.day))
        });
        let points = points.map(|point| {
            let invitations = self.open_of(|link| link.service_point == Some(point.id));
            let what = Affected { invitations, ..Affected::default() };
            Move { from: point.name.clone(), to: None, what }
        });
        procedures.chain(points).collect::<Vec<_>>().into_iter()
    }

    fn open_of(&self, is_meant: impl Fn(&OpenLinks) -> bool) -> i64 {
        self.open_links().filter(|link| is_meant(link)).map(|link| link.count).sum()
    }
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn name(books: &Catalogue, unit: i64) -> Words {
    books.newest(unit).map(|version| version.name.clone()).unwrap_or_default()
}
