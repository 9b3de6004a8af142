//! Whether the whole went another way than its parts: the whole at its old mix, decided with all sentences.

use domain::{
    figures::{
        claim::Claim,
        curve::real,
        index::By,
        interval::Estimate,
        mix::{self, Mix, Part},
    },
    office::figures::overview::{Compared, MixNote, verdict},
};

use super::subjects::Subject;
use crate::figures::series::Series;

/// The whole as it would be if its parts weighed what they weighed before.
pub(super) struct Still {
    by: By,
    mix: Mix,
    /// Beside the months before.
    pub(super) compared: Compared,
}

/// The whole at its old mix of procedures and of channels; ballots that name none are a part as well.
pub(super) fn stills(series: &Series, whole: &Compared) -> Vec<Still> {
    let parts = [(By::Procedure, series.procedures()), (By::Channel, series.channels())];
    let still = |(by, keys): (By, Vec<i64>)| {
        let (now, before) = (series.window.period.clone(), series.window.before());
        let part = |key: i64| {
            let slice = Subject::part(by, key);
            let [before, after] =
                [&before, &now].map(|months| series.compared(&slice, months.clone()).share);
            Part { before, after }
        };
        let parts: Vec<Part> = [0].into_iter().chain(keys).map(part).collect();
        let mix = mix::standardise(&parts)?;
        // The parts were counted in answers; they are worth what the answers of the whole are.
        let one = whole.one?;
        let worth = one.effective / real(mix.after.den.max(1));
        let one = Estimate { effective: mix.standardised.effective * worth, ..mix.standardised };
        Some(Still { by, mix, compared: Compared { one: Some(one), ..whole.clone() } })
    };
    parts.into_iter().filter_map(still).collect()
}

/// What is said of the mix, where the whole and the whole at its old mix are decided differently.
pub(super) fn note(stills: &[Still], whole: &Claim, decided: &[Claim]) -> Option<MixNote> {
    let differs =
        |(still, claim): &(&Still, &Claim)| still.mix.is_moved && verdict(claim) != verdict(whole);
    let (still, _) = stills.iter().zip(decided).find(differs)?;
    let Mix { before, after, hundredths, unseen, .. } = still.mix;
    Some(MixNote { by: still.by, before, after, standardised: hundredths, unseen })
}
