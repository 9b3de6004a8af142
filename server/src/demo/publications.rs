//! The demo's months, published as anyone's are.

use chrono::{DateTime, Utc};

use crate::{
    error::Error,
    keys::Keys,
    publications::{Rules, press::Press},
    store::{Db, books},
};

/// Publishes what is due of the demo's two years; what was published before stays.
pub async fn load(db: &Db, keys: &Keys, rules: Rules, now: DateTime<Utc>) -> Result<(), Error> {
    let books = books::load(db).await?;
    let press = Press { db, keys, books: &books, rules, now, actor: "hailong demo" };
    for period in press.due().await? {
        press.publish(period, None).await?;
    }
    Ok(())
}
