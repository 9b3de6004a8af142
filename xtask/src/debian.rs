//! Debian's packages: which are there, and how the missing ones come.

use std::path::Path;

use crate::{
    child,
    outcome::{Outcome, While},
};

/// Whether this is a Debian with us as root, so that packages may be installed without asking.
pub(crate) fn can_install() -> bool {
    let debian =
        Path::new("/etc/debian_version").exists() && Path::new("/usr/bin/apt-get").exists();
    debian && is_root()
}

/// Whether we run as root.
pub(crate) fn is_root() -> bool {
    child::read(child::command("id").arg("-u")).is_some_and(|id| id == "0")
}

/// Those of the packages that are not installed.
pub(crate) fn missing<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    packages.iter().copied().filter(|package| !installed(package)).collect()
}

fn installed(package: &str) -> bool {
    let mut query = child::command("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    child::read(&mut query).is_some_and(|status| status == "installed")
}

/// Installs the packages with what they need and nothing else.
pub(crate) fn install(packages: &[&str]) -> Outcome {
    let mut update = child::command("apt-get");
    child::run(update.args(["update", "--quiet"]))
        .during(|| "refreshing the list of packages".into())?;
    let mut install = child::command("apt-get");
    install.args(["install", "--yes", "--quiet", "--no-install-recommends"]);
    install.args(["-o", "DPkg::Lock::Timeout=300"]).args(packages);
    child::run(install.env("DEBIAN_FRONTEND", "noninteractive"))
        .during(|| format!("installing {}", packages.join(", ")))
}
