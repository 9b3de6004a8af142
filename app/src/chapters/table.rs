//! The one table of the office's pages: a line each. Menu, guard and bundles follow from it.
//!
//! A line says the address below `/van-phong`, the right it needs, how it is drawn, and where it
//! stands in the menu, in the menu's order. The server takes only the addresses from it; a bundle
//! takes its chapter's pages and the menu, and what nothing takes is not linked.

use super::{Address, Chapter, ROOT, captured};
#[cfg(any(feature = "csr", test))]
use crate::office::{
    page::{
        Draw::{Bare, Of, OfTwo},
        Group, Page, Way, door, page,
    },
    pages::{
        books::{calendar, mergers, points, procedures, splits, unit_versions, units},
        feedback::{
            case, difficulties, figures as case_figures, imports, inbox, lessons, register,
            requests, templates,
        },
        figures::{behind, breakdown, targets},
        home,
        notices::{self, webhooks},
        people::{
            account, accounts, activation, confirmations, keys, me, openid, second_factor, sign_in,
        },
        record, settings,
        surveys::{campaigns, comments, invitees},
    },
};
#[cfg(any(feature = "csr", test))]
use domain::Action as A;

/// Makes the lists of addresses, of pages, and of ways from the same lines.
macro_rules! table {
    ($($(#[$doc:meta])* $name:ident of $chapter:expr; $($pattern:literal => $page:expr;)+)+) => {
        /// Every address.
        pub static ADDRESSES: &[Address] =
            &[$($(Address { pattern: $pattern, chapter: $chapter },)+)+];

        /// Every page as the menu and the guard know it.
        #[cfg(any(feature = "csr", test))]
        pub(crate) static WAYS: &[Way] = &[$($($page.at($pattern).way,)+)+];

        $(
            $(#[$doc])*
            #[cfg(any(feature = "csr", test))]
            pub(crate) const $name: &[Page] = &[$($page.at($pattern),)+];
        )+
    };
}

table! {
    /// The ways in, which every bundle has.
    DOORS of None;
    "dang-nhap" => door(Bare(sign_in::page));
    "dang-nhap/ma" => door(Bare(sign_in::code));
    "dang-nhap/openid" => door(Bare(openid::page));

    /// What a ballot may be about, and who is asked.
    BOOKS of Some(Chapter::Books);
    "dot-khao-sat" => page(A::ReadBooks, Bare(campaigns::page)).under(Group::Books, |it| it.campaigns);
    "dot-khao-sat/{code}" => page(A::ReadBooks, Of(campaigns::show));
    "dot-khao-sat/{code}/nguoi-duoc-moi" => page(A::ChangeInvitees, Of(invitees::page));
    "dot-khao-sat/{code}/nguoi-duoc-moi/{id}" => page(A::ChangeInvitees, OfTwo(invitees::show));
    "them/dot-khao-sat" => page(A::ChangeCampaigns, Bare(campaigns::new));
    "don-vi" => page(A::ReadBooks, Bare(units::page)).under(Group::Books, |it| it.units);
    "don-vi/{code}" => page(A::ReadBooks, Of(units::show));
    "don-vi/{code}/phien-ban" => page(A::ChangeUnits, Of(unit_versions::rename));
    "don-vi/{code}/phien-ban/{from}" => page(A::ChangeUnits, OfTwo(unit_versions::correct));
    "don-vi/{code}/tach" => page(A::ChangeUnits, Of(splits::page));
    "sap-nhap" => page(A::ChangeUnits, Bare(mergers::page));
    "them/don-vi" => page(A::ChangeUnits, Bare(units::new));
    "thu-tuc" => page(A::ReadBooks, Bare(procedures::page)).under(Group::Books, |it| it.procedures);
    "thu-tuc/{code}" => page(A::ReadBooks, Of(procedures::show));
    "them/thu-tuc" => page(A::ChangeProcedures, Bare(procedures::new));
    "diem-tiep-nhan" => page(A::ReadBooks, Bare(points::page)).under(Group::Books, |it| it.service_points);
    "diem-tiep-nhan/{code}" => page(A::ReadBooks, Of(points::show));
    "them/diem-tiep-nhan" => page(A::ChangeProcedures, Bare(points::new));

    /// What people send in.
    FEEDBACK of Some(Chapter::Feedback);
    "gop-y" => page(A::ReadFeedback, Bare(inbox::page)).under(Group::Feedback, |it| it.inbox);
    "gop-y/{number}" => page(A::ReadFeedback, Of(case::page));

    /// The first page, and figures of feedback.
    FIGURES of Some(Chapter::Figures);
    "" => page(A::OwnAccount, Bare(home::page)).under(Group::Figures, |it| it.home);
    "so-lieu-gop-y" => page(A::ReadFeedback, Bare(case_figures::page)).under(Group::Feedback, |it| it.case_figures);

    /// Figures cut finer, and words beside them.
    DETAILS of Some(Chapter::Details);
    "y-kien" => page(A::ReadComments, Bare(comments::page)).under(Group::Figures, |it| it.comments);
    "chi-so" => page(A::ReadFigures, Bare(breakdown::page)).under(Group::Figures, |it| it.details);
    "chi-so/{kind}/{code}" => page(A::ReadFigures, OfTwo(behind::page));

    /// Working days and goals, what is entered for others, what units ask each other and cannot mend alone.
    GOALS of Some(Chapter::Goals);
    "lich" => page(A::ReadBooks, Bare(calendar::page)).under(Group::Books, |it| it.calendar);
    "muc-tieu" => page(A::ReadBooks, Bare(targets::page)).under(Group::Books, |it| it.targets);
    "muc-tieu/{id}" => page(A::ReadBooks, Of(targets::show));
    "them/muc-tieu" => page(A::ChangeTargets, Bare(targets::new));
    "them/gop-y" => page(A::RegisterFeedback, Bare(register::page));
    "phoi-hop" => page(A::ReadFeedback, Bare(requests::page)).under(Group::Feedback, |it| it.requests);
    "phoi-hop/{id}" => page(A::ReadFeedback, Of(requests::show));
    "them/phoi-hop" => page(A::WorkOnFeedback, Bare(requests::new));
    "bai-hoc" => page(A::ReadFeedback, Bare(lessons::page)).under(Group::Feedback, |it| it.lessons);
    "bai-hoc/{id}" => page(A::ReadFeedback, Of(lessons::show));
    "them/bai-hoc" => page(A::WorkOnFeedback, Bare(lessons::new));
    "kho-khan" => page(A::ReadDifficulties, Bare(difficulties::page)).under(Group::Feedback, |it| it.difficulties);
    "kho-khan/{id}" => page(A::ReadDifficulties, Of(difficulties::show));
    "them/kho-khan" => page(A::ChangeDifficulties, Bare(difficulties::new));
    "mau-tra-loi" => page(A::ChangeTemplates, Bare(templates::page)).under(Group::Feedback, |it| it.templates);
    "mau-tra-loi/{id}" => page(A::ChangeTemplates, Of(templates::show));
    "them/mau-tra-loi" => page(A::ChangeTemplates, Bare(templates::new));
    "nhap/gop-y" => page(A::ImportFeedback, Bare(imports::page));

    /// Who works here, and how the office is set up.
    PEOPLE of Some(Chapter::People);
    "loi-moi/{token}" => door(Of(activation::page));
    "tai-khoan" => page(A::OwnAccount, Bare(me::page));
    "tai-khoan/hai-buoc" => page(A::OwnAccount, Bare(second_factor::page));
    "tai-khoan/ma-khoi-phuc" => page(A::OwnAccount, Bare(second_factor::codes));
    "nguoi-dung" => page(A::ReadAccounts, Bare(accounts::page)).under(Group::Administration, |it| it.accounts);
    "nguoi-dung/{name}" => page(A::ReadAccounts, Of(account::page));
    "them/nguoi-dung" => page(A::ChangeAccounts, Bare(accounts::new));
    "xac-nhan" => page(A::ConfirmAccounts, Bare(confirmations::page)).under(Group::Administration, |it| it.confirmations);
    "khoa" => page(A::ChangeKeys, Bare(keys::page)).under(Group::Administration, |it| it.keys);
    "khoa/{id}" => page(A::ChangeKeys, Of(keys::show));
    "them/khoa" => page(A::ChangeKeys, Bare(keys::new));
    "thong-bao" => page(A::ChangeNotices, Bare(notices::page)).under(Group::Administration, |it| it.notices);
    "thong-bao/{id}" => page(A::ChangeNotices, Of(notices::show));
    "chuong-trinh" => page(A::ChangeNotices, Bare(webhooks::page));
    "chuong-trinh/{id}" => page(A::ChangeNotices, Of(webhooks::show));
    "them/chuong-trinh" => page(A::ChangeNotices, Bare(webhooks::new));
    "cai-dat" => page(A::ChangeSettings, Bare(settings::page)).under(Group::Administration, |it| it.settings);
    "nhat-ky" => page(A::ReadRecord, Bare(record::page)).under(Group::Administration, |it| it.record);
}

/// The chapter whose bundle shows the page at a path; for the ways in, the one that is gone to next.
pub fn chapter(path: &str, next: &str) -> Chapter {
    let found = |path: &str| {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        ADDRESSES.iter().find(|it| path.starts_with(ROOT) && captured(it.pattern, path).is_some())
    };
    let of = |path| found(path).and_then(|address| address.chapter);
    of(path).or_else(|| of(next)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
