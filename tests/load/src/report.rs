//! The one table: what was measured, and the bar it is held against.

/// Errors here are told to the person at the keyboard.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[derive(Default)]
pub(crate) struct Report(Vec<Line>);

struct Line {
    what: String,
    value: String,
    bar: String,
    met: Option<bool>,
}

impl Report {
    /// A figure without a bar.
    pub(crate) fn note(&mut self, what: &str, value: String) {
        self.push(what, value, String::new(), None);
    }

    /// A figure that may be at most this.
    pub(crate) fn at_most(&mut self, what: &str, value: f64, bar: f64, unit: &str) {
        self.push(what, shown(value, unit), format!("≤ {}", shown(bar, unit)), Some(value <= bar));
    }

    /// A figure that must be at least this.
    pub(crate) fn at_least(&mut self, what: &str, value: f64, bar: f64, unit: &str) {
        self.push(what, shown(value, unit), format!("≥ {}", shown(bar, unit)), Some(value >= bar));
    }

    fn push(&mut self, what: &str, value: String, bar: String, met: Option<bool>) {
        eprintln!("  {what}: {value}");
        self.0.push(Line { what: what.to_owned(), value, bar, met });
    }

    /// Prints the table; a missed bar is an error.
    pub(crate) fn print(&self) -> Outcome {
        let width = self.0.iter().map(|line| line.what.chars().count()).max().unwrap_or(0);
        println!("{:width$}  {:>16}  {:>12}", "measured", "value", "bar");
        for line in &self.0 {
            let mark = match line.met {
                None => "",
                Some(true) => "met",
                Some(false) => "MISSED",
            };
            println!("{:width$}  {:>16}  {:>12}  {mark}", line.what, line.value, line.bar);
        }
        self.all_met()
    }

    /// Prints what has a bar, and what such a line says more about, as README.md shows it; a missed bar is an error.
    pub(crate) fn print_markdown(&self) -> Outcome {
        println!("| what | measured | bar |\n|---|---|---|");
        let heads = |at: usize| self.0.get(at + 1).is_some_and(|next| next.what.starts_with(' '));
        let shown = self.0.iter().enumerate();
        for (_, line) in shown.filter(|(at, line)| line.met.is_some() || heads(*at)) {
            let what = line.what.trim_start();
            let more = if what == line.what { "" } else { "… " };
            println!("| {more}{what} | {} | {} |", line.value, line.bar);
        }
        self.all_met()
    }

    fn all_met(&self) -> Outcome {
        let missed = self.0.iter().filter(|line| line.met == Some(false)).count();
        if missed == 0 { Ok(()) } else { Err(format!("{missed} bars missed").into()) }
    }
}

fn shown(value: f64, unit: &str) -> String {
    match unit {
        "B" | "/s" => format!("{value:.0} {unit}"),
        _ => format!("{value:.2} {unit}"),
    }
}

/// The value in the middle.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    percentile(&mut values, 50)
}

/// The value that this percentage of the values does not exceed.
pub(crate) fn percentile(values: &mut [f64], percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    values
        .get((values.len() * percent / 100).min(values.len().saturating_sub(1)))
        .copied()
        .unwrap_or(0.0)
}
