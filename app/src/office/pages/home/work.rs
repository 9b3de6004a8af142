//! What a role has to do here, or what it can do: the first thing on its first page.

use domain::{
    Action,
    listing::ListPage,
    office::{
        feedback::inbox::{Tab, TabCount},
        people::confirmation::Confirmation,
    },
};
use leptos::prelude::*;
use serde::Deserialize;

use crate::{
    chapters::ROOT,
    office::{
        desk::Desk,
        load::{Source, load},
        pages::parts::lead,
    },
    text::{
        count,
        office::{
            confirmations::confirmations,
            feedback::names::tab,
            work::{WorkWords, work},
        },
    },
};

/// What is asked of a difficulty.
#[derive(Deserialize)]
struct Difficulty {
    closed: Option<String>,
    overdue: bool,
}

/// What is asked of the inbox.
#[derive(Deserialize)]
struct Inbox {
    tabs: Vec<TabCount>,
}

/// What is asked of a campaign.
#[derive(Deserialize)]
struct Campaign {
    ballots: i64,
}

/// What is asked of an account.
#[derive(Deserialize)]
struct Account {
    invited: bool,
    unit_ended: bool,
}

/// One kind of work: its page, the right it needs, and its words.
type Kind = (Action, &'static str, fn(&'static WorkWords) -> (&'static str, &'static str));

/// Every kind of work, the most pressing first.
const KINDS: [Kind; 11] = [
    (Action::ReadFeedback, "/gop-y", |it| (it.feedback, it.feedback_lead)),
    (Action::ConfirmAccounts, "/xac-nhan", |it| (it.confirmations, it.confirmations_lead)),
    (Action::ReadDifficulties, "/kho-khan", |it| (it.difficulties, it.difficulties_lead)),
    (Action::ChangeCampaigns, "/dot-khao-sat", |it| (it.campaigns, it.campaigns_lead)),
    (Action::ReadComments, "/y-kien", |it| (it.comments, it.comments_lead)),
    (Action::ReadRecord, "/nhat-ky", |it| (it.record, it.record_lead)),
    (Action::ChangeAccounts, "/nguoi-dung", |it| (it.accounts, it.accounts_lead)),
    (Action::ChangeUnits, "/don-vi", |it| (it.units, it.units_lead)),
    (Action::ChangeProcedures, "/thu-tuc", |it| (it.procedures, it.procedures_lead)),
    (Action::ChangeTargets, "/muc-tieu", |it| (it.targets, it.targets_lead)),
    (Action::ChangeSettings, "/cai-dat", |it| (it.settings, it.settings_lead)),
];

/// The tabs of the inbox that are told here.
const TOLD: [Tab; 8] = [
    Tab::Mine,
    Tab::Unit,
    Tab::Unassigned,
    Tab::DueSoon,
    Tab::Overdue,
    Tab::Escalated,
    Tab::Supporting,
    Tab::Added,
];

/// The work of whoever is signed in; who has none is told what there is to see.
pub(super) fn work_of(desk: Desk) -> AnyView {
    let words = work(desk.lang);
    let kinds = KINDS.into_iter().filter(|(needs, ..)| desk.may(*needs));
    let rows = kinds.map(|(needs, path, says)| {
        let (name, hint) = says(words);
        let path = [ROOT, path].concat();
        view! {
            <li>
                <a href=desk.link(&path)>{name}</a>
                <span class="small">{hint}</span>
                {state(desk, needs)}
            </li>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    if rows.is_empty() {
        return lead(words.nothing);
    }
    view! {
        <section class="work" aria-labelledby="work">
            <h2 id="work">{words.heading}</h2>
            <ul>{rows}</ul>
        </section>
    }
    .into_any()
}

/// How it stands, where that can be counted.
fn state(desk: Desk, needs: Action) -> Option<AnyView> {
    let (lang, words) = (desk.lang, work(desk.lang));
    let written = move |n: usize| count(lang, n as u64);
    let source = Source::new();
    let says = |text: String| view! { <b>{text}</b> }.into_any();
    Some(match needs {
        Action::ReadFeedback => load(desk, "/feedback", source, move |inbox: Inbox| {
            let held = inbox.tabs.iter().filter_map(|it| Some((it.tab, it.count?)));
            let held = held.filter(|(of, n)| TOLD.contains(of) && *n > 0);
            let told =
                held.map(|(of, n)| [tab(lang, of), ": ", &count(lang, n.unsigned_abs())].concat());
            let told: Vec<String> = told.collect();
            says(if told.is_empty() { words.no_cases.to_owned() } else { told.join(", ") })
        }),
        Action::ConfirmAccounts => {
            load(desk, "/confirmations", source, move |rows: Vec<Confirmation>| {
                says((confirmations(lang).waiting)(&written(rows.len())))
            })
        }
        Action::ReadDifficulties => {
            let call = "/difficulties?sort=closed";
            load(desk, call, source, move |page: ListPage<Difficulty>| {
                let open = page.rows.iter().filter(|row| row.closed.is_none());
                let late = open.clone().filter(|row| row.overdue).count();
                says((words.open_and_late)(&written(open.count()), &written(late)))
            })
        }
        Action::ChangeCampaigns => {
            let call = "/campaigns?standing=open";
            load(desk, call, source, move |page: ListPage<Campaign>| {
                let ballots: i64 = page.rows.iter().map(|row| row.ballots).sum();
                let ballots = count(lang, ballots.unsigned_abs());
                says((words.open_campaigns)(&written(page.total), &ballots))
            })
        }
        Action::ChangeAccounts => {
            load(desk, "/accounts", source, move |page: ListPage<Account>| {
                let waiting = page.rows.iter().filter(|row| row.invited).count();
                let ended = page.rows.iter().filter(|row| row.unit_ended).count();
                says((words.waiting)(&written(waiting), &written(ended)))
            })
        }
        _ => return None,
    })
}
