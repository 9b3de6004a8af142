//! Scores of the National Public Service Portal (Quyết định 766/QĐ-TTg, 2022).
//!
//! Scores are hundredths of a point; each is rounded half up once, and totals add rounded scores,
//! as the portal does.

use crate::figures::share::Share;

/// Hundredths of a score: `points` (hundredths) times the share, half up.
fn scaled(points: u64, share: Share) -> Option<u64> {
    let (num, den) = (u128::from(share.num), u128::from(share.den));
    (2 * u128::from(points) * num + den)
        .checked_div(2 * den)
        .and_then(|score| u64::try_from(score).ok())
}

/// Dossiers handled to satisfaction, of 6 points: full from 90 %; none, if there were no dossiers.
pub fn dossier_satisfaction(share: Share) -> u64 {
    let of_ninety = Share { num: share.num * 10, den: share.den * 9 };
    scaled(600, of_ninety).unwrap_or(0).min(600)
}

/// Feedback handled in time, or to satisfaction, of 6 points each: full, if there was none.
pub fn feedback(share: Share) -> u64 {
    scaled(600, share).unwrap_or(600)
}

/// Dossiers handled in time or still within it, of 20 points.
pub fn progress(share: Share) -> u64 {
    scaled(2000, share).unwrap_or(0)
}

/// A group's percentage in hundredths, from its total already rounded: 16.85 of 18 reads 93.61.
pub fn group_percent(total: u64, full: u64) -> Option<u64> {
    Share { num: total, den: full }.percent()
}
