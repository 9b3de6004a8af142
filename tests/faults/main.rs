//! What is done to a running server, and what must still be true of every ballot afterwards.
//!
//! Rows F01, F02, F13, F14, F24 and A01 of the catalogue of faults, each against a real process.

mod kills;
mod load;
mod restart;
mod second;
mod sockets;
mod stop;
