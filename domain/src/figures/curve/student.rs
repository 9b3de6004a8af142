//! Student's distribution, for what a few people say of their own spread.

use std::f64::consts::{FRAC_PI_2, PI};

use super::{real, root};

/// The 97.5 % point at so many degrees of freedom. Nothing at none.
///
/// Between −t and t lies a finite sum for whole degrees of freedom (Abramowitz and Stegun, 26.7.3 and 26.7.4).
pub fn point(degrees: u64) -> Option<f64> {
    let between = |angle: f64| within(angle, degrees) - 0.95;
    (degrees > 0).then(|| root(0.0, FRAC_PI_2, between).tan() * real(degrees).sqrt())
}

/// The probability of a value between −t and t, where `angle` is the arc tangent of t/√ν.
fn within(angle: f64, degrees: u64) -> f64 {
    let (sin, cos) = angle.sin_cos();
    let is_odd = degrees % 2 == 1;
    let (mut term, mut sum) = (if is_odd { cos } else { 1.0 }, 0.0);
    let first = if is_odd { 3 } else { 2 };
    for step in (first..=degrees).step_by(2) {
        sum += term;
        term *= cos * cos * real(step - 1) / real(step);
    }
    if is_odd { (angle + sin * sum) * 2.0 / PI } else { sin * sum }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_points_come_out() {
        let table =
            [(1, 12.706_204_736), (2, 4.302_652_730), (3, 3.182_446_305), (9, 2.262_157_163)];
        for (degrees, t) in table.into_iter().chain([(29, 2.045_229_642), (100, 1.983_971_519)]) {
            assert!((point(degrees).unwrap() - t).abs() < 1e-8, "{degrees}");
        }
        assert_eq!(point(0), None);
    }
}
