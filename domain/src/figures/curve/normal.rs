//! The normal distribution: how likely a value that many standard deviations off is.

use std::f64::consts::SQRT_2;

use super::root;

/// The 97.5 % point, for intervals of 95 %.
pub const Z: f64 = 1.959_963_984_540_054;

/// Beyond this many standard deviations, no probability is above nothing.
const FAR: f64 = 40.0;

/// Φ(z): the probability of a value below `z` standard deviations.
pub fn below(z: f64) -> f64 {
    libm::erfc(-z / SQRT_2) / 2.0
}

/// The probability of a value at least `z` standard deviations off, on either side.
pub fn off_by(z: f64) -> f64 {
    libm::erfc(z.abs() / SQRT_2)
}

/// How many standard deviations a value has to be off so that it is as rare as `alpha`: .05 gives 1.96.
pub fn point(alpha: f64) -> f64 {
    root(0.0, FAR, |z| alpha - off_by(z))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_points_come_out() {
        for (alpha, z) in [(0.05, Z), (0.01, 2.575_829_303_548_901), (0.002, 3.090_232_306_167_813)]
        {
            assert!((point(alpha) - z).abs() < 1e-12, "{alpha}");
            assert!((off_by(-z) - alpha).abs() < 1e-15);
        }
        assert!((below(1.0) - 0.841_344_746_068_542_9).abs() < 1e-15);
        assert!((below(0.0) - 0.5).abs() < 1e-16);
        assert!(point(1.0) < 1e-12 && point(1e-300) > 30.0);
    }
}
