//! The first page: where the department stands for those who lead, and the work of whoever is signed in.

mod notices;
mod work;

use domain::{Action, Role};
use leptos::prelude::*;

use self::{notices::notices, work::work_of};
use crate::{
    office::{
        desk::Desk,
        pages::{
            figures::{breakdown, overview},
            parts::{head, lead},
        },
        views::views,
    },
    text::{
        self,
        office::{frame::frame, work::work},
    },
};

/// Those whose first question is where the department stands.
const LEADERS: [Role; 4] = [Role::Leadership, Role::Head, Role::Office, Role::Inspector];

/// The first page.
pub(crate) fn page(desk: Desk) -> AnyView {
    let lang = desk.lang;
    if !desk.may(Action::ReadFigures) {
        let lead = lead(work(lang).no_figures);
        return vec![head(desk, frame(lang).home), notices(desk), lead, work_of(desk)].into_any();
    }
    if desk.me.get_untracked().is_some_and(|me| LEADERS.contains(&me.role)) {
        return vec![notices(desk), overview::view(desk), views(desk), work_of(desk)].into_any();
    }
    let heading = head(desk, text::figures(lang).index);
    vec![heading, notices(desk), work_of(desk), views(desk), breakdown::figures(desk)].into_any()
}
