//! The calls of the office, in one table: the right each needs, its method, its address.

pub mod accounts;
pub mod calendar;
pub mod campaigns;
pub mod comments;
pub mod invitations;
pub mod invitees;
pub mod keys;
mod lists;
pub mod me;
#[cfg(feature = "oidc")]
pub mod openid;
pub mod procedures;
pub mod record;
pub mod service_points;
pub mod session;
pub mod settings;
pub mod targets;
pub mod units;

use axum::http::Method;
use domain::Action as A;

use crate::office::Office;

/// Every call of the office.
pub fn calls() -> Office {
    let office = Office::default();
    #[cfg(feature = "oidc")]
    let office = openid::calls(office);
    invited(plans(books(people(own(doors(office))))))
        .call(A::ReadComments, Method::GET, "/api/v1/office/comments", comments::list)
        .call(A::ReadRecord, Method::GET, "/api/v1/office/record", record::list)
        .call(A::ReadRecord, Method::GET, "/api/v1/office/record.csv", record::csv)
        .call(A::ReadRecord, Method::GET, "/api/v1/office/record.xlsx", record::xlsx)
}

/// Before anyone is signed in.
fn doors(office: Office) -> Office {
    office
        .door(Method::GET, "/api/v1/office/invitations/{token}", invitations::show)
        .door(Method::POST, "/api/v1/office/invitations/{token}", invitations::create)
        .door(Method::POST, "/api/v1/office/session", session::create)
        .door(Method::DELETE, "/api/v1/office/session", session::remove)
        .door(Method::POST, "/api/v1/office/session/second-factor", session::complete)
}

/// About oneself.
fn own(office: Office) -> Office {
    office
        .call(A::OwnAccount, Method::GET, "/api/v1/office/me", me::show)
        .call(A::OwnAccount, Method::PUT, "/api/v1/office/me/password", me::password::update)
        .call(
            A::OwnAccount,
            Method::POST,
            "/api/v1/office/me/second-factor",
            me::second_factor::create,
        )
        .call(
            A::OwnAccount,
            Method::PUT,
            "/api/v1/office/me/second-factor",
            me::second_factor::update,
        )
        .call(
            A::OwnAccount,
            Method::DELETE,
            "/api/v1/office/me/second-factor",
            me::second_factor::remove,
        )
        .call(
            A::OwnAccount,
            Method::POST,
            "/api/v1/office/me/recovery-codes",
            me::recovery_codes::create,
        )
        .call(A::OwnAccount, Method::GET, "/api/v1/office/me/sessions", me::sessions::list)
        .call(
            A::OwnAccount,
            Method::DELETE,
            "/api/v1/office/me/sessions",
            me::sessions::remove_others,
        )
        .call(
            A::OwnAccount,
            Method::DELETE,
            "/api/v1/office/me/sessions/{id}",
            me::sessions::remove,
        )
}

/// Who may do what.
fn people(office: Office) -> Office {
    office
        .call(A::ReadAccounts, Method::GET, "/api/v1/office/accounts", accounts::list)
        .call(A::ChangeAccounts, Method::POST, "/api/v1/office/accounts", accounts::create)
        .call(A::ReadAccounts, Method::GET, "/api/v1/office/accounts/{name}", accounts::show)
        .call(A::ChangeAccounts, Method::PUT, "/api/v1/office/accounts/{name}", accounts::update)
        .call(
            A::ChangeAccounts,
            Method::POST,
            "/api/v1/office/accounts/{name}/invitations",
            accounts::part::invite_again,
        )
        .call(
            A::ChangeAccounts,
            Method::DELETE,
            "/api/v1/office/accounts/{name}/second-factor",
            accounts::part::remove_second_factor,
        )
        .call(
            A::ChangeAccounts,
            Method::DELETE,
            "/api/v1/office/accounts/{name}/sessions",
            accounts::part::remove_sessions,
        )
        .call(A::ChangeKeys, Method::GET, "/api/v1/office/keys", keys::list)
        .call(A::ChangeKeys, Method::POST, "/api/v1/office/keys", keys::create)
        .call(A::ChangeKeys, Method::GET, "/api/v1/office/keys/{id}", keys::show)
        .call(A::ChangeKeys, Method::DELETE, "/api/v1/office/keys/{id}", keys::remove)
}

