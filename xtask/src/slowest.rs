//! Which tests took longest, read from what the test programs print while it goes to the terminal.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::Duration,
};

use crate::{
    child,
    outcome::{Outcome, fail},
};

/// How many are named.
const NAMED: usize = 20;
/// How long nothing is printed before it is asked whether the program has ended.
const PAUSE: Duration = Duration::from_millis(200);

/// Tests and how long each took.
#[derive(Default)]
pub(crate) struct Times(Vec<(Duration, String)>);

impl Times {
    /// Runs the command to its end, shows what it prints, and notes each test's time. A child that it
    /// leaves behind may hold its output open; nobody waits for that.
    pub(crate) fn run(&mut self, command: &mut Command) -> Outcome {
        println!("  $ {}", child::shown(command));
        let mut running = command.stdout(Stdio::piped()).spawn()?;
        let (sender, lines) = mpsc::channel();
        let printed = running.stdout.take().map(BufReader::new);
        thread::spawn(move || {
            let lines = printed.into_iter().flat_map(|printed| printed.split(b'\n'));
            // Whoever listens may have gone.
            lines.map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        let status = loop {
            match lines.recv_timeout(PAUSE) {
                Ok(line) => self.note(&String::from_utf8_lossy(&line)),
                Err(RecvTimeoutError::Disconnected) => break running.wait()?,
                // What it printed itself was there before it ended.
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(status) = running.try_wait()? {
                        break status;
                    }
                }
            }
        };
        lines.try_iter().for_each(|line| self.note(&String::from_utf8_lossy(&line)));
        if status.success() {
            return Ok(());
        }
        fail(format!("`{}` ended with {status}", child::shown(command)))
    }

    fn note(&mut self, line: &str) {
        self.0.extend(time_of(line));
        println!("{line}");
    }

    /// Prints the slowest.
    pub(crate) fn print(mut self) {
        if self.0.is_empty() {
            return;
        }
        // Node names a failed test once more at its end.
        self.0.sort_unstable();
        self.0.dedup();
        println!("\n  the slowest tests");
        for (time, name) in self.0.iter().rev().take(NAMED) {
            println!("  {:>8.1} s  {name}", time.as_secs_f64());
        }
    }
}

/// The time of one test, from a line of libtest (`test NAME ... ok <1.234s>`) or of Node's reporter
/// (`✔ NAME (1234.5ms)`).
fn time_of(line: &str) -> Option<(Duration, String)> {
    if let Some(test) = line.strip_prefix("test ") {
        let (name, rest) = test.split_once(" ... ")?;
        let seconds = rest.rsplit_once('<')?.1.strip_suffix("s>")?.parse().ok()?;
        return Some((Duration::try_from_secs_f64(seconds).ok()?, name.to_owned()));
    }
    let test = line.trim_start().strip_prefix(['✔', '✖'])?;
    let (name, time) = test.trim().rsplit_once(" (")?;
    let milliseconds: f64 = time.strip_suffix("ms)")?.parse().ok()?;
    let time = Duration::try_from_secs_f64(milliseconds / 1000.0).ok()?;
    Some((time, name.to_owned()))
}

#[cfg(test)]
mod tests {
    use std::{
        process::Command,
        time::{Duration, Instant},
    };

    use super::{Times, time_of};

    #[test]
    fn a_child_left_behind_holds_nobody() {
        let mut times = Times::default();
        let begun = Instant::now();
        let left = "sleep 100 & echo \"test pid.$! ... ok <0.001s>\"";
        assert!(times.run(Command::new("sh").args(["-c", left])).is_ok());
        assert!(begun.elapsed() < Duration::from_secs(50), "it waited for the child");
        let pid = times.0[0].1.trim_start_matches("pid.").to_owned();
        assert!(Command::new("kill").arg(pid).status().is_ok_and(|status| status.success()));
    }

    #[test]
    fn a_test_s_time_is_read_from_either_reporter() {
        let found = |line| time_of(line).map(|(time, name)| (time.as_millis(), name));
        let rust = found("test ballots::again::sqlite ... ok <1.250s>");
        assert_eq!(rust, Some((1250, "ballots::again::sqlite".to_owned())));
        let failed = found("test ballots::again ... FAILED <0.002s>");
        assert_eq!(failed, Some((2, "ballots::again".to_owned())));
        let node = found("✔ the survey (on a phone) is sent (6120.25ms)");
        assert_eq!(node, Some((6120, "the survey (on a phone) is sent".to_owned())));
        for other in ["test result: ok. 3 passed; finished in 1.00s", "running 3 tests", "ℹ pass 3"]
        {
            assert_eq!(time_of(other).map(|it| it.0), None::<Duration>, "{other}");
        }
    }
}
