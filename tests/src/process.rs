//! The binary as a child process that never outlives its test.

use std::{
    env,
    fs::File,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, ExitStatus, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

/// How long anything that should happen may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(30);

/// The program under test: `HAILONG_BIN`, or what was built beside this test.
pub fn binary() -> PathBuf {
    if let Some(named) = env::var_os("HAILONG_BIN") {
        return PathBuf::from(named);
    }
    let here = env::current_exe().expect("a test knows its own path");
    let built = here.ancestors().map(|folder| folder.join("hailong")).find(|file| file.is_file());
    built.expect("there is no `hailong` beside the tests: run `cargo build` first")
}

/// Looks again and again until something is there; the wait is bounded, not timed.
///
/// # Panics
/// If it does not come within half a minute.
pub fn patiently<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "waited {PATIENCE:?} in vain for {what}");
        thread::sleep(Duration::from_millis(5));
    }
}

/// The same for what has to be asked for: looks until something comes.
///
/// # Panics
/// If it does not come within half a minute.
pub async fn patiently_async<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "waited {PATIENCE:?} in vain for {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// What comes of something that must not take for ever; the wait is bounded, not timed.
///
/// # Panics
/// If it is not there within half a minute.
pub async fn in_time<T>(what: &str, coming: impl Future<Output = T>) -> T {
    let come = tokio::time::timeout(PATIENCE, coming).await;
    come.unwrap_or_else(|_| panic!("waited {PATIENCE:?} in vain for {what}"))
}

/// A serving child.
pub(crate) struct Process {
    child: Child,
    _stdout: BufReader<ChildStdout>,
    /// Where it can be reached, without a slash at the end.
    pub(crate) url: String,
    /// What it prints about itself while serving.
    log: PathBuf,
}

impl Process {
    /// Starts `command` and waits for the address on its first line.
    pub(crate) fn start(mut command: Command, log: &Path) -> Self {
        let errors = File::options().create(true).append(true).open(log).expect("a log file");
        command.stdout(Stdio::piped()).stderr(errors);
        let mut child = command.spawn().expect("the binary starts");
        let mut stdout = BufReader::new(child.stdout.take().expect("stdout is a pipe"));
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let mut line = String::new();
            let read = stdout.read_line(&mut line);
            // Nobody listens any more if the start took too long.
            drop(sender.send((read.map(|_| line), stdout)));
        });
        let (line, stdout) = receiver.recv_timeout(PATIENCE).expect("the server starts in time");
        let line = line.expect("the first line can be read");
        let Some(url) = line.trim().strip_prefix("Hài Lòng: ") else {
            drop(child.kill());
            let log = std::fs::read_to_string(log).unwrap_or_default();
            panic!("the server did not start: {line}\n{log}");
        };
        let url = url.trim_end_matches('/').to_owned();
        Self { child, _stdout: stdout, url, log: log.to_owned() }
    }

    /// SIGKILL, as when the power goes for this process.
    pub(crate) fn kill(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }

    /// SIGTERM; the process is left to end by itself.
    pub(crate) fn terminate(&self) {
        let signal = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(signal.is_ok_and(|status| status.success()), "the signal could not be sent");
    }

    /// How it ended, once it has.
    pub(crate) fn ended(&mut self) -> ExitStatus {
        ended(&mut self.child)
    }

    /// Whether it is still there.
    pub(crate) fn is_alive(&mut self) -> bool {
        self.child.try_wait().expect("our own child").is_none()
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }
}

/// Waits for a child to end by itself, and kills it if it does not.
pub(crate) fn ended(child: &mut Child) -> ExitStatus {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("our own child") {
            return status;
        }
        if start.elapsed() > PATIENCE {
            drop(child.kill());
        }
        thread::sleep(Duration::from_millis(5));
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}
