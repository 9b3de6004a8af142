//! What stands in for a lost second factor, kept as hashes.

use super::{Tx, within};

/// Gives an account these codes and no others.
pub async fn replace(tx: &mut Tx, account: i64, hashes: &[[u8; 32]]) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from recovery_codes where account_id = $1")
            .bind(account).execute(conn).await.map(|_| ())?
    });
    for hash in hashes {
        within!(tx, conn => {
            sqlx::query("insert into recovery_codes (account_id, code_hash) values ($1, $2)")
                .bind(account).bind(hash.as_slice()).execute(conn).await.map(|_| ())?
        });
    }
    Ok(())
}

/// Uses a code up; whether it was still there.
pub async fn take(tx: &mut Tx, account: i64, hash: &[u8]) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from recovery_codes where account_id = $1 and code_hash = $2")
            .bind(account).bind(hash).execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}
