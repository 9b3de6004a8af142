//! The service seen from outside: a real process on a real database, and what tests say to it.
//!
//! Nothing here knows the server's code. What is asked of it goes through its command line, its
//! socket, or a read-only look into the database.

mod ballots;
mod books;
mod clock;
mod database;
mod described;
mod gate;
mod mail;
mod postgres;
mod prepared;
mod process;
mod provider;
mod reply;
mod service;
mod socket;
mod staff;
mod visit;

pub use ballots::{Draft, answered, draw_id, quick, sipas, text_of};
pub use clock::middle_of;
pub use database::{Database, Engine, StoredBallot};
pub use described::{Described, Place, percent, texts};
pub use gate::Gate;
pub use mail::MailServer;
pub use process::{binary, in_time, patiently, patiently_async};
pub use provider::{Lie, Provider};
pub use reply::Reply;
pub use service::{Service, this_month};
pub use socket::{Socket, Tail};
pub use staff::{OFFICE, PASSWORD, Staff, door};

/// Shows a measurement also where the test passes: what a test prints is otherwise kept from view.
#[macro_export]
macro_rules! measured {
    ($($words:tt)+) => {{
        use std::io::Write as _;
        // A terminal that is gone is no fault of what was measured.
        let _ = writeln!(std::io::stdout(), "measured: {}", format_args!($($words)+));
    }};
}

/// Makes of each named `async fn(Engine)` two tests, one on SQLite and one on PostgreSQL.
#[macro_export]
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        $(mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$name($crate::Engine::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                super::$name($crate::Engine::Postgres).await;
            }
        })+
    };
}
