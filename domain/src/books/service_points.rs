//! Service points: one for each code.

use super::{
    catalogue::{Catalogue, ServicePoint},
    content::ServicePointText,
    draft::{Draft, Outcome},
    edits::Edits,
    identities::Identities,
    names::{both, duplicate},
    overlay::{self, Difference, Key},
    version::{Proposal, Spot, Version},
};
use crate::{
    day::Period,
    fault::Fault,
    office::books::service_point::{NewServicePoint, ServicePointChange},
    text::usual,
};

/// Lays rows over the service points.
pub(super) fn lay(books: &Catalogue, rows: &[Proposal<ServicePointText>]) -> Outcome {
    let stored = books.stored_service_points();
    let identities = Identities::new(&stored, rows);
    let (overlay, faults) = overlay::lay(&stored, rows, Key::Code, &identities);
    let edit = |one: &Difference<ServicePointText>| {
        let Version { code, period, content } = one.row.version.clone();
        let ServicePointText { name, channel } = content;
        ServicePoint { id: one.before.map_or(0, |before| before.id), code, name, channel, period }
    };
    let service_points = overlay.differences.iter().map(edit).collect();
    Outcome::of(&overlay, faults, Edits { service_points, ..Edits::default() })
}

/// A point that was not there before: its code, and the change; or everything wrong with it.
pub fn create(books: &Catalogue, form: &NewServicePoint) -> Result<(String, Draft), Vec<Fault>> {
    let names = duplicate("code", books.service_points.contains_key(&*usual(&form.code)));
    let (code, period, text) = both(form.check(), names)?;
    let draft = draft(&code, period, text);
    Ok((code, draft))
}

/// A point as it is to be.
pub fn change(code: &str, form: &ServicePointChange) -> Result<Draft, Vec<Fault>> {
    let (period, text) = form.check()?;
    Ok(draft(code, period, text))
}

fn draft(code: &str, period: Period, text: ServicePointText) -> Draft {
    let content = ServicePointText { name: text.name.composed(), ..text };
    let version = Version { code: code.to_owned(), period, content };
    let service_points = vec![Proposal { number: 0, spot: Spot::form(), version }];
    Draft { service_points, ..Draft::default() }
}
