//! A real PostgreSQL for the length of a test run: its own cluster, in a temporary folder.

use std::{
    env,
    fs::{self, File},
    net::TcpListener,
    os::unix::fs::chown,
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{
    child, debian,
    outcome::{Outcome, While, fail},
};

/// What a cluster's folder is called, before the number of the process it belongs to.
const FOLDER: &str = "hailong-postgres-";

/// Where Debian keeps PostgreSQL 15's programs, if they are there.
pub(crate) fn programs() -> Option<PathBuf> {
    let folder = PathBuf::from("/usr/lib/postgresql/15/bin");
    folder.join("initdb").exists().then_some(folder)
}

/// What a cluster is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Promise {
    /// What is committed stays, whatever happens: PostgreSQL's own settings.
    Lasting,
    /// No test cuts the power, so nothing waits for the disk: removing a database alone took a second.
    Quick,
}

impl Promise {
    fn name(self) -> &'static str {
        match self {
            Self::Lasting => "lasting",
            Self::Quick => "quick",
        }
    }

    fn settings(self) -> &'static [&'static str] {
        match self {
            Self::Lasting => &[],
            Self::Quick => &["fsync=off", "full_page_writes=off", "synchronous_commit=off"],
        }
    }
}

/// A running cluster; dropping it stops it and removes its folder.
pub(crate) struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    promise: Promise,
    port: u16,
    server: Option<Child>,
}

impl Cluster {
    /// Makes a cluster and starts it on a free port of 127.0.0.1; it trusts whoever connects.
    pub(crate) fn start(promise: Promise) -> Outcome<Self> {
        let Some(programs) = programs() else {
            return fail("no PostgreSQL 15 in /usr/lib/postgresql: `cargo xtask setup --test`");
        };
        remove_left_behind();
        let folder = env::temp_dir().join(format!("{FOLDER}{}-{}", process::id(), promise.name()));
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        // From here on, however this ends, the folder goes with the cluster.
        let mut cluster = Self { programs, folder, promise, port, server: None };
        cluster.make().during(|| "making a PostgreSQL cluster".into())?;
        cluster.server = Some(cluster.serve().during(|| "starting PostgreSQL".into())?);
        cluster.wait()?;
        println!("  PostgreSQL 15 ({}) answers on port {port}", promise.name());
        Ok(cluster)
    }

    /// Where tests connect; the account may create databases.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn make(&self) -> Outcome {
        fs::create_dir(&self.folder)?;
        if let Some((user, group)) = other_account()? {
            chown(&self.folder, Some(user), Some(group))?;
        }
        let mut initdb = self.program("initdb");
        initdb.args(["--username=postgres", "--auth=trust", "--encoding=UTF8"]);
        initdb.args(["--locale=C.UTF-8", "--no-sync", "--pgdata=cluster"]);
        child::run(initdb.stdout(Stdio::null()))
    }

    fn serve(&self) -> Outcome<Child> {
        let log = File::create(self.folder.join("log"))?;
        let mut server = self.program("postgres");
        server.args(["-D", "cluster", "-c", "listen_addresses=127.0.0.1"]);
        server.args(["-c", "unix_socket_directories=", "-c", "max_connections=200"]);
        for setting in self.promise.settings() {
            server.args(["-c", setting]);
        }
        server.arg("-p").arg(self.port.to_string());
        Ok(server.stdout(log.try_clone()?).stderr(log).spawn()?)
    }

    fn wait(&self) -> Outcome {
        let start = Instant::now();
        let port = self.port.to_string();
        while start.elapsed() < Duration::from_secs(60) {
            let mut ready = self.program("pg_isready");
            if child::succeeds(ready.args(["--quiet", "--host=127.0.0.1", "--port", &port])) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(100));
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        fail(format!("PostgreSQL did not answer within a minute. It said:\n{log}"))
    }

    /// One of PostgreSQL's programs; as root it becomes `postgres`, and it never outlives us.
    fn program(&self, name: &str) -> Command {
        let mut command = child::command("setpriv");
        command.args(["--pdeathsig", "INT"]).current_dir(&self.folder);
        if debian::is_root() {
            command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
        }
        command.arg(self.programs.join(name));
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            let mut stop = self.program("pg_ctl");
            if !child::succeeds(stop.args(["stop", "--mode=immediate", "--pgdata=cluster"])) {
                drop(server.kill());
            }
            drop(server.wait());
        }
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// The user and group of `postgres`, if we are root and must not be.
fn other_account() -> Outcome<Option<(u32, u32)>> {
    if !debian::is_root() {
        return Ok(None);
    }
    let number = |which| child::read(child::command("id").args([which, "postgres"]))?.parse().ok();
    match number("-u").zip(number("-g")) {
        Some(account) => Ok(Some(account)),
        None => fail("PostgreSQL refuses to run as root, and there is no account `postgres`"),
    }
}

/// Removes the clusters of test runs that were killed.
fn remove_left_behind() {
    let here = fs::read_dir(env::temp_dir()).into_iter().flatten().flatten();
    for folder in here {
        let name = folder.file_name();
        let owner = name.to_str().and_then(|name| name.strip_prefix(FOLDER)?.split('-').next());
        if owner.is_some_and(|process| !Path::new("/proc").join(process).exists()) {
            drop(fs::remove_dir_all(folder.path()));
        }
    }
}
