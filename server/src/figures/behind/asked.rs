//! What a page asks to see behind: as it is asked, and as it can be answered.

use domain::{Catalogue, Instrument, Lang, Reason, Scope, office::figures::behind::Subject};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    figures::{
        Lens, LensQuery,
        joined::before,
        labels,
        question::{non_empty, note},
        series::{Items, Slice},
    },
    node::Node,
    problem::Problem,
};

/// What a figure is about, as it arrives.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct SubjectQuery {
    /// `whole` (the default), `unit`, `procedure`, `factor` or `item`.
    pub by: Option<String>,
    /// The code of the unit, procedure, factor or item.
    pub key: Option<String>,
    /// Only this procedure.
    pub procedure: Option<String>,
}

/// A question with nothing wrong.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What is looked at; all units, so that the whole is known.
    pub lens: Lens,
    /// What the figure is about.
    pub subject: Subject,
    /// Its code; empty for the whole.
    pub key: String,
    /// The unit that is asked about or looked at alone, by identity.
    unit: Option<i64>,
    /// Only these units, by identity.
    units: Option<Vec<i64>>,
    /// The units that the reader's right reaches; all, if none are named.
    reach: Option<Vec<i64>>,
    /// Only this procedure, by identity.
    procedure: Option<i64>,
}

impl SubjectQuery {
    /// Checks the question and names every fault.
    pub async fn check(&self, lens: &LensQuery, node: &Node) -> Result<Asked, Problem> {
        let books = node.books();
        let books = &books.catalogue;
        let mut faults = Vec::new();
        let subject = non_empty(&self.by).map_or(Some(Subject::Whole), Subject::read);
        note(subject.is_none(), "by", Reason::UnknownChoice, &mut faults);
        let subject = subject.unwrap_or(Subject::Whole);
        let key = non_empty(&self.key).filter(|_| subject != Subject::Whole).unwrap_or_default();
        let named = |wanted: Subject, field| if subject == wanted { Some(key) } else { field };
        let unit = named(Subject::Unit, non_empty(&lens.unit));
        let unit = unit.map(|code| books.unit(code).first().map(|it| it.unit));
        let field = if subject == Subject::Unit { "key" } else { "unit" };
        note(unit == Some(None), field, Reason::UnknownUnit, &mut faults);
        let procedure = named(Subject::Procedure, non_empty(&self.procedure));
        let procedure = procedure.map(|code| books.procedure(code).first().map(|it| it.procedure));
        let field = if subject == Subject::Procedure { "key" } else { "procedure" };
        note(procedure == Some(None), field, Reason::UnknownProcedure, &mut faults);
        if !faults.is_empty() {
            return Err(Problem::faults(faults));
        }
        let all = LensQuery { unit: None, ..lens.clone() };
        let lens = all.check(node).await?;
        let unit = unit.flatten();
        let asked = Asked {
            units: unit.map(|unit| books.family(unit)),
            key: key.to_owned(),
            procedure: procedure.flatten(),
            reach: None,
            lens,
            subject,
            unit,
        };
        let newest = asked.lens.instrument.and_then(|id| books.instruments.get(&id));
        let older = newest.filter(|_| asked.lens.joins).map(|set| before(set, books));
        let is_older = older.into_iter().flatten().any(|set| asked.is_in(Some(set)));
        if !asked.is_in(newest) && !is_older {
            note(true, "key", Reason::UnknownChoice, &mut faults);
            return Err(Problem::faults(faults));
        }
        Ok(asked)
    }
}

impl Asked {
    /// The same as far as a reader's right reaches; nothing where all of it is beyond.
    pub fn within(mut self, scope: &Scope) -> Option<Self> {
        let Some(own) = scope.units() else { return Some(self) };
        let units: Vec<i64> = match self.units.take() {
            Some(units) => units.into_iter().filter(|unit| own.contains(unit)).collect(),
            None => own.iter().copied().collect(),
        };
        let reach = Some(own.iter().copied().collect());
        (!units.is_empty()).then_some(Self { units: Some(units), reach, ..self })
    }

    /// The unit it is about, by identity.
    pub(super) fn unit(&self) -> Option<i64> {
        self.unit
    }

    /// Whether a unit is the one it is about.
    pub(super) fn is_about(&self, unit: i64) -> bool {
        self.unit == Some(unit)
    }

    /// A unit and those below it, as far as the reader's right reaches.
    pub(super) fn family(&self, unit: i64, books: &Catalogue) -> Vec<i64> {
        books.family(unit).into_iter().filter(|unit| self.reaches(*unit)).collect()
    }

    /// Whether the reader's right reaches a unit.
    pub(super) fn reaches(&self, unit: i64) -> bool {
        self.reach.as_ref().is_none_or(|reach| reach.contains(&unit))
    }

    /// What of the tallies it counts.
    pub(super) fn slice(&self) -> Slice<'_> {
        Slice { units: self.units.clone(), ..self.of_everybody() }
    }

    /// The same of all units that the reader's right reaches.
    pub(super) fn of_everybody(&self) -> Slice<'_> {
        let items = match self.subject {
            Subject::Factor => Items::Factor(&self.key),
            Subject::Item => Items::One(&self.key),
            Subject::Whole | Subject::Unit | Subject::Procedure => Items::All,
        };
        let (units, procedure) = (self.reach.clone(), self.procedure);
        Slice { units, procedure, items, ..Slice::default() }
    }

    /// Whether the question set has such a factor or item that counts.
    fn is_in(&self, set: Option<&Instrument>) -> bool {
        set.is_none_or(|set| match self.subject {
            Subject::Factor => set.factors.iter().any(|it| it.code == self.key),
            Subject::Item => set.item(&self.key).is_some_and(|(_, item)| item.counts()),
            Subject::Whole | Subject::Unit | Subject::Procedure => true,
        })
    }

    /// What people call it; empty for the whole.
    pub(super) fn label(&self, set: Option<&Instrument>, books: &Catalogue, lang: Lang) -> String {
        let name = match self.subject {
            Subject::Whole => None,
            Subject::Unit => {
                return self.unit.map_or_else(String::new, |unit| labels::unit(books, unit, lang));
            }
            Subject::Procedure => {
                let of = |it: &&domain::books::catalogue::ProcedureVersion| {
                    Some(it.procedure) == self.procedure
                };
                books.procedures.iter().rfind(of).map(|it| &it.name)
            }
            Subject::Factor => set
                .and_then(|set| set.factors.iter().find(|it| it.code == self.key))
                .map(|it| &it.name),
            Subject::Item => set.and_then(|set| set.item(&self.key)).map(|(_, it)| &it.text),
        };
        name.map_or_else(|| self.key.clone(), |name| name.get(lang).to_owned())
    }

    /// The code of the unit it is about.
    pub(super) fn unit_codes(&self, books: &Catalogue) -> Vec<String> {
        let unit = self.unit.and_then(|unit| books.newest(unit));
        unit.map(|it| it.code.clone()).into_iter().collect()
    }
}
