//! What a page of figures looks at: a period of a scheme, a unit, a question set; as it is asked, and as
//! it can be answered.

use domain::{
    Reason, Scope,
    figures::publish::scheme::{Scheme, Span},
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::question::{is_version, meant, non_empty, note, within};
use crate::{node::Node, problem::Problem};

/// A page's question as it arrives.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct LensQuery {
    /// The period, `2026-08`, `2026-q3` or `2026`; otherwise the newest month that has ended, or the
    /// running one where that is the first with ballots.
    pub period: Option<String>,
    /// The period scheme, `calendar`, `kstt` or `1022-hcm`; otherwise the one of publications.
    pub scheme: Option<String>,
    /// Only this unit and those below it.
    pub unit: Option<String>,
    /// The question set, `code` or `code/version`; otherwise the one with the newest ballots. Earlier
    /// versions that it follows are joined in what all ask alike, unless a version is named.
    pub instrument: Option<String>,
}

/// A page's question with nothing wrong.
#[derive(Clone, Debug)]
pub struct Lens {
    /// How time is cut.
    pub scheme: Scheme,
    /// The period; none where the newest is meant.
    pub span: Option<Span>,
    /// The unit, by identity.
    pub unit: Option<i64>,
    /// Only these units, by identity: the unit's family, as far as the reader's right reaches.
    pub units: Option<Vec<i64>>,
    /// The instrument's row; none where no ballot is kept yet.
    pub instrument: Option<i64>,
    /// Whether earlier versions of the instrument are joined.
    pub joins: bool,
}

impl LensQuery {
    /// Checks the question and names every fault. An empty value counts as not given.
    pub async fn check(&self, node: &Node) -> Result<Lens, Problem> {
        let books = node.books();
        let mut faults = Vec::new();
        let scheme = non_empty(&self.scheme).map(Scheme::read);
        note(scheme == Some(None), "scheme", Reason::UnknownChoice, &mut faults);
        let span = non_empty(&self.period).map(Span::read);
        note(span == Some(None), "period", Reason::BadDate, &mut faults);
        let unit = non_empty(&self.unit).map(|code| books.catalogue.unit(code).first());
        note(matches!(unit, Some(None)), "unit", Reason::UnknownUnit, &mut faults);
        let named = non_empty(&self.instrument).map(|key| books.catalogue.instrument(key));
        note(matches!(named, Some(None)), "instrument", Reason::UnknownInstrument, &mut faults);
        if !faults.is_empty() {
            return Err(Problem::faults(faults));
        }
        let instrument = meant(node, named.flatten(), &self.instrument).await?;
        let unit = unit.flatten().map(|version| version.unit);
        Ok(Lens {
            scheme: scheme.flatten().unwrap_or(node.world.rules.scheme),
            span: span.flatten(),
            unit,
            units: unit.map(|unit| books.catalogue.family(unit)),
            instrument,
            joins: !is_version(&self.instrument),
        })
    }
}

impl Lens {
    /// The same as far as a reader's right reaches; nothing where all of it is beyond.
    pub fn within(mut self, scope: &Scope) -> Option<Self> {
        self.units = within(self.units, scope)?;
        Some(self)
    }
}
