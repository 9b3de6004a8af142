//! What every handler shares: the store, the books as last read, and where time and chance enter.

use std::{
    collections::{BTreeMap, HashSet},
    net::IpAddr,
    sync::{Arc, PoisonError, RwLock},
};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Catalogue, Lang,
    day::{self, working::Calendar},
    feedback::{clauses::callback::CallRule, clock::Class},
    office::OfficeSettings,
};
use metrics_exporter_prometheus::PrometheusHandle;
use uuid::Uuid;

#[cfg(feature = "oidc")]
use crate::identity::oidc::provider::Provider;
use crate::{
    about::reported::Reported,
    erasures::{Erased, Erasures},
    error::Error,
    keys::{Key, Keys},
    limits::{Free, Limits},
    notices::Post,
    publications::Rules,
    store::{Db, books, calendar, erasures, feedback, settings},
    writer::Writer,
};

/// What the stand-in of the word that opens `/metrics` is for.
pub const METRICS_TOKEN: &str = "metrics.token";

/// Shared by all handlers; cheap to clone.
#[derive(Clone)]
pub struct Node(Arc<Shared>);

/// What the handlers share.
pub struct Shared {
    /// The store.
    pub db: Db,
    /// The writer of ballots.
    pub writer: Writer,
    /// What comes from outside.
    pub world: World,
    /// How much came lately, and from where.
    pub limits: Limits,
    /// Which procedures ballots were about lately.
    pub reported: Reported,
    /// Marks of ballots that were taken back and that this copy of the database never held.
    kept_out: HashSet<Vec<u8>>,
    /// Who else says who somebody is.
    #[cfg(feature = "oidc")]
    pub openid: Option<Provider>,
    books: RwLock<Arc<Books>>,
}

/// Time, chance and settings: they enter in `main` only.
#[derive(Clone)]
pub struct World {
    /// The time.
    pub now: fn() -> DateTime<Utc>,
    /// A new ballot id, growing with time.
    pub draw_id: fn(DateTime<Utc>) -> Uuid,
    /// Fills bytes by chance nobody can foresee.
    pub fill: fn(&mut [u8]),
    /// The keys that are not in the database.
    pub keys: Keys,
    /// Where it is remembered, apart from the database, what was taken back.
    pub erasures: Erasures,
    /// Proxies of ours, whose word about the sender counts.
    pub proxies: Vec<IpAddr>,
    /// How many ballots one place may send without more ado.
    pub free: Free,
    /// Where people reach this server, without a slash at the end.
    pub public_url: String,
    /// Reads what was counted about the server itself.
    pub metrics: PrometheusHandle,
    /// The stand-in of the word that opens `/metrics`; none where programs on this machine may.
    pub metrics_token: Option<Key>,
    /// How publications are made.
    pub rules: Rules,
    /// How notices leave.
    pub post: Post,
}

/// The books, and when they are from.
pub struct Books {
    /// The office's books.
    pub catalogue: Catalogue,
    /// The office's own settings.
    pub office: OfficeSettings,
    /// The days that are not what their weekday says.
    pub calendar: Calendar,
    /// The deadline classes of feedback, by code.
    pub classes: BTreeMap<String, Class>,
    /// When whoever rated poorly is offered a call.
    pub call_rules: Vec<CallRule>,
    /// Whether the database holds demo data.
    pub demo: bool,
    /// Whether this server writes e-mail: without it no notice of that sort is written.
    pub has_mail: bool,
    version: Option<String>,
}

impl Books {
    /// What the house is called on its pages of a day, where settings or books say so.
    pub fn house(&self, day: NaiveDate, lang: Lang) -> Option<&str> {
        let unit = self.catalogue.house_on(day).and_then(|unit| self.catalogue.unit_on(unit, day));
        self.office.house(unit.map(|version| &version.name), lang)
    }
}

