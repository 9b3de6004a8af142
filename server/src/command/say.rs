//! Words for whoever runs a command. A pipe that was closed, as by `head`, or a terminal that is gone is
//! no reason to stop: what was begun goes on to its end, and says how it ended.

use std::{
    fmt::Arguments,
    io::{Write as _, stderr, stdout},
};

/// Says a line on the standard output.
macro_rules! say {
    ($($words:tt)+) => { $crate::command::say::line(format_args!($($words)+)) };
}

/// Says a line on the standard error output.
macro_rules! complain {
    ($($words:tt)+) => { $crate::command::say::warning(format_args!($($words)+)) };
}

pub(crate) use {complain, say};

/// A line on the standard output.
pub(crate) fn line(words: Arguments<'_>) {
    // Nobody may be left to read it.
    let _ = writeln!(stdout(), "{words}");
}

/// A line on the standard error output.
pub(crate) fn warning(words: Arguments<'_>) {
    // Nobody may be left to read it.
    let _ = writeln!(stderr(), "{words}");
}
