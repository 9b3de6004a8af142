//! The pages of the office, one file each, in chapters.

pub(crate) mod books;
pub(crate) mod feedback;
pub(crate) mod figures;
pub(crate) mod home;
pub(crate) mod notices;
pub(super) mod parts;
pub(crate) mod people;
pub(crate) mod record;
pub(crate) mod settings;
pub(crate) mod surveys;
