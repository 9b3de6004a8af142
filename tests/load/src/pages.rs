//! Bytes over the wire of each page and bundle, the binary, and how soon it answers.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::{
    client::{Connection, header, millis},
    report::{Outcome, Report, median},
};

const STARTS: usize = 5;

/// Measures the release binary with the demo in it.
pub(crate) async fn measure(report: &mut Report) -> Outcome {
    let (program, folder) = demo().await?;
    report.at_most("binary", megabytes(std::fs::metadata(&program)?.len()), 30.0, "MB");
    let mut starts = Vec::new();
    for _ in 1..STARTS {
        let (mut server, took) = start(&program, folder.path()).await?;
        // The next one needs its lock.
        server.kill().await?;
        starts.push(took);
    }
    let (_server, last) = start(&program, folder.path()).await?;
    starts.push(last);
    report.at_most("cold start to the first reply", median(starts), 300.0, "ms");
    bytes(report).await
}

/// The address of the program under measurement.
pub(crate) const ADDRESS: &str = "127.0.0.1:18473";

/// The program that is measured, and a folder with the demo loaded by it.
pub(crate) async fn demo() -> Outcome<(PathBuf, TempDir)> {
    let program =
        PathBuf::from(std::env::var_os("HAILONG_BIN").ok_or("HAILONG_BIN names no program")?);
    let folder = tempfile::tempdir()?;
    let demo = Command::new(&program)
        .arg("demo")
        .env("HAILONG_DATA_DIR", folder.path())
        .stdout(Stdio::null())
        .status();
    if demo.await?.success() {
        Ok((program, folder))
    } else {
        Err("the demo could not be loaded".into())
    }
}

/// Starts the program and waits until it answers; the time that took in ms.
pub(crate) async fn start(program: &Path, data: &Path) -> Outcome<(Child, f64)> {
    let started = Instant::now();
    let process = Command::new(program)
        .arg("serve")
        .env("HAILONG_DATA_DIR", data)
        .env("HAILONG_LISTEN", ADDRESS)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    while started.elapsed() < Duration::from_secs(10) {
        if let Ok(mut connection) = Connection::open(ADDRESS).await
            && connection.get("/healthz").await.is_ok_and(|reply| reply.status == 204)
        {
            return Ok((process, millis(started)));
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    Err("the server did not answer".into())
}

async fn bytes(report: &mut Report) -> Outcome {
    let survey = page("/s/sipas-2026?procedure=2.000004").await?;
    let style = asset(&survey.text, "citizen.css").await?;
    let scripts = asset(&survey.text, "citizen-start.js").await?
        + asset_beside(&survey.text, "citizen.js").await?
        + asset_beside(&survey.text, "citizen.wasm").await?;
    report.at_most(
        "survey page, scripts off: HTML + CSS",
        survey.bytes + style,
        14.0 * 1024.0,
        "B",
    );
    report.at_most(
        "survey page, first visit, everything",
        survey.bytes + style + scripts,
        80.0 * 1024.0,
        "B",
    );
    report.at_most("survey page, repeat visit", survey.bytes, 5.0 * 1024.0, "B");
    for path in ["/", "/ket-qua", "/s/nhanh?p=quay-1", "/s/sipas-2026/poster"] {
        report.note(&format!("page {path}"), format!("{:.0} B", page(path).await?.bytes));
    }
    office_bytes(report).await
}

/// The first page of each chapter of the office, with everything it needs.
async fn office_bytes(report: &mut Report) -> Outcome {
    for (path, bundle) in [
        ("/van-phong", "office-figures"),
        ("/van-phong/chi-so", "office-details"),
        ("/van-phong/kho-khan", "office-goals"),
        ("/van-phong/don-vi", "office-books"),
        ("/van-phong/gop-y", "office-feedback"),
        ("/van-phong/nguoi-dung", "office-people"),
    ] {
        let office = page(path).await?;
        let all = office.bytes
            + asset(&office.text, "office.css").await?
            + asset(&office.text, &format!("{bundle}-start.js")).await?
            + asset(&office.text, &format!("{bundle}.js")).await?
            + asset(&office.text, &format!("{bundle}.wasm")).await?;
        let what = format!("{bundle}, first page, everything");
        report.at_most(&what, all, 250.0 * 1024.0, "B");
    }
    Ok(())
}

struct Page {
    text: String,
    bytes: f64,
}

#[expect(clippy::cast_precision_loss, reason = "page sizes")]
fn size(bytes: usize) -> f64 {
    bytes as f64
}

#[expect(clippy::cast_precision_loss, reason = "the size of a program")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// A page's bytes over the wire, and its text as sent without compression.
async fn page(path: &str) -> Outcome<Page> {
    let mut connection = Connection::open(ADDRESS).await?;
    let packed = connection.get(path).await?;
    if packed.status != 200 || header(&packed.head, "content-encoding") != Some("br") {
        return Err(format!("{path}: {} {}", packed.status, packed.head).into());
    }
    Ok(Page { text: connection.plain(path).await?, bytes: size(packed.body.len()) })
}

/// The bytes of an asset that the page names.
async fn asset(page: &str, name: &str) -> Outcome<f64> {
    if !page.contains(&format!("/{name}")) {
        return Err(format!("the page does not name {name}").into());
    }
    asset_beside(page, name).await
}

/// The bytes of an asset that lies where the page's assets lie.
async fn asset_beside(page: &str, name: &str) -> Outcome<f64> {
    let version =
        page.split("/assets/").nth(1).and_then(|rest| rest.split('/').next()).ok_or("no assets")?;
    let reply = Connection::open(ADDRESS).await?.get(&format!("/assets/{version}/{name}")).await?;
    if reply.status == 200 {
        Ok(size(reply.body.len()))
    } else {
        Err(format!("{name}: {}", reply.status).into())
    }
}
