//! What a form names: codes that must be there already, and codes that nobody may have had.

use super::catalogue::Catalogue;
use crate::fault::{Fault, Reason};

/// What was checked, unless something is wrong with its form or with what it names: all of it is
/// told at once, a field that has a fault already with no more.
pub fn both<T>(
    form: Result<T, Vec<Fault>>,
    names: impl IntoIterator<Item = Fault>,
) -> Result<T, Vec<Fault>> {
    let (checked, mut faults) = match form {
        Ok(checked) => (Some(checked), Vec::new()),
        Err(faults) => (None, faults),
    };
    for fault in names {
        if faults.iter().all(|other| other.place != fault.place) {
            faults.push(fault);
        }
    }
    checked.filter(|_| faults.is_empty()).ok_or(faults)
}

/// A fault, if a code is given that no unit ever had.
pub fn unknown_unit(books: &Catalogue, field: &str, code: Option<&str>) -> Option<Fault> {
    let code = code.map(str::trim).filter(|code| !code.is_empty())?;
    books.unit(code).is_empty().then(|| Fault::new(field, Reason::UnknownUnit))
}

/// A fault, if a new code is not new.
pub fn duplicate(field: &str, is_taken: bool) -> Option<Fault> {
    is_taken.then(|| Fault::new(field, Reason::Taken))
}
