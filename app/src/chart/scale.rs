//! Figures as lengths on a chart.

use domain::figures::index::IndexRow;

/// Hundredths of a percent of a decimal text such as `83.94`; nothing, if it is none.
pub(super) fn hundredths(decimal: Option<&str>) -> Option<u32> {
    let (whole, part) = decimal?.split_once('.')?;
    Some(whole.parse::<u32>().ok()? * 100 + part.parse::<u32>().ok()?)
}

/// A row as lengths on the chart: value, lower and upper end, in hundredths of a percent.
pub(super) fn lengths(row: &IndexRow) -> Option<(u32, u32, u32)> {
    let value = hundredths(row.percent.as_deref())?;
    let end = |text: &Option<String>| hundredths(text.as_deref()).unwrap_or(value);
    Some((value, end(&row.ci_low), end(&row.ci_high)))
}

/// A length in hundredths of a percent as SVG and CSS write it.
pub(super) fn length(hundredths: u32) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// The stretch of percents that a chart shows, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) floor: u32,
    pub(super) top: u32,
    /// From one line of the grid to the next.
    pub(super) step: u32,
}

impl Span {
    /// The narrowest stretch of whole steps that holds all these values, in four steps at most.
    pub(super) fn around(values: impl Iterator<Item = u32> + Clone) -> Self {
        let (low, high) = (values.clone().min().unwrap_or(0), values.max().unwrap_or(10_000));
        let within = |step: u32| {
            let floor = (low / step * step).min(10_000 - step);
            let top = high.div_ceil(step).saturating_mul(step).clamp(floor + step, 10_000);
            Self { floor, top, step }
        };
        let spans = [500, 1000, 2500].map(within);
        let few = spans.into_iter().find(|span| (span.top - span.floor) / span.step <= 4);
        few.unwrap_or(Self { floor: 0, top: 10_000, step: 2500 })
    }

    /// How far from the left a value is, in hundredths of a percent of the chart's width.
    pub(super) fn along(self, value: u32) -> u32 {
        (value.clamp(self.floor, self.top) - self.floor) * 10_000 / (self.top - self.floor)
    }

    /// How far from the top a value is, in hundredths of a percent of the chart's height.
    pub(super) fn down(self, value: u32) -> u32 {
        10_000 - self.along(value)
    }

    /// The lines of the grid, from the floor up.
    pub(super) fn grid(self) -> impl Iterator<Item = u32> {
        (0..=(self.top - self.floor) / self.step).map(move |at| self.floor + at * self.step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_become_lengths() {
        assert_eq!(hundredths(Some("83.94")), Some(8394));
        assert_eq!(hundredths(Some("83,94")), None);
        assert_eq!(hundredths(None), None);
        assert_eq!(length(8304), "83.04%");
    }

    #[test]
    fn a_span_holds_every_value_in_few_steps() {
        let span = |values: &[u32]| {
            let span = Span::around(values.iter().copied());
            (span.floor, span.top, span.step)
        };
        assert_eq!(span(&[6566, 9191]), (6000, 10_000, 1000));
        assert_eq!(span(&[5100, 9191]), (5000, 10_000, 2500));
        assert_eq!(span(&[7000, 8999]), (7000, 9000, 500));
        assert_eq!(span(&[6100, 9991]), (6000, 10_000, 1000));
        assert_eq!(span(&[10_000]), (9500, 10_000, 500));
        assert_eq!(span(&[0]), (0, 500, 500));
        assert_eq!(span(&[0, 10_000]), (0, 10_000, 2500));
        assert_eq!(span(&[]), (0, 10_000, 2500));
        let half = Span { floor: 5000, top: 10_000, step: 2500 };
        assert_eq!((half.along(7500), half.down(10_000), half.along(100)), (5000, 0, 0));
        assert_eq!(half.grid().collect::<Vec<_>>(), [5000, 7500, 10_000]);
    }
}
