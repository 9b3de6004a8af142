//! `hailong serve`: from an opened database to a clean stop.

use std::{process::ExitCode, time::Duration};

use chrono::{DateTime, Utc};
use domain::books::campaign::Standing;
use metrics_exporter_prometheus::PrometheusBuilder;
use server::{
    demo,
    erasures::{Erasures, again::Again},
    error::Error,
    feedback,
    keys::{Keys, own},
    limits::Free,
    log,
    node::{METRICS_TOKEN, Node, World},
    notices, publications, retention,
    routes::routes,
    serve, shortcuts,
    store::{Db, moments, record},
    writer::{GROUP, Writer},
};
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
    sync::oneshot,
    task::JoinHandle,
};
use uuid::{NoContext, Timestamp, Uuid};

use super::{
    say::say,
    settings::{Database, Serving},
};

/// How often the books are looked at for a change made elsewhere.
const LOOK: Duration = Duration::from_secs(2);
/// How often the newest entry of the record is told to the log.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// How long a start may take for the moments of tallies from before.
const MOMENTS: Duration = Duration::from_secs(20);
/// How long the last ballots may take to be written after the socket closed.
const LAST_GROUP: Duration = Duration::from_secs(1);

/// Serves until SIGTERM or Ctrl-C.
pub async fn run(database: &Database, serving: Serving) -> Result<ExitCode, Error> {
    let opened = super::open(database).await?;
    let keys = own::open(&opened.db, &database.keys_file()?, fill).await?;
    let listener = TcpListener::bind(serving.listen)
        .await
        .map_err(|error| Error::setting("listen", &format!("{}: {error}", serving.listen)))?;
    let address = listener.local_addr()?;
    let erasures = Erasures::open(&database.erasures_file()?, fill)?;
    take_out_again(&opened.db, &keys, &erasures).await?;
    fill_moments(&opened.db).await?;
    let (writer, mut writing) = Writer::start(opened.db.clone(), GROUP)?;
    let here = format!("http://{address}");
    let world = world(&serving, (keys, erasures), &here)?;
    let node = stand(opened.db.clone(), writer, world, &serving).await?;
    // Listened for before anyone is told the address, so that no signal is missed.
    let stopped = stop(signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    greet(&node, &here).await?;
    let jobs = jobs(&node);
    let served = tokio::select! {
        () = serve::serve(listener, routes(node), stopped) => Ok(()),
        // No ballot can be kept any more: better gone and restarted than deaf.
        _ = &mut writing => Err(Error::new("the writer of ballots stopped; the server cannot go on")),
    };
    for job in jobs {
        job.abort();
    }
    served?;
    finish(writing).await;
    // A statement that hangs must not keep the process: everything told is committed already.
    let _ = tokio::time::timeout(LAST_GROUP, opened.db.close()).await;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

/// What goes on beside answering, for as long as the server runs.
fn jobs(node: &Node) -> [JoinHandle<()>; 7] {
    [
        tokio::spawn(look(node.clone())),
        tokio::spawn(tell(node.clone())),
        tokio::spawn(retention::daily(node.clone())),
        tokio::spawn(publications::daily::daily(node.clone())),
        tokio::spawn(feedback::clock::always(node.clone())),
        tokio::spawn(notices::worker::always(node.clone())),
        tokio::spawn(log::watch(node.clone())),
    ]
}

/// Where an older copy of the database was put back: what people took back meanwhile goes again.
async fn take_out_again(db: &Db, keys: &Keys, erasures: &Erasures) -> Result<(), Error> {
    let found = Again { db, keys, erasures, now: now() }.all().await?;
    if found != Default::default() {
        tracing::warn!(
            ?found,
            "an older copy of the database was put back: what people took back is taken out again"
        );
    }
    Ok(())
}

/// Counts moments that rows of tallies lack, before anybody writes. After [`MOMENTS`] the server begins
/// nevertheless: intervals do without them, and the next start goes on.
async fn fill_moments(db: &Db) -> Result<(), Error> {
    let months = moments::lacking(db).await?;
    if months.is_empty() {
        return Ok(());
    }
    let mut filled = 0;
    let all = async {
        for month in &months {
            if moments::fill(db, *month).await? {
                filled += 1;
            } else {
                tracing::warn!(month, "the tallies are wrong: see `hailong verify`");
            }
        }
        Ok::<(), Error>(())
    };
    // What is cut off is one month's transaction.
    if let Ok(done) = tokio::time::timeout(MOMENTS, all).await {
        done?;
    }
    let left = months.len() - filled;
    tracing::info!(filled, left, "months of tallies got their moments from the ballots");
    Ok(())
}

/// Stands ready, beside the provider that is set.
#[cfg(feature = "oidc")]
async fn stand(db: Db, writer: Writer, world: World, serving: &Serving) -> Result<Node, Error> {
    let provider = serving.openid.provider(&world.public_url, now)?;
    Node::with_provider(db, writer, world, provider).await
}

/// Stands ready; a provider that is set would be passed over.
#[cfg(not(feature = "oidc"))]
async fn stand(db: Db, writer: Writer, world: World, serving: &Serving) -> Result<Node, Error> {
    serving.openid.refuse()?;
    Node::new(db, writer, world).await
}

fn world(
    serving: &Serving,
    (keys, erasures): (Keys, Erasures),
    here: &str,
) -> Result<World, Error> {
    let metrics = PrometheusBuilder::new()
        .install_recorder()
        .map_err(|error| Error::new(format!("nothing can be counted: {error}")))?;
    let metrics_token =
        serving.metrics_token()?.map(|token| keys.blind(METRICS_TOKEN, token.as_bytes()));
    let public_url = serving.public_url.as_deref().unwrap_or(here).trim_end_matches('/').to_owned();
    Ok(World {
        now,
        draw_id,
        fill,
        keys,
        erasures,
        proxies: serving.trusted_proxies.clone(),
        free: Free {
            origin: serving.free_origin,
            campaign: serving.free_campaign,
            wait: serving.crowd_wait,
        },
        public_url,
        metrics,
        metrics_token,
        rules: serving.publishing.rules(),
        post: serving.post.post()?,
    })
}

/// The only place where the time enters.
#[expect(clippy::disallowed_methods, reason = "time enters here")]
pub fn now() -> DateTime<Utc> {
    shortcuts::shown(Utc::now())
}

fn draw_id(now: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
}

/// The only place where chance enters that must not be foreseen.
pub fn fill(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the system gives out random bytes once it is up");
}

/// Prints the addresses to open; `here` is the one that is listened on, which people may reach
/// under another name.
async fn greet(node: &Node, here: &str) -> Result<(), Error> {
    let (books, url) = (node.books(), &node.world.public_url);
    say!("Hài Lòng: {url}/");
    if url != here {
        say!("  listens  {here}/");
    }
    say!("  results  {url}/ket-qua");
    say!("  office   {url}/van-phong");
    let open =
        books.catalogue.campaigns.values().filter(|it| it.standing(node.today()) == Standing::Open);
    let mut codes: Vec<&str> = open.map(|campaign| campaign.code.as_str()).collect();
    codes.sort_unstable();
    for code in codes {
        say!("  survey   {url}/s/{code}");
        say!("  QR code  {url}/s/{code}/qr.svg   poster {url}/s/{code}/poster");
    }
    if books.demo {
        say!("  This database holds demo data.");
        for account in demo::accounts::ready(&node.db, &node.world.keys).await? {
            say!("  {account}");
        }
    }
    Ok(())
}

async fn look(node: Node) {
    let mut ticks = tokio::time::interval(LOOK);
    loop {
        ticks.tick().await;
        if let Err(error) = node.refresh().await {
            tracing::warn!(%error, "the books could not be read again");
        }
    }
}

async fn tell(node: Node) {
    let mut days = tokio::time::interval(DAY);
    loop {
        days.tick().await;
        if let Err(error) = record::tell(&node.db, &node.world.keys).await {
            tracing::warn!(%error, "the newest entry of the record could not be read");
        }
    }
}

async fn stop(mut terminated: Signal, mut interrupted: Signal) {
    tokio::select! {
        _ = terminated.recv() => {}
        _ = interrupted.recv() => {}
    }
    tracing::info!("stopping: requests at work are finished first");
}

async fn finish(writing: oneshot::Receiver<()>) {
    if tokio::time::timeout(LAST_GROUP, writing).await.is_err() {
        tracing::warn!(
            "connections that were cut may have held ballots; none of them was acknowledged"
        );
    }
}
