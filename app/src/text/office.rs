//! The words of the office pages; only the office bundle carries them.

pub(crate) mod behind;
pub(crate) mod books;
pub(crate) mod confirmations;
pub(crate) mod deeds;
pub(crate) mod faults;
pub(crate) mod feedback;
pub(crate) mod figures;
pub(crate) mod frame;
pub(crate) mod names;
pub(crate) mod notices;
pub(crate) mod outlook;
pub(crate) mod overview;
pub(crate) mod people;
pub(crate) mod record;
pub(crate) mod settings;
pub(crate) mod surveys;
pub(crate) mod views;
pub(crate) mod work;
