//! Where the department stands, the index by whatever is chosen, and what it shall reach.

pub(crate) mod behind;
pub(crate) mod breakdown;
pub(crate) mod overview;
pub(crate) mod targets;
