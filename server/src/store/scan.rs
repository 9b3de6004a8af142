//! Every ballot of some days, a page at a time: what counts ballots again reads them here.
//!
//! A page is one row of the database: each column of its ballots packed into one text. Handed over
//! one by one, rows cost more than everything that is then done with them.

mod way;

use std::{collections::HashMap, ops::RangeInclusive};

use domain::CheckedBallot;
use uuid::Uuid;

use self::way::Way;
use super::{Tx, stored::Numbers, within};

/// Every day there can be.
pub const ALL_DAYS: RangeInclusive<i64> = i64::MIN..=i64::MAX;
/// Stands between packed answers. No half of a byte of them is 15.
const BETWEEN: u8 = 0xff;

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
    way: Way,
}

impl Scan {
    /// A walk over these days, in one transaction.
    pub async fn new(tx: &mut Tx, days: RangeInclusive<i64>) -> Result<Self, sqlx::Error> {
        let instruments: Vec<(i64, i64)> = within!(tx, conn => {
            sqlx::query_as("select id, instrument_id from campaigns").fetch_all(conn).await?
        });
        let instruments = instruments.into_iter().collect();
        Ok(Self { days, instruments, way: Way::new(tx).await? })
    }

    /// The next ballots, and what cannot be read among them. Nothing after the last.
    pub async fn page(
        &mut self,
        tx: &mut Tx,
    ) -> Result<Option<Vec<Result<CheckedBallot, Unreadable>>>, sqlx::Error> {
        let days = (*self.days.start(), *self.days.end());
        while let Some(part) = self.way.next(tx, days).await? {
            let packed = part.packed(tx, days).await?;
            if packed.0.is_none() {
                continue;
            }
            if let Some(ballots) = self.unpacked(packed) {
                return Ok(Some(ballots.into_iter().map(Ok).collect()));
            }
            let rows = part.rows(tx, days).await?;
            return Ok(Some(rows.into_iter().map(|row| self.ballot(row)).collect()));
        }
        Ok(None)
    }

    /// The ballots of a page; nothing, if any of them cannot be read.
    fn unpacked(&self, packed: Packed) -> Option<Vec<CheckedBallot>> {
        let (answers, a, b, c, d, e, f, g, h) = packed;
        let texts = [a?, b?, c?, d?, e?, f?, g?, h?];
        let mut texts = texts.each_ref().map(|text| text.as_bytes());
        let mut ballots = Vec::with_capacity(texts[0].len() / 2);
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
