//! Where the department stands: the index, each indicator beside its own past, and what to mend first.

mod standing;

use serde::{Deserialize, Serialize};

use crate::{
    figures::{
        claim::{Basis, Claim},
        index::By,
        share::Share,
    },
    office::figures::trend::Trend,
};

pub use standing::{Compared, Places, decide, findings, sort, verdict};

/// How an indicator stands beside its own past: this decides where its row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = RowStanding))]
pub enum Standing {
    /// It became worse: a person has to look.
    Look,
    /// No change to be seen, or too few to say.
    Calm,
    /// It became better.
    Better,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndicatorRow {
    /// What it is: a factor, a unit or a procedure; the whole has none.
    pub by: Option<By>,
    /// Its code.
    pub code: String,
    /// What people call it.
    pub label: String,
    /// Where its row is.
    pub standing: Standing,
    /// Where it stands in the period.
    pub level: Claim,
    /// How it stands beside the twelve months before the period.
    pub change: Claim,
    /// The figure of these twelve months.
    pub before: Before,
    /// What is special about the newest month by the chart's own rules.
    pub signal: Option<Claim>,
    /// Whether its target is met by itself.
    pub target: Option<Claim>,
    /// Its months.
    pub trend: Trend,
}

/// What a figure is held against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Before {
    /// Numerator and denominator.
    pub share: Share,
    /// People.
    pub n: u64,
}

/// What a finding compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Against {
    /// An indicator with its own twelve months before.
    Past,
    /// A unit with the other units, over twelve months.
    Others,
}

/// Something to mend, or good news: a claim with what it is about and where its evidence is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finding {
    /// What is compared.
    pub against: Against,
    /// What the indicator is; the whole has none.
    pub by: Option<By>,
    /// Its code.
    pub code: String,
    /// What people call it.
    pub label: String,
    /// The item, where one of a unit is meant: what it asks.
    pub item: Option<String>,
    /// The decision.
    pub claim: Claim,
    /// What it is held against.
    pub other: Before,
}

/// That the parts of the whole and the whole itself went different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MixNote {
    /// Which parts: procedures or channels.
    pub by: By,
    /// The whole in the twelve months before.
    pub before: Share,
    /// The whole in the period.
    pub after: Share,
    /// The whole in the period if its parts weighed what they weighed before, hundredths of a percent.
    pub standardised: u64,
    /// How many of the parts have no answers in the period: they count as they did before.
    #[serde(default)]
    pub unseen: usize,
}

/// Answers that told of trouble: only for those who look into it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Trouble {
    /// What was asked.
    pub label: String,
    /// How many told of some or much.
    pub told: u64,
    /// Of so many who answered.
    pub of: u64,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Choice {
    /// What the address says.
    pub code: String,
    /// What people call it.
    pub label: String,
}

/// What else the page can be about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Choices {
    /// Periods, the newest first.
    pub periods: Vec<Choice>,
    /// Period schemes by their codes.
    pub schemes: Vec<String>,
    /// Units within the reader's reach.
    pub units: Vec<Choice>,
    /// Question sets.
    pub instruments: Vec<Choice>,
}

/// The first page of those who lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Overview {
    /// The period scheme.
    pub scheme: String,
    /// The period.
    pub period: String,
    /// The period as people read it.
    pub label: String,
    /// Its first day, `YYYY-MM-DD`.
    pub first: String,
    /// Its last day.
    pub last: String,
    /// Whether it has ended.
    pub is_over: bool,
    /// The question set's name.
    pub instrument: String,
    /// The unit the page is about, by name; none for all the reader reaches.
    pub unit: Option<String>,
    /// Whether these are demo data.
    pub demo: bool,
    /// The whole.
    pub whole: IndicatorRow,
    /// The indicators, those that need a person first.
    pub rows: Vec<IndicatorRow>,
    /// Units and procedures with too few ballots for a row of their own here.
    pub left_out: usize,
    /// At most three things to mend first.
    pub first_things: Vec<Finding>,
    /// Good news.
    pub good_news: Vec<Finding>,
    /// That the mix moved.
    pub mix: Option<MixNote>,
    /// Answers that told of trouble; empty for whoever does not look into them.
    pub troubles: Vec<Trouble>,
    /// What else the page can be about.
    pub choices: Choices,
}

impl From<&Basis> for Before {
    fn from(basis: &Basis) -> Self {
        Self { share: basis.share, n: basis.n }
    }
}
