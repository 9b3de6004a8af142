//! Relative weights (Johnson 2000): each item's part of R², fair to items that go together.

use super::eigen;

/// Below this, an eigenvalue is nothing, and items add up to each other.
const NOTHING: f64 = 1e-9;

/// Λ = R^½, β = Λ⁻¹r, weight_j = Σ_k Λ_jk²·β_k². They add up to R².
///
/// `among` are the items' correlations with each other, `with` those with the whole.
pub(super) fn weights(among: &[Vec<f64>], with: &[f64]) -> Option<Vec<f64>> {
    let (values, vectors) = eigen::symmetric(among)?;
    if values.iter().any(|value| *value < NOTHING) {
        return None;
    }
    let size = with.len();
    let power = |exponent: f64| -> Vec<Vec<f64>> {
        let entry = |a: usize, b: usize| -> f64 {
            (0..size).map(|k| vectors[a][k] * values[k].powf(exponent) * vectors[b][k]).sum()
        };
        (0..size).map(|a| (0..size).map(|b| entry(a, b)).collect()).collect()
    };
    let (root, inverse) = (power(0.5), power(-0.5));
    let beta: Vec<f64> =
        inverse.iter().map(|row| row.iter().zip(with).map(|(a, b)| a * b).sum()).collect();
    let weight = |row: &Vec<f64>| row.iter().zip(&beta).map(|(a, b)| (a * b).powi(2)).sum();
    Some(root.iter().map(weight).collect())
}
