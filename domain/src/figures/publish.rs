//! What may be shown to everyone: tables of closed periods, made once; small groups stay hidden, also
//! from subtraction.

#[cfg(not(target_arch = "wasm32"))]
pub mod again;
pub mod beside;
#[cfg(not(target_arch = "wasm32"))]
pub mod remainder;
pub mod scheme;
pub mod sheet;
pub mod table;
#[cfg(not(target_arch = "wasm32"))]
pub mod withhold;

/// How many people a group needs before its figures are public. Both are settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Floor {
    /// Any published cell.
    pub cell: u64,
    /// The index of a unit or a procedure.
    pub index: u64,
}

impl Default for Floor {
    fn default() -> Self {
        Self { cell: 5, index: 10 }
    }
}
