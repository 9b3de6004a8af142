//! A running service in its own small office, and everything a test can ask of it.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Output, Stdio},
};

use chrono::Utc;
use domain::day::{Month, local_day};
use reqwest::{Client, Method, redirect::Policy};
use serde_json::Value;
use tokio::sync::Mutex;

use crate::{
    books,
    clock::middle_of,
    database::{Database, Engine, StoredBallot},
    process::{Process, binary, ended},
    reply::Reply,
    socket::Socket,
    staff::Staff,
};

/// Every figure shows, however small the group.
const SHOW_ALL: [(&str, &str); 2] = [("HAILONG_MIN_CELL", "1"), ("HAILONG_MIN_INDEX", "1")];

/// All tests share one address; only those about crowds hold it up.
const UNBOUNDED: &str = "1000000000";

/// The local month in which ballots sent now count.
#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the day it is")]
pub fn this_month() -> Month {
    Month::of(local_day(Utc::now()))
}

/// A service and its database.
pub struct Service {
    // Before the database, so that it has ended when that goes away.
    process: Option<Process>,
    /// The database.
    pub database: Database,
    settings: Vec<(String, String)>,
    takes_shortcuts: bool,
    client: Client,
    /// Whoever reads the live figures, once somebody asked for them.
    reader: Mutex<Option<Staff>>,
}

impl Service {
    /// A service that shows every figure, with the usual books.
    pub async fn start(engine: Engine) -> Self {
        Self::with(engine, &SHOW_ALL).await
    }

    /// A service with these settings and the usual books.
    pub async fn with(engine: Engine, settings: &[(&str, &str)]) -> Self {
        let mut service = Self::on(Database::create_with_books(engine).await, settings);
        service.serve();
        service
    }

    /// A service as an office runs it, with the usual books: passwords cost what they should, and the
    /// database keeps what it committed, whatever happens.
    pub async fn without_shortcuts(engine: Engine) -> Self {
        let mut service = Self::on(Database::create_lasting(engine).await, &SHOW_ALL);
        service.takes_shortcuts = false;
        service.import_books();
        service.serve();
        service
    }

    /// An empty database with nothing serving it yet.
    pub async fn stopped(engine: Engine, settings: &[(&str, &str)]) -> Self {
        Self::on(Database::create(engine).await, settings)
    }

    /// Puts the usual books into the database and starts serving.
    pub async fn open(&mut self) {
        self.database.fill().await;
        self.serve();
    }

    /// Takes in the usual books, file by file, as the office's staff would.
    pub(crate) fn import_books(&self) {
        for (kind, content) in books::files() {
            self.import(kind, &content);
        }
    }

    fn on(database: Database, settings: &[(&str, &str)]) -> Self {
        let settings =
            settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let client = Client::builder().redirect(Policy::none()).no_proxy().build();
        Self {
            process: None,
            database,
            settings: settings.collect(),
            takes_shortcuts: true,
            client: client.expect("a client"),
            reader: Mutex::default(),
        }
    }

    /// Another server on the same database; it must end before this one.
    pub fn beside(&self) -> Self {
        let database = self.database.again();
        let (mut settings, client) = (self.settings.clone(), self.client());
        let keys = self.database.folder.path().join("data/hailong.keys");
        settings.push(("HAILONG_KEYS_FILE".to_owned(), path_text(&keys)));
        let mut beside = Self {
            process: None,
            database,
            settings,
            takes_shortcuts: self.takes_shortcuts,
            client,
            reader: Mutex::default(),
        };
        beside.serve();
        beside
    }

    /// Changes a setting for what is started from now on.
    pub fn set(&mut self, name: &str, value: &str) {
        self.settings.retain(|(set, _)| set != name);
        self.settings.push((name.to_owned(), value.to_owned()));
    }

    /// Takes a setting away for what is started from now on.
    pub fn unset(&mut self, name: &str) {
        self.settings.retain(|(set, _)| set != name);
    }

    /// Starts serving.
    pub fn serve(&mut self) {
        let log = self.database.folder.path().join("log");
        *self.reader.get_mut() = None;
        self.process = Some(Process::start(self.command(&["serve"]), &log));
    }

