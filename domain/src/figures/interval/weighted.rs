//! Shares weighted to what is known of all people: by unit, procedure or channel.

use crate::figures::{
    curve::{normal::Z, real},
    interval::Estimate,
    share::Share,
};

/// A group of people, some of whom answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stratum {
    /// Satisfied people over those who answered.
    pub share: Share,
    /// All its people (finished dossiers), where known.
    pub people: Option<u64>,
}

/// Why a figure is not weighted although that was wished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unweighted {
    /// A group's number of people is unknown.
    Unknown,
    /// A group that answered has no people.
    Zero,
    /// More people of a group answered than it has.
    TooMany,
    /// Nobody of a group answered, so nothing stands for its people.
    Silent,
}

/// A share of all people, and how well it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighted {
    /// The share and the people it is worth: p(1−p)/v.
    pub estimate: Estimate,
    /// v over that of as many people drawn from all at once.
    pub design: f64,
    /// Kish's effective number of people by unequal weights alone: (Σw)²/Σw².
    pub kish: f64,
    /// Why it is the plain share, if it is.
    pub fallback: Option<Unweighted>,
}

impl Weighted {
    /// The standard error.
    pub fn error(&self) -> f64 {
        self.estimate.variance().sqrt()
    }

    /// p ± z·SE, as survey programs print it; pages show the estimate's own interval.
    pub fn plain_interval(&self) -> (f64, f64) {
        let half = Z * self.error();
        (self.estimate.value - half, self.estimate.value + half)
    }
}

/// Weights groups by their people; falls back to the plain share, and says why. Nothing, if nobody
/// answered.
///
/// p = ΣW·p_h; v = ΣW²·(1−n_h/N_h)·p_h(1−p_h)/(n_h−1), W = N_h/N (Cochran, Sampling Techniques, 5.9).
pub fn weighted(strata: &[Stratum]) -> Option<Weighted> {
    let pooled: Share = strata.iter().map(|stratum| stratum.share).sum();
    let plain = Estimate::of(pooled)?;
    match sizes(strata) {
        Err(why) => Some(Weighted {
            estimate: plain,
            design: 1.0,
            kish: plain.effective,
            fallback: Some(why),
        }),
        Ok(people) => Some(by_size(strata, &people, pooled.den)),
    }
}

fn sizes(strata: &[Stratum]) -> Result<Vec<u64>, Unweighted> {
    let size = |stratum: &Stratum| {
        let people = stratum.people.ok_or(Unweighted::Unknown)?;
        match (stratum.share.den, people) {
            (0, 0) => Ok(0),
            (0, _) => Err(Unweighted::Silent),
            (_, 0) => Err(Unweighted::Zero),
            (answered, people) if answered > people => Err(Unweighted::TooMany),
            (_, people) => Ok(people),
        }
    };
    strata.iter().map(size).collect()
}

fn by_size(strata: &[Stratum], people: &[u64], answered: u64) -> Weighted {
    let all = real(people.iter().sum());
    let (mut value, mut variance, mut squares) = (0.0, 0.0, 0.0);
    for (stratum, &size) in strata.iter().zip(people).filter(|(_, size)| **size > 0) {
        let Share { num, den } = stratum.share;
        let (weight, share, n) = (real(size) / all, real(num) / real(den), real(den));
        value += weight * share;
        squares += real(size) * real(size) / n;
        let own = share * (1.0 - share) / (n - 1.0).max(1.0);
        variance += weight * weight * (1.0 - n / real(size)) * own;
    }
    let kish = all * all / squares;
    let n = real(answered);
    let simple = value * (1.0 - value) / (n - 1.0).max(1.0) * (1.0 - n / all);
    let is_clear = variance > 0.0 && simple > 0.0;
    Weighted {
        estimate: Estimate {
            value,
            effective: if is_clear { value * (1.0 - value) / variance } else { kish },
        },
        design: if is_clear { variance / simple } else { n / kish },
        kish,
        fallback: None,
    }
}

#[cfg(test)]
mod tests;
