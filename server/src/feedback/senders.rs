//! Who sent a case: sealed, and found again by a stand-in of the number alone.

use domain::office::feedback::case::SenderView;
use uuid::Uuid;

use crate::{
    keys::{Key, Keys},
    problem::Problem,
    store::{Tx, feedback::beside},
};

/// Keeps who sent a case.
pub async fn keep(
    tx: &mut Tx,
    keys: &Keys,
    (case, id): (i64, Uuid),
    sender: &SenderView,
    fill: fn(&mut [u8]),
) -> Result<(), Problem> {
    // Writing three texts into memory cannot fail.
    let said = serde_json::to_vec(sender).unwrap_or_default();
    let sealed = keys.seal(&purpose(id), &said, fill);
    let phone = stand_in(keys, &sender.phone);
    Ok(beside::add_contact(tx, case, &sealed, phone.as_ref().map(Key::as_slice)).await?)
}

/// Who sent a case; nothing where nobody said so, or its key is gone.
pub async fn read(
    tx: &mut Tx,
    keys: &Keys,
    (case, id): (i64, Uuid),
) -> Result<Option<SenderView>, Problem> {
    let sealed = beside::contact(tx, case).await?;
    let opened = sealed.and_then(|sealed| keys.open(&purpose(id), &sealed));
    Ok(opened.and_then(|said| serde_json::from_slice(&said).ok()))
}

/// The same sender sealed by the newest key.
pub fn reseal(keys: &Keys, id: Uuid, sealed: &[u8], fill: fn(&mut [u8])) -> Option<Vec<u8>> {
    let said = keys.open(&purpose(id), sealed)?;
    Some(keys.seal(&purpose(id), &said, fill))
}

/// The stand-in of a number, the same in every case.
pub fn stand_in(keys: &Keys, phone: &str) -> Option<Key> {
    (!phone.is_empty()).then(|| keys.blind("feedback.phone", phone.as_bytes()))
}

fn purpose(id: Uuid) -> String {
    format!("feedback.contact/{id}")
}
