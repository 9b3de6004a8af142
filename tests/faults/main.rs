//! What is done to a running server, and what must still be true of every ballot afterwards.
//!
//! Kills, restarts, full queues and slow sockets, each against a real process.

mod disk;
mod kills;
mod load;
mod ready;
mod restart;
mod second;
mod sockets;
mod stop;
