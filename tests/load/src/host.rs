//! The servers under load: ours, ours with a transaction per request, and one that stores nothing.

use std::{net::Ipv4Addr, path::Path, process::Stdio};

use axum::{Json, Router, extract::State, http::StatusCode, routing::post};
use chrono::{DateTime, Utc};
use domain::{Ballot, ballot::receipt::Receipt, figures::publish::Floor};
use metrics_exporter_prometheus::PrometheusBuilder;
use server::{
    erasures::Erasures,
    keys::Keys,
    limits::Free,
    node::{Node, World},
    problem::Problem,
    publications::Rules,
    routes::{guarded, routes},
    sent::SentJson,
    serve,
    store::{Db, open::Access},
    writer::{GROUP, Writer},
};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpListener,
    process::{Child, Command},
};
use uuid::Uuid;

use crate::{report::Outcome, world};

/// A server in a process of its own.
pub(crate) struct Hosted {
    process: Child,
    pub(crate) address: String,
}

/// Starts `ours`, `one` (a transaction per request) or `none` (parses, checks, stores nothing).
pub(crate) async fn start(kind: &str, folder: &Path) -> Outcome<Hosted> {
    start_on(kind, folder, &world::sqlite(folder)).await
}

/// The same on a database that may lie elsewhere.
pub(crate) async fn start_on(kind: &str, folder: &Path, url: &str) -> Outcome<Hosted> {
    let mut process = Command::new(std::env::current_exe()?)
        .args(["host".as_ref(), kind.as_ref(), folder.as_os_str(), url.as_ref()])
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let out = process.stdout.take().ok_or("no output")?;
    let address =
        BufReader::new(out).lines().next_line().await?.ok_or("the server did not start")?;
    Ok(Hosted { process, address })
}

impl Hosted {
    /// The most memory it ever used, in MB.
    pub(crate) fn peak_memory(&self) -> Outcome<f64> {
        let id = self.process.id().ok_or("the server is gone")?;
        peak_memory(id)
    }

    pub(crate) async fn stop(mut self) -> Outcome {
        Ok(self.process.kill().await?)
    }
}

/// The most memory a process ever used, in MB.
pub(crate) fn peak_memory(id: u32) -> Outcome<f64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kilobytes / 1024.0)
}

/// What the process started above does.
pub(crate) async fn run(kind: &str, folder: &Path, url: &str) -> Outcome {
    let opened = Db::open(url, Access::Write).await?;
    let (writer, _writing) =
        Writer::start(opened.db.clone(), if kind == "one" { 1 } else { GROUP })?;
    let world = World {
        now,
        draw_id: |_| Uuid::nil(),
        fill: |_| {},
        keys: Keys::draw(|_| {}),
        erasures: Erasures::open(&folder.join("bench.db.erased"), |_| {})?,
        // So that guesses come from many origins; nobody else names one.
        proxies: vec![Ipv4Addr::LOCALHOST.into()],
        // Counted as always, and never reached.
        free: Free { origin: u64::MAX, campaign: u64::MAX, ..Free::default() },
        public_url: String::new(),
        metrics: PrometheusBuilder::new().install_recorder()?,
        metrics_token: None,
        rules: Rules { floor: Floor { cell: 1, index: 1 }, ..Rules::default() },
        post: Default::default(),
    };
    let app = Node::new(opened.db.clone(), writer, world).await?;
    let router = match kind {
        "none" => guarded(
            Router::new().route("/api/v1/ballots", post(parse_only)).with_state(app.clone()),
            app,
        ),
        _ => routes(app),
    };
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    serve::serve(listener, router, std::future::pending()).await;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "time enters here")]
fn now() -> DateTime<Utc> {
    Utc::now()
}

async fn parse_only(
    State(app): State<Node>,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<Receipt>), Problem> {
    let ballot: Ballot = serde_json::from_slice(&body).map_err(|_| Problem::Unreadable)?;
    let checked = ballot.check(&app.books().catalogue, app.today()).map_err(Problem::faults)?;
    Ok((
        StatusCode::CREATED,
        Json(Receipt {
            receipt: checked.id.to_string(),
            pin: String::new(),
            demo: false,
            call: false,
        }),
    ))
}
