//! What a row of tallies belongs to: one list of columns, from which the row and every statement
//! follow.

use domain::{CheckedBallot, day};

use super::Counts;

/// Makes the key of a list of columns: its fields, what a ballot puts into each, and the names of
/// the columns for the statements.
macro_rules! key {
    ($ballot:ident: $($(#[$doc:meta])* $field:ident $column:tt = $value:expr;)+) => {
        /// A row's key, in the order of the table's primary key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct TallyKey { $($(#[$doc])* pub $field: i64,)+ }

        /// A row as the database hands it out: the key's columns, the counts, and the sums beside them.
        pub(in crate::store) type StoredRow = ($(key!(@number $field),)+ Vec<u8>, Option<Vec<u8>>);

        impl TallyKey {
            /// How many columns there are.
            pub(super) const WIDTH: usize = [$($column),+].len();

            /// The row of a ballot's day.
            pub fn of($ballot: &CheckedBallot) -> Self {
                Self { $($field: $value,)+ }
            }

            /// What is bound to the columns, in their order.
            pub(super) fn parts(&self) -> [i64; Self::WIDTH] {
                [$(self.$field),+]
            }

            /// A stored row's key, and its counts.
            pub(super) fn stored(($($field,)+ counts, moments): StoredRow) -> (Self, Counts) {
                (Self { $($field,)+ }, Counts::read(&counts, moments.as_deref()))
            }
        }

        impl std::fmt::Display for TallyKey {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let parts = [$((stringify!($field), self.$field)),+];
                let parts = parts.map(|(name, number)| format!("{name} {number}"));
                f.write_str(&parts.join(" "))
            }
        }

        key!(@names $($column)+);
    };
    (@number $field:ident) => { i64 };
    (@names $first:tt $($column:tt)+) => {
        /// The names of the key's columns, to be put together with the rest of a statement.
        macro_rules! columns {
            () => { concat!($first $(, ", ", $column)+) };
        }
    };
}

key! { ballot:
    /// The instrument version's row.
    instrument "instrument_id" = ballot.instrument;
    /// The local day, `YYYYMMDD`, or the month, `YYYYMM`.
    period "period" = day::number(ballot.day);
    /// The unit version's row; 0 for none.
    unit "unit_version_id" = ballot.unit.unwrap_or(0);
    /// The procedure's row; 0 for none.
    procedure "procedure_id" = ballot.procedure.unwrap_or(0);
    /// [`domain::Channel::number`].
    channel "channel" = ballot.channel.number();
    /// [`domain::Sampling::number`].
    sampling "sampling" = ballot.sampling.number();
}

pub(in crate::store) use columns;

impl TallyKey {
    /// The row of the day's month.
    pub(super) fn month(self) -> Self {
        Self { period: self.period / 100, ..self }
    }
}
