//! Honest about the silent: what is certain whatever they think, and what would have to be true of them.

use serde::{Deserialize, Serialize};

use crate::figures::share::Share;

/// How many of all people answered, and what they said of one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// Satisfied over answered.
    pub share: Share,
    /// All people: finished dossiers.
    pub people: u64,
}

/// More people answered than there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany;

/// What decides whether the index of everybody reaches a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tipping {
    /// It does, whatever the silent think.
    Surely,
    /// It cannot, whatever they think.
    Never,
    /// It does, if at least so many of the silent are satisfied; the share is that many of all silent.
    If(Share),
}

impl Reach {
    /// Checks that no more answered than there are.
    ///
    /// # Errors
    /// More answers than people.
    pub fn new(share: Share, people: u64) -> Result<Self, TooMany> {
        if share.den > people { Err(TooMany) } else { Ok(Self { share, people }) }
    }

    /// People who did not answer.
    pub fn silent(self) -> u64 {
        self.people - self.share.den
    }

    /// How many of all people answered.
    pub fn rate(self) -> Share {
        Share { num: self.share.den, den: self.people }
    }

    /// The certain bounds: none of the silent satisfied, x/N; all of them, (x+N−n)/N (Manski 1990).
    pub fn bounds(self) -> (Share, Share) {
        let of = |num| Share { num, den: self.people };
        (of(self.share.num), of(self.share.num + self.silent()))
    }

    /// How many of the silent it takes to reach a target, on whole numbers: ⌈t·N⌉ − x.
    pub fn tipping(self, target: Share) -> Option<Tipping> {
        let [num, den, people] = [target.num, target.den, self.people].map(u128::from);
        let needed = (den > 0).then(|| (num * people).div_ceil(den))?;
        let missing = needed.saturating_sub(u128::from(self.share.num));
        Some(match u64::try_from(missing) {
            Ok(0) => Tipping::Surely,
            Ok(num) if num <= self.silent() => Tipping::If(Share { num, den: self.silent() }),
            _ => Tipping::Never,
        })
    }
}

#[cfg(test)]
mod tests;
