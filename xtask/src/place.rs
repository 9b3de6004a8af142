//! Where things lie: the workspace, the target folder, the built site and the server's binary.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The workspace's folder.
pub(crate) fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// Cargo's target folder: `CARGO_TARGET_DIR` as the caller sees it, or `target` in the workspace.
pub(crate) fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => env::current_dir().unwrap_or_default().join(folder),
        None => root().join("target"),
    }
}

/// What the server embeds: each file of the bundles, and the same with `.br` at its end.
pub(crate) fn site() -> PathBuf {
    target().join("site")
}

/// The bundles' own target folder, so that another compiler leaves the native build alone.
pub(crate) fn wasm_build() -> PathBuf {
    target().join("wasm-build")
}

/// The server's binary, as `cargo xtask build` leaves it.
pub(crate) fn hailong(release: bool) -> PathBuf {
    target().join(if release { "release" } else { "debug" }).join("hailong")
}
