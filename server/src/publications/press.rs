//! Makes publications: counts, withholds, has everything audited, and keeps what passed.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{
    Catalogue,
    day::{self, Month},
    figures::publish::{
        again::{Objection, may_follow},
        scheme::{Length, Span},
        sheet::Sheet,
    },
};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{
    Rules,
    edition::Edition,
    sheets::{self, Sheets},
};
use crate::{
    error::Error,
    keys::Keys,
    store::{
        Db, Tx, index,
        publications::{self as stored, Head, New},
        record::{self, Entry},
    },
};

/// Makes publications of one database.
pub struct Press<'a> {
    /// The database.
    pub db: &'a Db,
    /// What chains the record.
    pub keys: &'a Keys,
    /// The books of the day.
    pub books: &'a Catalogue,
    /// How they are made.
    pub rules: Rules,
    /// The time.
    pub now: DateTime<Utc>,
    /// Who makes them.
    pub actor: &'a str,
}

/// A publication that is ready, and perhaps kept.
#[derive(Clone, Debug)]
pub struct Release {
    /// The period.
    pub period: Span,
    /// The version.
    pub version: i64,
    /// The figures of each question set.
    pub editions: Vec<Edition>,
}

impl Press<'_> {
    /// Publishes a period that was not published, or once more with a note that says why.
    pub async fn publish(&self, period: Span, note: Option<&str>) -> Result<Release, Error> {
        let (release, new) = self.prepare(&mut self.db.snapshot().await?, period, note).await?;
        let mut tx = self.db.begin().await?;
        if stored::add(&mut tx, &new).await?.is_none() {
            return Err(Error::new(format!("{period}: somebody else has just published it")));
        }
        let object = format!("publication/{}/{period}/{}", new.head.scheme, release.version);
        let entry = Entry {
            moment: self.now.timestamp_millis(),
            account: None,
            actor: self.actor,
            action: "publication.release",
            object: &object,
            before: None,
            after: Some(json!({"note": new.head.note, "hash": crate::keys::hex(&new.head.hash)})),
        };
        record::add(&mut tx, self.keys, entry).await?;
        tx.commit().await?;
        Ok(release)
    }

    /// What publishing would say; nothing is kept.
    pub async fn rehearse(&self, period: Span, note: Option<&str>) -> Result<Release, Error> {
        Ok(self.prepare(&mut self.db.snapshot().await?, period, note).await?.0)
    }

    /// The periods that have ended long enough ago and were never published, in the order in which they
    /// have to be: months, then what is made of them.
    pub async fn due(&self) -> Result<Vec<Span>, Error> {
        let mut tx = self.db.snapshot().await?;
        let ours = self.ours(&mut tx).await?;
        let Some((first, last)) = index::first_and_last_day(&mut tx).await? else {
            return Ok(Vec::new());
        };
        let month_of = |number| {
            let day = day::from_number(number)?;
            Some(self.rules.scheme.month_at(day::start_of(day)))
        };
        let published = months(&ours);
        let begin = published.iter().max().map(|month| month.plus(1)).or_else(|| month_of(first));
        let (Some(begin), Some(_)) = (begin, month_of(last)) else { return Ok(Vec::new()) };
        let mut due: Vec<Span> = (0..)
            .map(|step| Span { first: begin.plus(step), length: Length::Month })
            .take_while(|month| self.is_ripe(*month))
            .collect();
        let all: Vec<Month> =
            published.into_iter().chain(due.iter().map(|month| month.first)).collect();
        for length in [Length::Quarter, Length::Year] {
            let mut spans: Vec<Span> = all.iter().map(|month| length.around(*month)).collect();
            spans.sort_unstable();
            spans.dedup();
            let is_new = |span: &Span| !ours.iter().any(|head| head.period == span.to_string());
            due.extend(spans.into_iter().filter(|span| is_new(span) && self.is_ripe(*span)));
        }
        Ok(due)
    }

    /// Whether a period has ended, and the days for late ballots have passed.
    fn is_ripe(&self, period: Span) -> bool {
        let end = self.rules.scheme.bounds(period).map(|(_, end)| end);
        let wait = Days::new(u64::from(self.rules.wait));
        end.and_then(|end| end.checked_add_days(wait)).is_some_and(|ripe| ripe <= self.now)
    }

    async fn prepare(
        &self,
        tx: &mut Tx,
        period: Span,
        note: Option<&str>,
    ) -> Result<(Release, New), Error> {
        let days = self.days(period)?;
        let ours = self.ours(tx).await?;
        let sheets = match period.length {
            Length::Month => {
                let month = (self.rules.scheme, period);
                sheets::of_month(tx, self.books, month, self.rules.floor).await?
            }
            _ => self.sum(tx, period, &ours).await?,
        };
        let before = ours.iter().find(|head| head.period == period.to_string());
        self.may_be_published(tx, (period, &sheets), before, note).await?;
        let version = before.map_or(1, |head| head.version + 1);
        let editions = self.editions(&sheets);
        let head = Head {
            id: 0,
            scheme: self.rules.scheme.code.to_owned(),
            period: period.to_string(),
            version,
            note: note.unwrap_or_default().to_owned(),
            frozen: self.now.timestamp_millis(),
            first_day: day::number(days.0),
            last_day: day::number(days.1),
            summary: text(&editions.iter().map(Edition::summary).collect::<Vec<_>>())?,
            hash: Vec::new(),
        };
        let (tables, sheets) = (text(&editions)?, text(&sheets)?);
        let hash = Sha256::new().chain_update(&head.summary).chain_update(&tables).finalize();
        let head = Head { hash: hash.to_vec(), ..head };
        Ok((Release { period, version, editions }, New { head, tables, sheets }))
    }

    /// The days of a period that has ended.
    fn days(&self, period: Span) -> Result<(NaiveDate, NaiveDate), Error> {
        let scheme = self.rules.scheme;
        let has_ended = scheme.bounds(period).is_some_and(|(_, end)| end <= self.now);
        let days = scheme.days(period).filter(|_| has_ended);
        days.ok_or_else(|| Error::new(format!("{period} has not ended yet")))
    }

    /// Once without a note; with one only again, and only where no few people's answers would show.
    async fn may_be_published(
        &self,
        tx: &mut Tx,
        (period, sheets): (Span, &Sheets),
        before: Option<&Head>,
        note: Option<&str>,
    ) -> Result<(), Error> {
        let Some(before) = before else {
            return match note {
                None => Ok(()),
                Some(_) => Err(Error::new(format!("{period} was never published"))),
            };
        };
        if note.is_none() {
            return Err(Error::new(format!("{period} is published already")));
        }
        let old = self.sheets_of(tx, before).await?;
        self.compare(sheets, &old)
            .map_err(|why| Error::new(format!("{period} is not published again: {why}")))
    }

    fn editions(&self, sheets: &Sheets) -> Vec<Edition> {
        let edition = |(key, sheet): (&String, &Sheet)| {
            let (_, set) = self.books.instrument(key)?;
            Some(Edition::new(sheet, set, self.books))
        };
        sheets.iter().filter_map(edition).collect()
    }

    /// Every publication of the public scheme, the newest version of a period first. There is none of a
    /// period that shares days with another scheme's: both together would tell the days between apart.
    async fn ours(&self, tx: &mut Tx) -> Result<Vec<Head>, Error> {
        let all = stored::all_in(tx).await?;
        let scheme = self.rules.scheme.code;
        if let Some(other) = all.iter().find(|head| head.scheme != scheme) {
            return Err(Error::new(format!(
                "{} of the scheme {} is published: periods of the scheme {scheme} beside it would tell \
                 the days between apart",
                other.period, other.scheme
            )));
        }
        Ok(all)
    }

    /// The sum of the newest version of each month.
    async fn sum(&self, tx: &mut Tx, period: Span, ours: &[Head]) -> Result<Sheets, Error> {
        let published = months(ours);
        let first = published.iter().min().copied();
        let mut parts = Vec::new();
        // Before the first month that was published nobody was asked.
        for month in period.months().filter(|month| Some(*month) >= first) {
            let name = Span { first: month, length: Length::Month }.to_string();
            let head = ours.iter().find(|head| head.period == name);
            let head = head.ok_or_else(|| Error::new(format!("{period}: publish {name} first")))?;
            parts.push(self.sheets_of(tx, head).await?);
        }
        Ok(sheets::sum(&parts))
    }

    async fn sheets_of(&self, tx: &mut Tx, head: &Head) -> Result<Sheets, Error> {
        let text = stored::sheets(tx, head.id).await?.unwrap_or_default();
        serde_json::from_str(&text).map_err(|error| {
            Error::new(format!("the counts of {} cannot be read: {error}", head.period))
        })
    }

    fn compare(&self, new: &Sheets, old: &Sheets) -> Result<(), Objection> {
        if !new.keys().eq(old.keys()) {
            return Err(Objection::OtherRows);
        }
        let mut has_changed = false;
        for (new, old) in new.values().zip(old.values()) {
            match may_follow(new, old, self.rules.floor) {
                Ok(()) => has_changed = true,
                Err(Objection::Same) => {}
                Err(objection) => return Err(objection),
            }
        }
        if has_changed { Ok(()) } else { Err(Objection::Same) }
    }
}

/// The months among publications.
fn months(heads: &[Head]) -> Vec<Month> {
    let spans = heads.iter().filter_map(|head| Span::read(&head.period));
    spans.filter(|span| span.length == Length::Month).map(|span| span.first).collect()
}

fn text(value: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string(value)
        .map_err(|error| Error::new(format!("a publication cannot be written: {error}")))
}
