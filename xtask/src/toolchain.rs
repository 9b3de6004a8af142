//! The way to WebAssembly: the one place that knows which compiler builds the bundles.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    child, debian,
    outcome::{Outcome, fail},
};

/// The target the bundles are built for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler for the web and the matching sources of its standard library.
const PACKAGES: [&str; 2] = ["rustc-web", "rust-web-src"];
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_LIBRARY: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";

/// Smaller code, possible only where the standard library is built along: a panic is a bare trap.
const SMALL: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// How the bundles get built on this machine, the smaller bundles first.
pub(crate) enum Way {
    /// The current compiler builds the standard library along.
    Own,
    /// Debian's compiler builds the standard library along, linked by this `rust-lld`.
    Debian { linker: PathBuf },
    /// The current compiler has a finished standard library: a sixth more to send.
    Finished,
}

impl Way {
    /// Finds a way among what is installed, else fetches one; says what is missing if it cannot.
    pub(crate) fn provide() -> Outcome<Self> {
        if let Some(way) = Self::small() {
            return Ok(way);
        }
        println!("  fetching the sources of the standard library, to build it for the browser");
        let rustup = |words: [&str; 3]| child::run(child::command("rustup").args(words));
        if rustup(["component", "add", "rust-src"]).is_err() && debian::can_install() {
            println!("  rustup could not: taking Debian's compiler for the web instead");
            debian::install(&PACKAGES)?;
        }
        if let Some(way) = Self::small() {
            return Ok(way);
        }
        if has_target() || rustup(["target", "add", TARGET]).is_ok() {
            return Ok(Self::Finished);
        }
        fail(missing())
    }

    /// A way that builds the standard library along.
    fn small() -> Option<Self> {
        let libraries = libraries(&[])?;
        let sources = libraries.ancestors().nth(2)?.join("src/rust/library/std/Cargo.toml");
        if sources.exists() {
            return Some(Self::Own);
        }
        let fits = Path::new(DEBIAN_LIBRARY).exists() && debian_rustc_is_new_enough();
        let linker = libraries.parent()?.join("bin/rust-lld");
        (fits && linker.exists()).then_some(Self::Debian { linker })
    }

    /// Cargo building this entry crate for the browser.
    pub(crate) fn cargo_build(&self, package: &str) -> Command {
        let words = ["build", "--profile", "wasm", "--target", TARGET, "--package", package];
        let mut cargo = child::cargo(words);
        cargo.env_remove("CARGO_ENCODED_RUSTFLAGS");
        if let Self::Debian { linker } = self {
            cargo.env("RUSTC", DEBIAN_RUSTC);
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        }
        if !matches!(self, Self::Finished) {
            cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
            cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", flags(package));
        }
        cargo
    }

    /// In words, for the person at the terminal.
    pub(crate) fn words(&self) -> &'static str {
        match self {
            Self::Own => "the current compiler, with its standard library",
            Self::Debian { .. } => "Debian's compiler for the web, with its standard library",
            Self::Finished => "the current compiler's own WebAssembly target",
        }
    }
}

/// The office bundle draws everything itself, so its views need no types of their own: a tenth less.
/// The citizen bundle has to find its places in what the server drew with types.
fn flags(package: &str) -> String {
    let views = if package == "office" { "--cfg erase_components " } else { "" };
    [views, SMALL].concat()
}

fn has_target() -> bool {
    libraries(&["--target", TARGET]).is_some_and(|folder| {
        let files = folder.read_dir().into_iter().flatten().flatten();
        files.map(|file| file.file_name()).any(|name| name.to_string_lossy().starts_with("libstd-"))
    })
}

fn libraries(target: &[&str]) -> Option<PathBuf> {
    let mut rustc = child::command("rustc");
    child::read(rustc.args(["--print", "target-libdir"]).args(target)).map(PathBuf::from)
}

fn debian_rustc_is_new_enough() -> bool {
    let version = child::read(child::command(DEBIAN_RUSTC).arg("--version"));
    let found = version.as_deref().and_then(|line| minor(line.split_whitespace().nth(1)?));
    found >= minor(env!("CARGO_PKG_RUST_VERSION"))
}

/// The 96 of "1.96.0".
fn minor(version: &str) -> Option<u32> {
    version.strip_prefix("1.")?.split('.').next()?.parse().ok()
}

fn missing() -> String {
    format!(
        "nothing here can compile for the browser. Any one of these will do:\n  \
         - `rustup component add rust-src` (needs the network)\n  \
         - `rustup target add {TARGET}` (needs it too; larger bundles)\n  \
         - on Debian 12, as root: `apt-get install {}`, beside a Rust from rustup\n\
         Then run the same command again.",
        PACKAGES.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::minor;

    #[test]
    fn versions_compare_by_their_second_number() {
        assert_eq!(minor("1.96.0"), Some(96));
        assert_eq!(minor("1.95"), Some(95));
        assert!(minor("1.63.0") < minor("1.95"));
        assert!(minor("rubbish") < minor("1.0"));
    }
}
