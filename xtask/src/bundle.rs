//! The bundles: entry crates compiled for the browser, and the JavaScript that starts them.

use std::fs;

use wasm_bindgen_cli_support::Bindgen;

use crate::{
    child,
    outcome::{Outcome, While, fail},
    place, site, spare,
    toolchain::{TARGET, Way},
};

/// An entry crate under `app/`, with a style sheet of its name.
pub(crate) struct Entry {
    /// The crate.
    pub(crate) package: &'static str,
    /// Its bundles: one of the crate's name, or one for each program in it.
    pub(crate) bundles: &'static [&'static str],
    /// Bytes for a bundle's module, scripts and style sheet together, compressed.
    pub(crate) limit: u64,
}

/// Every entry crate.
pub(crate) const ENTRIES: [Entry; 2] = [
    Entry { package: "citizen", bundles: &["citizen"], limit: 75_000 },
    Entry {
        package: "office",
        bundles: &[
            "office-figures",
            "office-details",
            "office-goals",
            "office-books",
            "office-feedback",
            "office-people",
        ],
        limit: 250_000,
    },
];

/// Compiles the entry crate and puts the parts of its bundles into the site.
pub(crate) fn build(way: &Way, entry: &Entry) -> Outcome {
    let package = entry.package;
    child::run(way.cargo_build(package).env("CARGO_TARGET_DIR", place::wasm_build()))
        .during(|| format!("the bundles of {package} did not compile"))?;
    entry.bundles.iter().try_for_each(|bundle| {
        scripts(package, bundle)?;
        module(bundle)
    })
}

/// Puts the page's own scripts, such as `{bundle}-start.js`. They name the module as the crate.
fn scripts(package: &str, bundle: &str) -> Outcome {
    for script in fs::read_dir(place::root().join("app").join(package))? {
        let script = script?;
        let name = script.file_name().to_string_lossy().into_owned();
        if name.ends_with(".js") {
            let text = String::from_utf8(site::read(&script.path())?)?;
            let text = text.replace(&format!("./{package}."), &format!("./{bundle}."));
            site::put(&format!("{bundle}-{name}"), text.as_bytes())?;
        }
    }
    Ok(())
}

/// Puts `{bundle}.wasm` and `{bundle}.js`.
fn module(bundle: &str) -> Outcome {
    let folder = place::wasm_build();
    let compiled = site::read(&folder.join(TARGET).join("wasm").join(format!("{bundle}.wasm")))?;
    let stamp = folder.join(format!("{bundle}.stamp"));
    let print = site::print_of(&compiled);
    let made = site::read(&stamp).is_ok_and(|last| last == print.as_bytes());
    let [wasm, glue] = ["wasm", "js"].map(|kind| format!("{bundle}.{kind}"));
    if made && site::has(&wasm) && site::has(&glue) {
        return Ok(());
    }
    println!("  binding and compressing {wasm} and {glue}");
    let (code, script) = bind(bundle, compiled).during(|| format!("binding {wasm}"))?;
    site::put(&wasm, &code)?;
    site::put(&glue, script.as_bytes())?;
    site::write(&stamp, print.as_bytes()).map(drop)
}

/// What `wasm-bindgen --target web` would make of it: the module and its JavaScript.
fn bind(bundle: &str, compiled: Vec<u8>) -> Outcome<(Vec<u8>, String)> {
    let mut bindgen = Bindgen::new();
    let compiled = spare::without_classes(&compiled)?;
    bindgen.input_bytes(bundle, compiled).out_name(bundle).typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let mut output = bindgen.web(true)?.generate_output()?;
    let snippets = output.snippets().values().any(|list| !list.is_empty());
    if snippets || !output.local_modules().is_empty() {
        return fail(
            "a dependency brings JavaScript files of its own, and the site has no place for them",
        );
    }
    let script = output.js().replace(&format!("{bundle}_bg.wasm"), &format!("{bundle}.wasm"));
    let module = output.wasm_mut();
    let script = spare::short_names(module, &spare::without_comments(&script));
    let code = module.emit_wasm();
    Ok((code, script))
}
