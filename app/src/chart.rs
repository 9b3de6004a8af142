//! Charts drawn by hand as SVG, each with a table of the same figures.

mod bars;
mod line;
mod scale;
mod table;

pub use bars::Bars;
pub use line::Line;
pub use table::IndexTable;
