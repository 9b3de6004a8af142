//! The calls of the office, in one table: the right that each needs, and what answers it.

pub mod books;
pub mod feedback;
pub mod figures;
pub mod notices;
pub mod people;
pub mod record;
pub mod settings;
pub mod surveys;
pub mod uploads;
pub mod views;

use domain::Action as A;

use self::{
    books::{calendar, procedures, service_points, units},
    feedback::{
        case, difficulties, drafts, imports, inbox, lessons, orders, register, requests, templates,
    },
    figures::{behind, index, overview, targets},
    notices::webhooks,
    people::{accounts, activations, confirmations, keys, me, session},
    surveys::{campaigns, comments, invitees},
};
use crate::calls::{Call, Caller::Visitor, below, call};

/// Every call of the office.
pub fn calls() -> impl Iterator<Item = Call> {
    let chapters = [
        sign_in(),
        own(),
        openid(),
        people(),
        books(),
        surveys(),
        cases(),
        register_of_difficulties(),
        co_ordination(),
        learning(),
        figures(),
        record(),
        notices(),
    ];
    chapters.into_iter().flat_map(|calls| below("/api/v1/office", "office", calls))
}

/// Before anyone is signed in.
fn sign_in() -> Vec<Call> {
    vec![
        call!(Visitor, activations::show),
        call!(Visitor, activations::create),
        call!(Visitor, session::create),
        call!(Visitor, session::remove),
        call!(Visitor, session::complete),
    ]
}

/// About oneself.
fn own() -> Vec<Call> {
    vec![
        call!(A::OwnAccount, me::show),
        call!(A::OwnAccount, me::password::update),
        call!(A::OwnAccount, me::second_factor::create),
        call!(A::OwnAccount, me::second_factor::update),
        call!(A::OwnAccount, me::second_factor::remove),
        call!(A::OwnAccount, me::recovery_codes::create),
        call!(A::OwnAccount, me::sessions::list),
        call!(A::OwnAccount, me::sessions::remove_others),
        call!(A::OwnAccount, me::sessions::remove),
        call!(A::OwnAccount, me::notices::list),
        call!(A::OwnAccount, me::notices::update),
        call!(A::OwnAccount, views::list),
        call!(A::OwnAccount, views::create),
        call!(A::OwnAccount, views::update),
        call!(A::OwnAccount, views::remove),
    ]
}

/// Signing in by OpenID Connect, where this program was built with it.
#[cfg(feature = "oidc")]
fn openid() -> Vec<Call> {
    vec![
        call!(Visitor, session::openid::create),
        call!(Visitor, session::openid::update),
        call!(A::OwnAccount, me::openid::show),
        call!(A::OwnAccount, me::openid::create),
        call!(A::OwnAccount, me::openid::update),
        call!(A::OwnAccount, me::openid::remove),
    ]
}

/// No such calls: this program was built without it.
#[cfg(not(feature = "oidc"))]
fn openid() -> Vec<Call> {
    Vec::new()
}

/// Who may do what, and how everybody works.
fn people() -> Vec<Call> {
    vec![
        call!(A::ReadAccounts, accounts::list),
        call!(A::ChangeAccounts, accounts::create),
        call!(A::ReadAccounts, accounts::show),
        call!(A::ChangeAccounts, accounts::update),
        call!(A::ChangeAccounts, accounts::part::invite_again),
        call!(A::ChangeAccounts, accounts::part::remove_second_factor),
        call!(A::ChangeAccounts, accounts::part::remove_sessions),
        call!(A::ConfirmAccounts, confirmations::list),
        call!(A::ConfirmAccounts, confirmations::update),
        call!(A::ChangeKeys, keys::list),
        call!(A::ChangeKeys, keys::create),
        call!(A::ChangeKeys, keys::show),
        call!(A::ChangeKeys, keys::remove),
        call!(A::ChangeSettings, settings::show),
        call!(A::ChangeSettings, settings::update),
    ]
}

/// What a ballot may be about.
fn books() -> Vec<Call> {
    vec![
        call!(A::ReadBooks, units::list),
        call!(A::ChangeUnits, units::create),
        call!(A::ReadBooks, units::show),
        call!(A::ChangeUnits, units::versions::create),
        call!(A::ChangeUnits, units::versions::update),
        call!(A::ChangeUnits, units::versions::outlook),
        call!(A::ChangeUnits, units::mergers::create),
        call!(A::ChangeUnits, units::mergers::outlook),
        call!(A::ChangeUnits, units::splits::create),
        call!(A::ChangeUnits, units::splits::outlook),
        call!(A::ReadBooks, procedures::list),
        call!(A::ChangeProcedures, procedures::create),
        call!(A::ReadBooks, procedures::show),
        call!(A::ChangeProcedures, procedures::update),
        call!(A::ChangeProcedures, procedures::outlook),
        call!(A::ReadBooks, service_points::list),
        call!(A::ChangeProcedures, service_points::create),
        call!(A::ReadBooks, service_points::show),
        call!(A::ChangeProcedures, service_points::update),
        call!(A::ChangeProcedures, service_points::outlook),
        call!(A::ChangeProcedures, service_points::kiosk),
        call!(A::ChangeProcedures, service_points::replace_kiosk),
        call!(A::ReadBooks, calendar::show),
        call!(A::ChangeCalendar, calendar::update),
        call!(A::ChangeCalendar, calendar::outlook),
    ]
}

