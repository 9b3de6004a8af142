//! What the browser downloads, in compressed bytes, against what it may.

use std::fs;

use crate::{
    bundle::{ENTRIES, Entry},
    outcome::{Outcome, While, fail},
    site,
};

/// Prints what each bundle weighs and fails if one is too heavy.
pub(crate) fn check() -> Outcome {
    println!(
        "  {:<16}{:>10}{:>10}{:>10}{:>10}{:>10}",
        "brotli", "wasm", "js", "css", "all", "at most"
    );
    let mut heavy = Vec::new();
    for entry in &ENTRIES {
        for bundle in entry.bundles {
            let [wasm, js, css] = weigh(entry, bundle)?;
            let (all, limit) = (wasm + js + css, entry.limit);
            println!("  {bundle:<16}{wasm:>10}{js:>10}{css:>10}{all:>10}{limit:>10}");
            if all > limit {
                heavy.push(format!("{bundle} by {} bytes", all - limit));
            }
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

fn weigh(entry: &Entry, bundle: &str) -> Outcome<[u64; 3]> {
    let sheet = entry.package;
    let mut weights = [0; 3];
    for (at, name, ending) in
        [(0, bundle, ".wasm"), (1, bundle, ".js"), (1, bundle, "-start.js"), (2, sheet, ".css")]
    {
        let file = site::path(&format!("{name}{ending}"));
        let about = fs::metadata(&file);
        weights[at] +=
            about.during(|| format!("{} (try `cargo xtask build`)", file.display()))?.len();
    }
    Ok(weights)
}
