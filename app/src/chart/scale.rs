//! Figures as lengths on a chart.

use domain::figures::index::IndexRow;

/// Hundredths of a percent of a decimal text such as `83.94`; nothing, if it is none.
fn hundredths(decimal: Option<&str>) -> Option<u32> {
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
}
