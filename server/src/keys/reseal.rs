//! Sealing everything anew by the newest key, in steps that can be cut off and done again.

use super::{Keys, own};
use crate::{
    error::Error,
    feedback,
    identity::second_factor,
    invitees,
    notices::hook,
    store::{
        Db, Tx,
        sealed::{self, Leaving},
    },
};

/// Rows in one transaction.
const STEP: i64 = 200;

/// Seals everything anew that an older key sealed, and notes it; how many secrets.
pub async fn all(db: &Db, keys: &Keys, fill: fn(&mut [u8])) -> Result<u64, Error> {
    let mut tx = db.begin().await?;
    own::note_seal(&mut tx, keys, fill).await?;
    tx.commit().await?;
    let (accounts, invited) = (accounts(db, keys, fill).await?, invited(db, keys, fill).await?);
    let (senders, leaving) = (senders(db, keys, fill).await?, leaving(db, keys, fill).await?);
    Ok(accounts + invited + senders + leaving)
}

async fn accounts(db: &Db, keys: &Keys, fill: fn(&mut [u8])) -> Result<u64, Error> {
    let (mut account, mut anew) = (0, 0);
    loop {
        let mut tx = db.begin().await?;
        let rows = sealed::page(&mut tx, account, STEP).await?;
        let Some(last) = rows.last() else { return Ok(anew) };
        account = last.id;
        for row in rows {
            anew += one(&mut tx, keys, row, fill).await?;
        }
        tx.commit().await?;
    }
}

async fn one(
    tx: &mut Tx,
    keys: &Keys,
    old: sealed::SealedSecrets,
    fill: fn(&mut [u8]),
) -> Result<u64, Error> {
    let (mut new, mut anew) = (old.clone(), 0);
    for secret in [&mut new.totp, &mut new.totp_next].into_iter().flatten() {
        if !keys.is_newest(secret) {
            let again = second_factor::reseal(keys, old.id, secret, fill);
            *secret = again.ok_or_else(|| lost(old.id))?;
            anew += 1;
        }
    }
    // Whatever was changed meanwhile is left to the next time; `left` still sees it.
    let is_done = anew > 0 && sealed::swap(tx, &old, &new).await?;
    Ok(if is_done { anew } else { 0 })
}

async fn invited(db: &Db, keys: &Keys, fill: fn(&mut [u8])) -> Result<u64, Error> {
    // The ids are drawn by chance: they begin below nothing.
    let (mut after, mut anew) = (i64::MIN, 0);
    loop {
        let mut tx = db.begin().await?;
        let rows = sealed::invitees(&mut tx, after, STEP).await?;
        let Some(last) = rows.last() else { return Ok(anew) };
        after = last.id;
        for old in rows.iter().filter(|row| !keys.is_newest(&row.contact)) {
            let new = invitees::reseal(keys, old.id, &old.contact, fill).ok_or_else(|| {
                Error::new(format!(
                    "no key in the file opens invitee {}: put the key back, or remove the row",
                    invitees::format_id(old.id)
                ))
            })?;
            anew += u64::from(sealed::swap_contact(&mut tx, old, &new).await?);
        }
        tx.commit().await?;
    }
}

/// Who sent cases of feedback.
async fn senders(db: &Db, keys: &Keys, fill: fn(&mut [u8])) -> Result<u64, Error> {
    let (mut after, mut anew) = (0, 0);
    loop {
        let mut tx = db.begin().await?;
        let rows = sealed::senders(&mut tx, after, STEP).await?;
        let Some(last) = rows.last() else { return Ok(anew) };
        after = last.number;
        for old in rows.iter().filter(|row| !keys.is_newest(&row.contact)) {
            let new = feedback::senders::reseal(keys, old.id, &old.contact, fill);
            let new = new.ok_or_else(|| {
                Error::new(format!(
                    "no key in the file opens the sender of case {}: put the key back",
                    old.number
                ))
            })?;
            anew += u64::from(sealed::swap_sender(&mut tx, old, &new).await?);
        }
        tx.commit().await?;
    }
}

/// What the calls of programs are signed with, and where staff get their digests: few enough for one
/// step each.
async fn leaving(db: &Db, keys: &Keys, fill: fn(&mut [u8])) -> Result<u64, Error> {
    let mut anew = 0;
    for of in [Leaving::Webhooks, Leaving::Mails] {
        let mut tx = db.begin().await?;
        for old in
            sealed::leaving(&mut tx, of).await?.iter().filter(|it| !keys.is_newest(&it.sealed))
        {
            let purpose = of.purpose(old.id);
            let plain = keys.open(&purpose, &old.sealed).ok_or_else(|| {
                Error::new(format!(
                    "no key in the file opens {purpose}: put the key back, or remove the row"
                ))
            })?;
            let new = keys.seal(&purpose, &plain, fill);
            anew += u64::from(sealed::swap_leaving(&mut tx, of, old, &new).await?);
        }
        tx.commit().await?;
    }
    Ok(anew)
}

async fn leaving_left(db: &Db, keys: &Keys) -> Result<u64, Error> {
    let mut tx = db.snapshot().await?;
    let mut left = 0;
    for of in [Leaving::Webhooks, Leaving::Mails] {
        let rows = sealed::leaving(&mut tx, of).await?;
        left += rows.iter().filter(|row| !keys.is_newest(&row.sealed)).count() as u64;
    }
    Ok(left)
}

impl Leaving {
    fn purpose(self, id: i64) -> String {
        match self {
            Self::Webhooks => hook::secret_purpose(id),
            Self::Mails => hook::mail_purpose(id),
        }
    }
}

/// How many secrets are still sealed by an older key.
pub async fn left(db: &Db, keys: &Keys) -> Result<u64, Error> {
    let (accounts, invited) = (accounts_left(db, keys).await?, invited_left(db, keys).await?);
    let (senders, leaving) = (senders_left(db, keys).await?, leaving_left(db, keys).await?);
    Ok(accounts + invited + senders + leaving)
}

async fn invited_left(db: &Db, keys: &Keys) -> Result<u64, Error> {
    let mut tx = db.snapshot().await?;
    let (mut after, mut left) = (i64::MIN, 0);
    loop {
        let rows = sealed::invitees(&mut tx, after, STEP).await?;
        let Some(last) = rows.last() else { return Ok(left) };
        after = last.id;
        left += rows.iter().filter(|row| !keys.is_newest(&row.contact)).count() as u64;
    }
}

async fn senders_left(db: &Db, keys: &Keys) -> Result<u64, Error> {
    let mut tx = db.snapshot().await?;
    let (mut after, mut left) = (0, 0);
    loop {
        let rows = sealed::senders(&mut tx, after, STEP).await?;
        let Some(last) = rows.last() else { return Ok(left) };
        after = last.number;
        left += rows.iter().filter(|row| !keys.is_newest(&row.contact)).count() as u64;
    }
}

async fn accounts_left(db: &Db, keys: &Keys) -> Result<u64, Error> {
    let mut tx = db.snapshot().await?;
    let (mut account, mut left) = (0, 0);
    loop {
        let rows = sealed::page(&mut tx, account, STEP).await?;
        let Some(last) = rows.last() else { return Ok(left) };
        account = last.id;
        let secrets = rows.iter().flat_map(|row| [&row.totp, &row.totp_next]).flatten();
        left += secrets.filter(|secret| !keys.is_newest(secret)).count() as u64;
    }
}

fn lost(account: i64) -> Error {
    Error::new(format!(
        "no key in the file opens the second factor of account {account}: take it away with \
         `hailong user invite --clear-second-factor`, then reseal again"
    ))
}
