//! Turns: of several servers one does something, until its turn is over.

use super::{Db, within};

/// Takes a turn, or goes on with it; whether it is this holder's until then.
pub async fn take(
    db: &Db,
    name: &str,
    holder: &str,
    (now, until): (i64, i64),
) -> Result<bool, sqlx::Error> {
    let mut tx = db.begin().await?;
    let taken = within!(&mut tx, conn => {
        sqlx::query(
            "insert into leases (name, holder, until) values ($1, $2, $3)
             on conflict (name) do update set holder = excluded.holder, until = excluded.until
             where leases.holder = excluded.holder or leases.until <= $4",
        )
        .bind(name.to_owned()).bind(holder.to_owned()).bind(until).bind(now)
        .execute(conn).await?.rows_affected() > 0
    });
    tx.commit().await?;
    Ok(taken)
}
