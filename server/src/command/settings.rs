//! Settings by flag or environment; a secret may come from a file.

pub mod openid;
pub mod post;
pub mod publishing;

use std::{
    env, fs,
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

use clap::Args;
use server::{error::Error, limits::Free};

/// The variable by which tests ask for shortcuts.
const SHORTCUTS: &str = "HAILONG_TEST_SHORTCUTS";
/// The variable by which they name the file that sets the clock.
#[cfg(debug_assertions)]
const CLOCK: &str = "HAILONG_TEST_CLOCK";

/// Which database.
#[derive(Args)]
pub struct Database {
    /// `sqlite:PATH` or `postgres://…`; otherwise `hailong.db` in the data folder.
    #[arg(long, env = "HAILONG_DATABASE_URL", hide_env_values = true, global = true)]
    database_url: Option<String>,
    /// A file that holds the database's address, for addresses with a password.
    #[arg(long, env = "HAILONG_DATABASE_URL_FILE", global = true)]
    database_url_file: Option<PathBuf>,
    /// Where the server keeps its files.
    #[arg(long, env = "HAILONG_DATA_DIR", default_value = "data", global = true)]
    data_dir: PathBuf,
    /// The file with the keys that are not in the database; otherwise `hailong.keys` beside
    /// the SQLite file or in the data folder, made at the first start.
    #[arg(long, env = "HAILONG_KEYS_FILE", global = true)]
    keys_file: Option<PathBuf>,
    /// A folder of further question sets, one JSON file each.
    #[arg(long, env = "HAILONG_INSTRUMENTS", global = true)]
    pub instruments: Option<PathBuf>,
}

impl Database {
    /// Where the keys are: beside an SQLite file, otherwise in the data folder.
    pub fn keys_file(&self) -> Result<PathBuf, Error> {
        if let Some(file) = &self.keys_file {
            return Ok(file.clone());
        }
        let url = self.url()?;
        let file = url.strip_prefix("sqlite:").map(|path| path.trim_start_matches("//"));
        let folder = file.and_then(|file| Path::new(file).parent());
        Ok(folder.unwrap_or(&self.data_dir).join("hailong.keys"))
    }

    /// Where it is remembered what people took back: beside an SQLite file, otherwise in the data
    /// folder. It must not be put back with an older copy of the database.
    pub fn erasures_file(&self) -> Result<PathBuf, Error> {
        let url = self.url()?;
        Ok(match url.strip_prefix("sqlite:") {
            Some(path) => PathBuf::from(format!("{}.erased", path.trim_start_matches("//"))),
            None => self.data_dir.join("hailong.erased"),
        })
    }

    /// The database's address.
    pub fn url(&self) -> Result<String, Error> {
        match (&self.database_url, &self.database_url_file) {
            (Some(_), Some(_)) => {
                Err(Error::setting("database-url", "is given both itself and as a file: keep one"))
            }
            (Some(url), None) => Ok(url.clone()),
            (None, Some(file)) => secret("database-url-file", file),
            (None, None) => Ok(format!("sqlite:{}", self.data_dir.join("hailong.db").display())),
        }
    }
}

/// What a file holds, without the space around it.
fn secret(name: &str, file: &Path) -> Result<String, Error> {
    let text =
        fs::read_to_string(file).map_err(|error| Error::setting(name, &error.to_string()))?;
    Ok(text.trim().to_owned())
}

/// Takes the shortcuts of tests where they are asked for. They make passwords weak and a power cut
/// costly, so whatever is not a developer's build refuses to run with them.
pub fn take_shortcuts() -> Result<(), Error> {
    if env::var_os(SHORTCUTS).is_none() {
        return Ok(());
    }
    shortcuts()
}

#[cfg(debug_assertions)]
fn shortcuts() -> Result<(), Error> {
    server::shortcuts::take(env::var_os(CLOCK).map(PathBuf::from));
    Ok(())
}

#[cfg(not(debug_assertions))]
fn shortcuts() -> Result<(), Error> {
    Err(Error::setting(
        SHORTCUTS,
        "is for tests alone: passwords would be weak and a power cut could cost ballots. Take it away",
    ))
}

/// How to serve.
#[derive(Args)]
pub struct Serving {
    /// The address to listen on.
    #[arg(long, env = "HAILONG_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where people reach this server, as in QR codes; otherwise `http://` and the address above.
    #[arg(long, env = "HAILONG_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Proxies whose word about a sender's address counts, separated by commas.
    #[arg(long, env = "HAILONG_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,
    /// Ballots to one campaign from one address in ten minutes, before browsers have to work for it.
    #[arg(long, env = "HAILONG_FREE_ORIGIN", default_value_t = Free::default().origin)]
    pub free_origin: u64,
    /// Ballots to one campaign in ten minutes, before browsers have to work for it.
    #[arg(long, env = "HAILONG_FREE_CAMPAIGN", default_value_t = Free::default().campaign)]
    pub free_campaign: u64,
    /// Above that, how many seconds a form without scripts waits.
    #[arg(long, env = "HAILONG_CROWD_WAIT", default_value_t = Free::default().wait)]
    pub crowd_wait: u32,
    /// A file with the token that a Prometheus brings to read `/metrics` (`Authorization: Bearer …`);
    /// without it only programs on this machine read them, and none by way of a proxy.
    #[arg(long, env = "HAILONG_METRICS_TOKEN_FILE")]
    metrics_token_file: Option<PathBuf>,
    /// How figures are published.
    #[command(flatten)]
    pub publishing: publishing::Publishing,
    /// How notices leave.
    #[command(flatten)]
    pub post: post::Leaving,
    /// Who else says who somebody is.
    #[command(flatten)]
    pub openid: openid::OpenId,
}

/// No token is shorter: it is not to be guessed.
const SHORTEST_TOKEN: usize = 16;

impl Serving {
    /// The token that opens `/metrics`, if one is set.
    pub fn metrics_token(&self) -> Result<Option<String>, Error> {
        let Some(file) = &self.metrics_token_file else { return Ok(None) };
        let unusable = |why: &str| Error::setting("metrics-token-file", why);
        let token = fs::read_to_string(file).map_err(|error| unusable(&error.to_string()))?;
        match token.trim() {
            token if token.len() < SHORTEST_TOKEN => {
                Err(unusable(&format!("holds fewer than {SHORTEST_TOKEN} characters")))
            }
            token => Ok(Some(token.to_owned())),
        }
    }
}
