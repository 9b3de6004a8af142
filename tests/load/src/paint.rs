//! How soon the survey page is seen, usable and whole on a slow phone, beside others of its words.

use std::{collections::HashMap, path::Path, process::Stdio};

use tokio::process::Command;

use crate::{
    pages,
    report::{Outcome, Report, median},
};

/// Has the browser load the pages in turn; what each time means stands in `tests/browser/paint`.
pub(crate) async fn measure(report: &mut Report) -> Outcome {
    let (program, folder) = pages::demo().await?;
    let (_server, _) = pages::start(&program, folder.path()).await?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../browser/paint/main.mjs");
    let browser = Command::new("node")
        .arg(script)
        .arg(format!("http://{}", pages::ADDRESS))
        .stderr(Stdio::inherit())
        .kill_on_drop(true)
        .output()
        .await?;
    if !browser.status.success() {
        return Err("the browser did not come to its end".into());
    }
    tell(report, serde_json::from_slice(&browser.stdout)?)
}

fn tell(report: &mut Report, mut times: HashMap<String, Vec<f64>>) -> Outcome {
    let mut middle = |name: &str| times.remove(name).map(median).ok_or(format!("no {name}"));
    let mut measure = |what: &str, name: &str| -> Outcome<f64> {
        let time = middle(name)?;
        report.note(what, format!("{time:.0} ms"));
        Ok(time)
    };
    let off = measure("survey page on Slow 4G, CPU × 4, scripts off: painted", "off paint")?;
    let linked = measure("  a static file of its words, style sheet beside it", "linked paint")?;
    measure("  the same, style sheet inside it", "inside paint")?;
    let usable = measure("survey page, scripts on: usable", "ours usable")?;
    let govuk = measure("  GOV.UK Frontend", "govuk usable")?;
    let whole = measure("survey page, scripts on: fully there", "ours whole")?;
    let surveyjs = measure("  SurveyJS", "surveyjs whole")?;
    report.at_most("painted, over the static file", off / linked, 1.15, "×");
    report.at_most("usable, over GOV.UK Frontend", usable / govuk, 1.0, "×");
    report.at_most("fully there, over SurveyJS", whole / surveyjs, 0.5, "×");
    Ok(())
}
