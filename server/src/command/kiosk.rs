//! `hailong kiosk`: the signed address of the device at a service point.

use std::process::ExitCode;

use server::{
    error::Error,
    keys::own,
    kiosks,
    store::{Db, books, open::Access},
};

use super::{say, serve::fill, settings::Database};

/// Prints the address, beside a server that may be running.
pub async fn run(database: &Database, point: &str, public_url: &str) -> Result<ExitCode, Error> {
    let opened = Db::open(&database.url()?, Access::Beside).await?;
    let keys = own::open(&opened.db, &database.keys_file()?, fill).await?;
    let books = books::load(&opened.db).await?;
    opened.db.close().await;
    let Some(point) = books.service_points.get(point) else {
        return Err(Error::new(format!("there is no service point {point}")));
    };
    say!("{}{}", public_url.trim_end_matches('/'), kiosks::address(&keys, point));
    Ok(ExitCode::SUCCESS)
}
