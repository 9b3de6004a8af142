//! How far a share may be off by chance alone: Wilson's 95 % interval.

use crate::figures::share::{Method, Share};

/// The 97.5 % point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Wilson's score interval for a proportion seen in `n` independent people; both ends within 0–1.
///
/// Checked against statsmodels and R (`prop.test(…, correct = FALSE)`).
pub fn wilson(proportion: f64, n: u64) -> Option<(f64, f64)> {
    if n == 0 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of people stay far below 2^52")]
    let n = n as f64;
    let spread = Z * Z / n;
    let middle = (proportion + spread / 2.0) / (1.0 + spread);
    let half =
        Z / (1.0 + spread) * (proportion * (1.0 - proportion) / n + spread / (4.0 * n)).sqrt();
    Some(((middle - half).max(0.0), (middle + half).min(1.0)))
}

/// The 95 % interval of an index in hundredths of a percent, outwards to whole hundredths.
///
/// One person's answers hang together, so `n` is people, not answers: where people answer about as
/// many items each, the interval is at least as wide as it should be. For `MEAN5` the level is mapped to 0–1 first; no variable
/// on that range varies more than a yes-or-no with the same mean.
pub fn of_index(share: Share, method: Method, people: u64) -> Option<(u64, u64)> {
    if share.den == 0 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of people stay far below 2^52")]
    let ratio = share.num as f64 / share.den as f64;
    let (floor, width) = match method {
        Method::TopTwo => (0.0, 1.0),
        Method::Mean => (0.2, 0.8),
    };
    let (low, high) = wilson(((ratio - floor) / width).clamp(0.0, 1.0), people)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10 000")]
    let hundredths = |value: f64| ((floor + width * value) * 10_000.0) as u64;
    Some((hundredths(low), (hundredths(high) + 1).min(10_000)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_gives_the_published_ends() {
        let golden = [
            (0, 12, 0.0, 0.242_494),
            (7, 9, 0.452_589, 0.936_775),
            (504, 600, 0.808_517, 0.867_158),
            (29, 30, 0.833_296, 0.994_091),
            (12, 12, 0.757_506, 1.0),
        ];
        for (x, n, low, high) in golden {
            let (l, h) = wilson(f64::from(x) / f64::from(n), u64::try_from(n).unwrap()).unwrap();
            assert!((l - low).abs() < 1e-6 && (h - high).abs() < 1e-6, "{x}/{n}: {l} {h}");
        }
    }

    #[test]
    fn the_ends_of_an_index_hold_its_value() {
        let share = Share { num: 504, den: 600 };
        assert_eq!(of_index(share, Method::TopTwo, 600), Some((8085, 8672)));
        assert_eq!(of_index(Share { num: 12, den: 12 }, Method::TopTwo, 12), Some((7575, 10_000)));
        assert_eq!(of_index(Share::default(), Method::TopTwo, 0), None);
        let (low, high) = of_index(Share { num: 14, den: 20 }, Method::Mean, 4).unwrap();
        assert!(low < 7000 && 7000 < high && low >= 2000);
    }
}