    /// Tries to serve where that must be refused; what was said about it.
    pub fn refused(&self) -> String {
        let mut command = self.command(&["serve"]);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = child.expect("the binary starts");
        let status = ended(&mut child);
        let output = child.wait_with_output().expect("its words can be read");
        assert!(!status.success() && output.stdout.is_empty(), "it served: {output:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// Kills the process with SIGKILL.
    pub fn kill(&mut self) {
        self.process = None;
    }

    /// Sends SIGTERM and returns at once.
    pub fn terminate(&self) {
        self.serving().terminate();
    }

    /// How the process ended, once it has.
    pub fn ended(&mut self) -> ExitStatus {
        self.process.as_mut().expect("it was serving").ended()
    }

    /// Stops with SIGTERM and waits for a clean end.
    pub fn stop(&mut self) {
        self.terminate();
        let status = self.ended();
        assert!(status.success(), "{status}: {}", self.log());
        self.process = None;
    }

    /// What the process has logged.
    pub fn log(&self) -> String {
        self.serving().log()
    }

    /// Runs another subcommand on the same database and waits for its end.
    pub fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("the binary runs")
    }

    /// Starts another subcommand on the same database, for a test that does not wait for its end.
    pub fn begin(&self, words: &[&str], stdout: Stdio) -> Child {
        self.command(words).stdout(stdout).spawn().expect("the binary starts")
    }

    /// Writes a file into the test's folder.
    pub fn write(&self, name: &str, content: &str) -> PathBuf {
        let path = self.database.folder.path().join(name);
        std::fs::write(&path, content).expect("the file can be written");
        path
    }

    /// Moves the clock of this service by so many seconds from the right time, from now on.
    pub fn set_clock(&self, seconds: i64) {
        self.write("clock.new", &seconds.to_string());
        let folder = self.database.folder.path();
        let moved = std::fs::rename(folder.join("clock.new"), folder.join("clock"));
        moved.expect("the clock is moved");
    }

    /// Imports a CSV text that has nothing wrong.
    pub fn import(&self, kind: &str, content: &str) {
        let file = self.write(&format!("{kind}.csv"), content);
        let output = self.run(&["import", kind, &path_text(&file)]);
        assert!(output.status.success(), "import {kind}: {output:?}");
    }

    /// Counts every ballot again; the number of ballots, if the tallies agree to the last cell.
    pub fn verified(&self) -> u64 {
        let output = self.run(&["verify"]);
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            output.status.success() && printed.contains(", 0 differences"),
            "{printed} {output:?}"
        );
        let ballots = printed.lines().last().and_then(|line| line.split(' ').next()?.parse().ok());
        ballots.unwrap_or_else(|| panic!("no number of ballots: {printed}"))
    }

    /// Every ballot kept.
    pub async fn ballots(&self) -> Vec<StoredBallot> {
        self.database.ballots().await
    }

    /// Sends a ballot as JSON.
    pub async fn post(&self, ballot: &Value) -> Reply {
        self.post_text("application/json", ballot.to_string()).await
    }

    /// Sends a body to the ballots.
    pub async fn post_text(&self, content_type: &str, body: impl Into<Vec<u8>>) -> Reply {
        let request = self.request(Method::POST, "/api/v1/ballots");
        let request = request.header("content-type", content_type).body(body.into());
        Reply::read(request.send().await.expect("an answer")).await
    }

    /// Sends the fields of a form.
    pub async fn send_form(&self, path: &str, fields: &[(String, String)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.request(Method::POST, path);
        let kind = "application/x-www-form-urlencoded";
        let request = request.header("content-type", kind).body(body);
        Reply::read(request.send().await.expect("an answer")).await
    }

    /// Gets a page or a JSON answer.
    pub async fn get(&self, path: &str) -> Reply {
        Reply::read(self.request(Method::GET, path).send().await.expect("an answer")).await
    }

    /// The index as it stands now, read by the office's leaders.
    pub async fn live(&self, question: &str) -> Reply {
        let path = format!("/api/v1/office/index?{question}");
        let mut reader = self.reader.lock().await;
        if let Some(staff) = reader.as_ref() {
            let reply = staff.get(&path).await;
            // A clock that was moved ends sessions.
            if reply.status != 401 {
                return reply;
            }
        }
        let staff = reader.insert(self.account("leadership", "SCT").await);
        staff.get(&path).await
    }

    /// Lives in the middle of a month: ballots that come now count there.
    pub fn live_in(&self, month: Month) {
        self.set_clock(middle_of(month));
    }

    /// Publishes a month, today, and says what it is called.
    pub fn publish_month(&self, month: Month) -> String {
        self.set_clock(0);
        self.publish(&month.to_string());
        month.to_string()
    }

    /// Publishes a period that has ended.
    pub fn publish(&self, period: &str) {
        let output = self.run(&["publish", period]);
        assert!(output.status.success(), "publish {period}: {output:?}");
    }

    /// A request still to be sent.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url()))
    }

    /// A bare connection.
    pub async fn socket(&self) -> Socket {
        Socket::open(self.url().trim_start_matches("http://")).await
    }

    /// Where the service can be reached, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.serving().url
    }

    /// The client, for requests that outlive a borrow of the service.
    pub fn client(&self) -> Client {
        self.client.clone()
    }

    /// Whether the process lives and answers.
    pub async fn is_well(&mut self) -> bool {
        let alive = self.process.as_mut().is_some_and(Process::is_alive);
        alive && self.get("/healthz").await.status == 204
    }

    fn serving(&self) -> &Process {
        self.process.as_ref().expect("the service is not serving")
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command.args(words).env("HAILONG_FREE_ORIGIN", UNBOUNDED);
        command.env("HAILONG_FREE_CAMPAIGN", UNBOUNDED).env("HAILONG_LISTEN", "127.0.0.1:0");
        if self.takes_shortcuts {
            command.env("HAILONG_TEST_SHORTCUTS", "1");
            command.env("HAILONG_TEST_CLOCK", self.database.folder.path().join("clock"));
        }
        command.envs(self.settings.iter().cloned());
        command.env("HAILONG_DATABASE_URL", &self.database.url);
        command.current_dir(self.database.folder.path());
        command
    }
}

fn path_text(path: &Path) -> String {
    path.display().to_string()
}
