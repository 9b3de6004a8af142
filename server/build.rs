//! Tells the compiler where the built pages are: `HAILONG_SITE`, or `site` in the target folder.

use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=HAILONG_SITE");
    let site = match env::var_os("HAILONG_SITE") {
        Some(site) => PathBuf::from(site),
        None => target_dir()?.join("site"),
    };
    // An empty folder lets the server build before the bundles do; pages then work without scripts.
    fs::create_dir_all(&site)?;
    println!("cargo::rerun-if-changed={}", site.display());
    println!("cargo::rustc-env=HAILONG_SITE={}", site.display());
    Ok(())
}

/// The folder above the profile's, found from the place cargo gives this script to write in.
fn target_dir() -> Result<PathBuf, Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let profile = out.ancestors().nth(3).ok_or("OUT_DIR lies nowhere")?;
    Ok(profile.parent().ok_or("the profile folder has no parent")?.to_owned())
}
