//! Every ballot of some days, a page at a time: what counts ballots again reads them here.
//!
//! A page is one row of the database: each column of its ballots packed into one text. Handed over
//! one by one, rows cost more than everything that is then done with them.

use std::{collections::HashMap, ops::RangeInclusive};

use domain::CheckedBallot;
use uuid::Uuid;

use super::{Tx, stored::Numbers, within};

/// Ballots in one page.
const PAGE: i64 = 2048;
/// Every day there can be.
pub const ALL_DAYS: RangeInclusive<i64> = i64::MIN..=i64::MAX;
/// Stands between packed answers. No half of a byte of them is 15.
const BETWEEN: u8 = 0xff;

/// The last id of a page; none, if fewer ballots are left.
const END: &str = "select id from ballots where id > $1 and day between $2 and $3
    order by id limit 1 offset $4";

/// One page: the answers with a byte between, the numbers with commas.
const PACKED: &str = "select string_agg(answers, $5),
        string_agg(cast(campaign_id as text), ','),
        string_agg(cast(coalesce(service_point_id, 0) as text), ','),
        string_agg(cast(coalesce(unit_version_id, 0) as text), ','),
        string_agg(cast(coalesce(procedure_id, 0) as text), ','),
        string_agg(cast(channel as text), ','),
        string_agg(cast(sampling as text), ','),
        string_agg(cast(day as text), ','),
        string_agg(cast(respondent as text), ',')
    from ballots where id > $1 and id <= $2 and day between $3 and $4";

/// The same page row by row, to name what cannot be read.
const ROWS: &str = "select answers, campaign_id, coalesce(service_point_id, 0),
        coalesce(unit_version_id, 0), coalesce(procedure_id, 0), channel, sampling, day, respondent,
        id
    from ballots where id > $1 and id <= $2 and day between $3 and $4 order by id";

type T = Option<String>;
type Packed = (Option<Vec<u8>>, T, T, T, T, T, T, T, T);
type Columns = (Vec<u8>, i64, i64, i64, i64, i64, i64, i64, i64, Uuid);

/// A row that is not a ballot of ours.
#[derive(Clone, Copy, Debug)]
pub struct Unreadable {
    /// Its id.
    pub id: Uuid,
    /// Its campaign's row.
    pub campaign: i64,
}

/// A walk over the ballots of some days. Their ids are not read: they are nil.
pub struct Scan {
    days: RangeInclusive<i64>,
    instruments: HashMap<i64, i64>,
    after: Option<Uuid>,
}

impl Scan {
    /// A walk over these days, in one transaction.
    pub async fn new(tx: &mut Tx, days: RangeInclusive<i64>) -> Result<Self, sqlx::Error> {
        let instruments: Vec<(i64, i64)> = within!(tx, conn => {
            sqlx::query_as("select id, instrument_id from campaigns").fetch_all(conn).await?
        });
        let instruments = instruments.into_iter().collect();
        Ok(Self { days, instruments, after: Some(Uuid::nil()) })
    }

    /// The next ballots, and what cannot be read among them. Nothing after the last.
    pub async fn page(
        &mut self,
        tx: &mut Tx,
    ) -> Result<Option<Vec<Result<CheckedBallot, Unreadable>>>, sqlx::Error> {
        let Some(after) = self.after else { return Ok(None) };
        let (first, last) = (*self.days.start(), *self.days.end());
        self.after = within!(&mut *tx, conn => {
            sqlx::query_scalar(END).bind(after).bind(first).bind(last).bind(PAGE - 1)
                .fetch_optional(conn).await?
        });
        let until = self.after.unwrap_or(Uuid::max());
        let packed: Packed = within!(&mut *tx, conn => {
            sqlx::query_as(PACKED).bind(after).bind(until).bind(first).bind(last)
                .bind(vec![BETWEEN]).fetch_one(conn).await?
        });
        if packed.0.is_none() {
            return Ok(None);
        }
        if let Some(ballots) = self.unpacked(packed) {
            return Ok(Some(ballots.into_iter().map(Ok).collect()));
        }
        let rows: Vec<Columns> = within!(tx, conn => {
            sqlx::query_as(ROWS).bind(after).bind(until).bind(first).bind(last)
                .fetch_all(conn).await?
        });
        Ok(Some(rows.into_iter().map(|row| self.ballot(row)).collect()))
    }

    /// The ballots of a page; nothing, if any of them cannot be read.
    fn unpacked(&self, packed: Packed) -> Option<Vec<CheckedBallot>> {
        let (answers, a, b, c, d, e, f, g, h) = packed;
        let texts = [a?, b?, c?, d?, e?, f?, g?, h?];
        let mut texts = texts.each_ref().map(|text| text.as_bytes());
        let mut ballots = Vec::with_capacity(PAGE.unsigned_abs() as usize);
        for answers in answers?.split(|byte| *byte == BETWEEN) {
            let mut row = [0; 8];
            for (number, text) in row.iter_mut().zip(&mut texts) {
                *number = number_of(text)?;
            }
            ballots.push(self.numbers(row)?.ballot(Uuid::nil(), answers)?);
        }
        texts.iter().all(|text| text.is_empty()).then_some(ballots)
    }

    fn ballot(&self, row: Columns) -> Result<CheckedBallot, Unreadable> {
        let (answers, campaign, b, c, d, e, f, g, h, id) = row;
        let numbers = self.numbers([campaign, b, c, d, e, f, g, h]);
        let ballot = numbers.and_then(|numbers| numbers.ballot(Uuid::nil(), &answers));
        ballot.ok_or(Unreadable { id, campaign })
    }

    fn numbers(&self, row: [i64; 8]) -> Option<Numbers> {
        let [campaign, service_point, unit, procedure, channel, sampling, day, respondent] = row;
        let instrument = *self.instruments.get(&campaign)?;
        Some(Numbers {
            campaign,
            instrument,
            service_point,
            unit,
            procedure,
            channel,
            sampling,
            day,
            respondent,
        })
    }
}

/// The number that a text begins with, which is taken off together with the comma after it. Ours
/// are never negative.
fn number_of(text: &mut &[u8]) -> Option<i64> {
    let mut number = 0_i64;
    let mut digits = 0;
    for byte in *text {
        match byte {
            b'0'..=b'9' => number = number.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?,
            b',' => break,
            _ => return None,
        }
        digits += 1;
    }
    *text = text.get(digits + 1..).unwrap_or_default();
    (digits > 0).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_off_a_text_one_by_one() {
        let mut text = b"20261122,0,7".as_slice();
        let numbers: Vec<_> = std::iter::from_fn(|| number_of(&mut text)).collect();
        assert_eq!((numbers.as_slice(), text), (&[20_261_122, 0, 7][..], &b""[..]));
        for wrong in ["", "-1", "1.5", "99999999999999999999"] {
            assert_eq!(number_of(&mut wrong.as_bytes()), None, "{wrong}");
        }
    }
}