impl std::ops::Deref for Node {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl Shared {
    async fn new(db: Db, writer: Writer, world: World) -> Result<Self, Error> {
        let books = RwLock::new(Arc::new(read(&db, world.post.mail.is_some()).await?));
        let limits = Limits::new(world.free);
        let kept_out = erasures::kept_out(&db).await?.into_iter().collect();
        Ok(Self {
            db,
            writer,
            world,
            limits,
            reported: Reported::default(),
            kept_out,
            #[cfg(feature = "oidc")]
            openid: None,
            books,
        })
    }
}

impl Node {
    /// Reads the books and stands ready.
    pub async fn new(db: Db, writer: Writer, world: World) -> Result<Self, Error> {
        Ok(Self(Arc::new(Shared::new(db, writer, world).await?)))
    }

    /// The same beside a provider that says who somebody is.
    #[cfg(feature = "oidc")]
    pub async fn with_provider(
        db: Db,
        writer: Writer,
        world: World,
        openid: Option<Provider>,
    ) -> Result<Self, Error> {
        let shared = Shared::new(db, writer, world).await?;
        Ok(Self(Arc::new(Shared { openid, ..shared })))
    }

    /// What people call the provider, if there is one.
    pub fn provider(&self) -> Option<&str> {
        #[cfg(feature = "oidc")]
        return self.openid.as_ref().map(|provider| provider.label.as_str());
        #[cfg(not(feature = "oidc"))]
        None
    }

    /// The books as last read.
    pub fn books(&self) -> Arc<Books> {
        Arc::clone(&self.books.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads the books again if somebody changed them.
    pub async fn refresh(&self) -> Result<(), Error> {
        if settings::get(&self.db, settings::BOOKS).await? != self.books().version {
            let books = Arc::new(read(&self.db, self.world.post.mail.is_some()).await?);
            *self.books.write().unwrap_or_else(PoisonError::into_inner) = books;
        }
        Ok(())
    }

    /// Whether a ballot was taken back after the copy of the database was made that was put back.
    pub fn is_kept_out(&self, ballot: Uuid) -> bool {
        let mark = || Erased::Ballot.mark(&self.world.keys, ballot);
        !self.kept_out.is_empty() && self.kept_out.contains(mark().as_slice())
    }

    /// The time, in milliseconds since 1970.
    pub fn moment(&self) -> i64 {
        (self.world.now)().timestamp_millis()
    }

    /// The local day it is now.
    pub fn today(&self) -> NaiveDate {
        day::local_day((self.world.now)())
    }
}

/// The books as they stand now; `has_mail`, whether letters are sent.
pub async fn read(db: &Db, has_mail: bool) -> Result<Books, Error> {
    let version = settings::get(db, settings::BOOKS).await?;
    let demo = settings::get(db, settings::DEMO).await?.is_some();
    let office = settings::office(db).await?;
    let (calendar, classes) = (calendar::all(db).await?, feedback::classes(db).await?);
    let call_rules = feedback::calls::rules(db).await?;
    let catalogue = books::load(db).await?;
    // The people of a demo are made up; their addresses may be somebody's.
    let has_mail = has_mail && !demo;
    Ok(Books { catalogue, office, calendar, classes, call_rules, demo, has_mail, version })
}

#[cfg(test)]
impl Node {
    /// An app on an empty database of its own, with its clock stopped.
    pub async fn for_tests() -> (Self, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("hailong.db").display());
        let db = Db::open(&url, crate::store::open::Access::Write).await.unwrap().db;
        let (writer, _) = Writer::start(db.clone(), crate::writer::GROUP).unwrap();
        let world = World {
            now: DateTime::default,
            draw_id: |_| Uuid::max(),
            fill: |bytes| getrandom::fill(bytes).unwrap(),
            keys: Keys::draw(|bytes| getrandom::fill(bytes).unwrap()),
            erasures: Erasures::open(&folder.path().join("erased"), |bytes| bytes.fill(1)).unwrap(),
            proxies: Vec::new(),
            free: Free::default(),
            public_url: String::new(),
            metrics: metrics_exporter_prometheus::PrometheusBuilder::new()
                .build_recorder()
                .handle(),
            metrics_token: None,
            rules: Rules::default(),
            post: Post::default(),
        };
        (Self::new(db, writer, world).await.unwrap(), folder)
    }
}
