//! Keeping the files of a line under numbers that tell nothing.

use super::Attachment;
use crate::store::{Tx, feedback::beside};

/// The bits of a number: as many as every reader of JSON takes whole.
const BITS: u32 = 52;

/// Keeps the files that came with a line, in their order. Their numbers are drawn: those that count up
/// would tell in which order files came whose senders tell their day alone.
pub async fn keep(
    tx: &mut Tx,
    fill: fn(&mut [u8]),
    line: (i64, i64),
    files: &[Attachment],
) -> Result<(), sqlx::Error> {
    let mut numbers = Vec::with_capacity(files.len());
    while numbers.len() < files.len() {
        let number = drawn(fill);
        if !numbers.contains(&number) && !beside::is_file(tx, number).await? {
            numbers.push(number);
        }
    }
    // Files of one line are listed by their numbers.
    numbers.sort_unstable();
    for (file, number) in files.iter().zip(numbers) {
        let named = (file.name.as_str(), file.kind.number());
        beside::add_file(tx, number, line, named, &file.bytes).await?;
    }
    Ok(())
}

fn drawn(fill: fn(&mut [u8])) -> i64 {
    let mut bytes = [0; 8];
    fill(&mut bytes);
    1 + (i64::from_be_bytes(bytes) & ((1 << BITS) - 1))
}
