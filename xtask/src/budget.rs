//! What the browser downloads, in compressed bytes, against what it may.

use std::fs;

use crate::{
    bundle::BUNDLES,
    outcome::{Outcome, While, fail},
    site,
};

/// Bytes for a bundle's module, script and style sheet together, in the order of `BUNDLES`.
const LIMITS: [u64; 2] = [75_000, 250_000];

/// Prints what each bundle weighs and fails if one is too heavy.
pub(crate) fn check() -> Outcome {
    println!(
        "  {:<10}{:>10}{:>10}{:>10}{:>10}{:>10}",
        "brotli", "wasm", "js", "css", "all", "at most"
    );
    let mut heavy = Vec::new();
    for (bundle, limit) in BUNDLES.into_iter().zip(LIMITS) {
        let [wasm, js, css] = weigh(bundle)?;
        let all = wasm + js + css;
        println!("  {bundle:<10}{wasm:>10}{js:>10}{css:>10}{all:>10}{limit:>10}");
        if all > limit {
            heavy.push(format!("{bundle} by {} bytes", all - limit));
        }
    }
    if heavy.is_empty() {
        return Ok(());
    }
    fail(format!(
        "over the budget: {}. Look at what the last change brought in (a dependency, a format, \
         a generic component), and take it out of the bundle again",
        heavy.join(", ")
    ))
}

fn weigh(bundle: &str) -> Outcome<[u64; 3]> {
    let mut weights = [0; 3];
    for (at, ending) in [(0, ".wasm"), (1, ".js"), (1, "-start.js"), (2, ".css")] {
        let file = site::compressed_path(&format!("{bundle}{ending}"));
        let about = fs::metadata(&file);
        weights[at] +=
            about.during(|| format!("{} (try `cargo xtask build`)", file.display()))?.len();
    }
    Ok(weights)
}