/// What a ballot may be about.
fn books(office: Office) -> Office {
    office
        .call(A::ReadBooks, Method::GET, "/api/v1/office/units", units::list)
        .call(A::ChangeUnits, Method::POST, "/api/v1/office/units", units::create)
        .call(A::ReadBooks, Method::GET, "/api/v1/office/units/{code}", units::show)
        .call(
            A::ChangeUnits,
            Method::POST,
            "/api/v1/office/units/{code}/versions",
            units::versions::create,
        )
        .call(
            A::ChangeUnits,
            Method::PUT,
            "/api/v1/office/units/{code}/versions/{from}",
            units::versions::update,
        )
        .call(A::ChangeUnits, Method::POST, "/api/v1/office/unit-mergers", units::mergers::create)
        .call(A::ChangeUnits, Method::POST, "/api/v1/office/unit-splits", units::splits::create)
        .call(A::ReadBooks, Method::GET, "/api/v1/office/procedures", procedures::list)
        .call(A::ChangeProcedures, Method::POST, "/api/v1/office/procedures", procedures::create)
        .call(A::ReadBooks, Method::GET, "/api/v1/office/procedures/{code}", procedures::show)
        .call(
            A::ChangeProcedures,
            Method::PUT,
            "/api/v1/office/procedures/{code}",
            procedures::update,
        )
        .call(A::ReadBooks, Method::GET, "/api/v1/office/service-points", service_points::list)
        .call(
            A::ChangeProcedures,
            Method::POST,
            "/api/v1/office/service-points",
            service_points::create,
        )
        .call(
            A::ReadBooks,
            Method::GET,
            "/api/v1/office/service-points/{code}",
            service_points::show,
        )
        .call(
            A::ChangeProcedures,
            Method::PUT,
            "/api/v1/office/service-points/{code}",
            service_points::update,
        )
}

/// What the office sets out to do, and how.
fn plans(office: Office) -> Office {
    office
        .call(A::ReadBooks, Method::GET, "/api/v1/office/campaigns", campaigns::list)
        .call(A::ChangeCampaigns, Method::POST, "/api/v1/office/campaigns", campaigns::create)
        .call(A::ReadBooks, Method::GET, "/api/v1/office/campaigns/{code}", campaigns::show)
        .call(A::ChangeCampaigns, Method::PUT, "/api/v1/office/campaigns/{code}", campaigns::update)
        .call(
            A::ChangeCampaigns,
            Method::POST,
            "/api/v1/office/campaigns/{code}/closing",
            campaigns::close,
        )
        .call(A::ReadBooks, Method::GET, "/api/v1/office/calendar/{year}", calendar::show)
        .call(A::ChangeCalendar, Method::PUT, "/api/v1/office/calendar/{year}", calendar::update)
        .call(A::ReadBooks, Method::GET, "/api/v1/office/targets", targets::list)
        .call(A::ChangeTargets, Method::POST, "/api/v1/office/targets", targets::create)
        .call(A::ReadBooks, Method::GET, "/api/v1/office/targets/{id}", targets::show)
        .call(A::ChangeTargets, Method::PUT, "/api/v1/office/targets/{id}", targets::update)
        .call(A::ChangeTargets, Method::DELETE, "/api/v1/office/targets/{id}", targets::remove)
        .call(A::ChangeSettings, Method::GET, "/api/v1/office/settings", settings::show)
        .call(A::ChangeSettings, Method::PUT, "/api/v1/office/settings", settings::update)
}

/// Who is asked by a link of their own.
fn invited(office: Office) -> Office {
    office
        .call(
            A::ChangeInvitees,
            Method::GET,
            "/api/v1/office/campaigns/{code}/invitees",
            invitees::list,
        )
        .call(
            A::ChangeInvitees,
            Method::POST,
            "/api/v1/office/campaigns/{code}/invitees",
            invitees::upload::create,
        )
        .call(
            A::ReadContacts,
            Method::GET,
            "/api/v1/office/campaigns/{code}/invitees.csv",
            invitees::export::csv,
        )
        .call(
            A::ChangeInvitees,
            Method::GET,
            "/api/v1/office/campaigns/{code}/invitees/{id}",
            invitees::show,
        )
        .call(
            A::ChangeInvitees,
            Method::PUT,
            "/api/v1/office/campaigns/{code}/invitees/{id}",
            invitees::update,
        )
        .call(
            A::ChangeInvitees,
            Method::DELETE,
            "/api/v1/office/campaigns/{code}/invitees/{id}",
            invitees::remove,
        )
}
