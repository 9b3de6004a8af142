//! From published counts to published figures, to the last digit; and how often a sentence is false.

mod portal;
mod simulation;
mod sipas;
