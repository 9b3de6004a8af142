//! Eigenvalues and eigenvectors of a symmetric matrix, by rotations that always come to an end.

/// So many sweeps are far more than any matrix of correlations needs.
const SWEEPS: usize = 64;

/// The eigenvalues, and the matrix whose columns are their vectors (Jacobi 1846).
///
/// Nothing where a bounded number of sweeps does not make the rest vanish.
pub(super) fn symmetric(matrix: &[Vec<f64>]) -> Option<(Vec<f64>, Vec<Vec<f64>>)> {
    let size = matrix.len();
    let mut rest = matrix.to_vec();
    let mut vectors: Vec<Vec<f64>> =
        (0..size).map(|row| (0..size).map(|at| f64::from(u8::from(at == row))).collect()).collect();
    for _ in 0..SWEEPS {
        let off: f64 = (0..size)
            .flat_map(|a| (0..a).map(move |b| (a, b)))
            .map(|(a, b)| rest[a][b].powi(2))
            .sum();
        if off < 1e-28 {
            return Some(((0..size).map(|at| rest[at][at]).collect(), vectors));
        }
        for a in 0..size {
            for b in a + 1..size {
                rotate(&mut rest, &mut vectors, a, b);
            }
        }
    }
    None
}

/// Turns two axes so that their shared entry becomes 0.
fn rotate(rest: &mut [Vec<f64>], vectors: &mut [Vec<f64>], a: usize, b: usize) {
    if rest[a][b] == 0.0 {
        return;
    }
    let half = (rest[b][b] - rest[a][a]) / (2.0 * rest[a][b]);
    let tangent = half.signum() / (half.abs() + half.hypot(1.0));
    let cos = 1.0 / tangent.hypot(1.0);
    let sin = tangent * cos;
    let turn = |row: &mut Vec<f64>| {
        (row[a], row[b]) = (cos * row[a] - sin * row[b], sin * row[a] + cos * row[b]);
    };
    rest.iter_mut().for_each(turn);
    vectors.iter_mut().for_each(turn);
    let (upper, lower) = rest.split_at_mut(b);
    for (one, other) in upper[a].iter_mut().zip(&mut lower[0]) {
        (*one, *other) = (cos * *one - sin * *other, sin * *one + cos * *other);
    }
}
