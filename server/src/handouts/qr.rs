//! An address as a QR code, drawn in lines for paper or in dots for letters and chats.

use fast_qr::{
    ECL, QRBuilder, QRCode,
    convert::{Builder, svg::SvgBuilder},
};

use super::png;
use crate::problem::Problem;

/// Modules of white around the code.
const MARGIN: usize = 4;
/// Dots of a module's side.
const SCALE: usize = 12;

fn code(address: &str) -> Result<QRCode, Problem> {
    QRBuilder::new(address).ecl(ECL::M).build().map_err(|error| {
        tracing::error!(%error, "an address does not fit a QR code");
        Problem::Broken
    })
}

/// The code as SVG.
pub fn svg(address: &str) -> Result<String, Problem> {
    Ok(SvgBuilder::default().margin(MARGIN).to_str(&code(address)?))
}

/// The code as PNG.
pub fn png(address: &str) -> Result<Vec<u8>, Problem> {
    let code = code(address)?;
    let side = (code.size + 2 * MARGIN) * SCALE;
    let module = |at: usize| (at / SCALE).checked_sub(MARGIN).filter(|at| *at < code.size);
    let is_dark = |x: usize, y: usize| match (module(x), module(y)) {
        (Some(x), Some(y)) => code[y][x].value(),
        _ => false,
    };
    Ok(png::picture(side, is_dark))
}
