//! A bundle: an entry crate compiled for the browser, and the JavaScript that starts it.

use std::fs;

use wasm_bindgen_cli_support::Bindgen;

use crate::{
    child,
    outcome::{Outcome, While, fail},
    place, site,
    toolchain::{TARGET, Way},
};

/// The entry crates under `app/`, each with a style sheet of its name.
pub(crate) const BUNDLES: [&str; 2] = ["citizen", "office"];

/// Compiles the entry crate and puts `{bundle}.wasm`, `{bundle}.js` and the page's own scripts,
/// such as `{bundle}-start.js`, into the site.
pub(crate) fn build(way: &Way, bundle: &str) -> Outcome {
    for script in fs::read_dir(place::root().join("app").join(bundle))? {
        let script = script?;
        let name = script.file_name().to_string_lossy().into_owned();
        if name.ends_with(".js") {
            site::put(&format!("{bundle}-{name}"), &site::read(&script.path())?)?;
        }
    }
    let folder = place::wasm_build();
    child::run(way.cargo_build(bundle).env("CARGO_TARGET_DIR", &folder))
        .during(|| format!("the {bundle} bundle did not compile"))?;

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
    bindgen.input_bytes(bundle, compiled).out_name(bundle).typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let mut output = bindgen.web(true)?.generate_output()?;
    let snippets = output.snippets().values().any(|list| !list.is_empty());
    if snippets || !output.local_modules().is_empty() {
        return fail(
            "a dependency brings JavaScript files of its own, and the site has no place for them",
        );
    }
    let code = output.wasm_mut().emit_wasm();
    let script = output.js().replace(&format!("{bundle}_bg.wasm"), &format!("{bundle}.wasm"));
    Ok((code, script))
}
