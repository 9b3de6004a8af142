//! From published counts to published figures, to the last digit.

mod portal;
mod sipas;