/// Rounds of asking, who is asked by a link, and what they add in words.
fn surveys() -> Vec<Call> {
    vec![
        call!(A::ReadBooks, campaigns::list),
        call!(A::ChangeCampaigns, campaigns::create),
        call!(A::ReadBooks, campaigns::show),
        call!(A::ChangeCampaigns, campaigns::update),
        call!(A::ChangeCampaigns, campaigns::closing),
        call!(A::ChangeCampaigns, campaigns::close),
        call!(A::ChangeInvitees, invitees::list),
        call!(A::ChangeInvitees, invitees::upload::create),
        call!(A::ReadContacts, invitees::export::csv),
        call!(A::ChangeInvitees, invitees::show),
        call!(A::ChangeInvitees, invitees::update),
        call!(A::ChangeInvitees, invitees::remove),
        call!(A::ReadComments, comments::list),
    ]
}

/// What people sent in words, and what is done about it.
fn cases() -> Vec<Call> {
    vec![
        call!(A::ReadFeedback, inbox::list),
        call!(A::ReadFeedback, feedback::figures::show),
        call!(A::ReadFeedback, feedback::figures::csv),
        call!(A::ReadFeedback, feedback::figures::xlsx),
        call!(A::RegisterFeedback, register::create),
        call!(A::ImportFeedback, imports::create),
        call!(A::ReadFeedback, case::show),
        call!(A::ReadFeedback, case::viewers),
        call!(A::ReadFeedback, case::file),
        call!(A::DirectFeedback, orders::direct),
        call!(A::WorkOnFeedback, orders::work),
        call!(A::ApproveFeedback, orders::approve),
        call!(A::PublishFeedback, orders::publish),
        call!(A::RegisterFeedback, orders::enter),
        call!(A::WorkOnFeedback, orders::bulk::create),
        call!(A::WorkOnFeedback, drafts::list),
        call!(A::WorkOnFeedback, drafts::update),
        call!(A::WorkOnFeedback, templates::fill),
        call!(A::ChangeTemplates, templates::list),
        call!(A::ChangeTemplates, templates::create),
        call!(A::ChangeTemplates, templates::show),
        call!(A::ChangeTemplates, templates::update),
        call!(A::ChangeTemplates, templates::remove),
    ]
}

/// What stands in the way of good work.
fn register_of_difficulties() -> Vec<Call> {
    vec![
        call!(A::ReadDifficulties, difficulties::list),
        call!(A::ChangeDifficulties, difficulties::create),
        call!(A::ReadDifficulties, difficulties::show),
        call!(A::ChangeDifficulties, difficulties::close),
    ]
}

/// What one unit asks another, and other bodies ask.
fn co_ordination() -> Vec<Call> {
    vec![
        call!(A::ReadFeedback, requests::list),
        call!(A::WorkOnFeedback, requests::create),
        call!(A::WorkOnFeedback, requests::people),
        call!(A::ReadFeedback, requests::show),
        call!(A::WorkOnFeedback, requests::reply),
        call!(A::WorkOnFeedback, requests::withdraw),
    ]
}

/// What cases taught.
fn learning() -> Vec<Call> {
    vec![
        call!(A::ReadFeedback, lessons::list),
        call!(A::ReadFeedback, lessons::show),
        call!(A::WorkOnFeedback, lessons::create),
        call!(A::WorkOnFeedback, lessons::remove),
    ]
}

/// Figures, and what they shall reach.
fn figures() -> Vec<Call> {
    vec![
        call!(A::ReadFigures, index::show),
        call!(A::ReadFigures, overview::show),
        call!(A::ReadFigures, behind::show),
        call!(A::ReadBooks, targets::list),
        call!(A::ChangeTargets, targets::create),
        call!(A::ReadBooks, targets::show),
        call!(A::ChangeTargets, targets::update),
        call!(A::ChangeTargets, targets::remove),
    ]
}

/// What was done, and by whom.
fn record() -> Vec<Call> {
    vec![
        call!(A::ReadRecord, record::list),
        call!(A::ReadRecord, record::csv),
        call!(A::ReadRecord, record::xlsx),
    ]
}

/// What is told outside, and to which programs.
fn notices() -> Vec<Call> {
    vec![
        call!(A::ChangeNotices, notices::list),
        call!(A::ChangeNotices, notices::standing),
        call!(A::ChangeNotices, notices::show),
        call!(A::ChangeNotices, notices::replay),
        call!(A::ChangeNotices, notices::replay_all),
        call!(A::ChangeNotices, webhooks::list),
        call!(A::ChangeNotices, webhooks::create),
        call!(A::ChangeNotices, webhooks::show),
        call!(A::ChangeNotices, webhooks::remove),
        call!(A::OwnAccount, notices::own::show),
        call!(A::OwnAccount, notices::own::update),
    ]
}
