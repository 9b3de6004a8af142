//! Every reason has words of its own.

use chrono::NaiveDate;
use domain::fault::AttachmentReason;

use domain::feedback::steps::Misstep;

use super::*;

/// Every reason.
const ALL: &[Reason] = &[
    Reason::Missing,
    Reason::WrongType,
    Reason::UnknownField,
    Reason::BadId,
    Reason::BadDate,
    Reason::UnknownChoice,
    Reason::UnknownCampaign,
    Reason::NotOpenYet,
    Reason::Closed,
    Reason::OtherWay,
    Reason::OtherUnit,
    Reason::OtherContent,
    Reason::EnteredByHand,
    Reason::UnknownPlaceholder(1, 7),
    Reason::EmptyPlaceholder(1, 7),
    Reason::NoSuchPage,
    Reason::Enough(30),
    Reason::OtherVersion,
    Reason::UnknownItem,
    Reason::Repeated,
    Reason::NotAsked,
    Reason::LevelOutOfRange(5),
    Reason::Empty,
    Reason::TooLong(2000),
    Reason::TooMany(100),
    Reason::TooManyRows(20_000),
    Reason::UnknownServicePoint,
    Reason::UnknownUnit,
    Reason::UnknownProcedure,
    Reason::NotValidThen,
    Reason::UnknownToken,
    Reason::TokenUsed,
    Reason::BadPhone,
    Reason::BadHotline,
    Reason::BadEmail,
    Reason::BadWebAddress,
    Reason::EndsBeforeItBegins,
    Reason::UnknownInstrument,
    Reason::UnknownMethod,
    Reason::TooShort(12),
    Reason::TooCommon,
    Reason::OutOfRange(1, 366),
    Reason::NotPercent,
    Reason::NotWhole,
    Reason::BadName,
    Reason::Taken,
    Reason::WrongSignIn,
    Reason::WrongPassword,
    Reason::WrongCode,
    Reason::NotYoursToGive,
    Reason::NotToOneself,
    Reason::AlreadySet,
    Reason::LastAdministrator,
    Reason::TooManyEntries(50),
    Reason::Overlap(NaiveDate::MIN),
    Reason::EndsBeforeBallots(NaiveDate::MIN),
    Reason::LineBreak,
    Reason::BadCode,
    Reason::BadProcedureCode,
    Reason::BadCampaignCode,
    Reason::Twice,
    Reason::NotThereThen,
    Reason::LeavesBehind,
    Reason::Circle,
    Reason::Frozen,
    Reason::InUse,
    Reason::Full,
    Reason::OtherYear,
    Reason::NotWeekend,
    Reason::NotLinked,
    Reason::LinkedElsewhere,
    Reason::NotShown,
    Reason::ConsentNeeded,
    Reason::UnderAge,
    Reason::Unreachable,
    Reason::Misstep(Misstep::OutOfTurn),
    Reason::Misstep(Misstep::NotTheirs),
    Reason::Misstep(Misstep::SameUnit),
    Reason::Misstep(Misstep::DayPast),
    Reason::Misstep(Misstep::DayTooFar),
    Reason::Misstep(Misstep::OwnText),
    Reason::Misstep(Misstep::HigherLevel),
    Reason::Misstep(Misstep::SkipsLevel),
    Reason::Misstep(Misstep::ReopenedBefore),
    Reason::Misstep(Misstep::WindowOver),
    Reason::Misstep(Misstep::RatedBefore),
    Reason::Misstep(Misstep::LinkedBefore),
    Reason::Misstep(Misstep::NotAgreed),
    Reason::Misstep(Misstep::ConcernFirst),
    Reason::Misstep(Misstep::Plenty),
    Reason::Misstep(Misstep::Nameless),
    Reason::Misstep(Misstep::NotSaid),
    Reason::Misstep(Misstep::LooksPersonal),
];

#[test]
fn no_reason_is_left_out_here() {
    let here: Vec<&str> = ALL.iter().map(|reason| reason.code()).collect();
    let missing: Vec<_> = Reason::CODES.iter().filter(|code| !here.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_reason_is_told_in_its_own_words_in_both_languages() {
    let mut seen = std::collections::HashSet::new();
    for &reason in ALL {
        for lang in [Lang::Vi, Lang::En] {
            let message = fault(lang, &Fault::new("x", reason));
            assert!(message.len() > 20 && message.ends_with('.'), "{reason:?}: {message}");
            assert!(seen.insert(message), "{reason:?} is told like another");
        }
    }
}

#[test]
fn every_reason_against_an_attachment_is_told_in_its_own_words() {
    let all = [
        AttachmentReason::TooManyFiles(5),
        AttachmentReason::TooBig(10),
        AttachmentReason::TooBigTogether(20),
        AttachmentReason::EmptyFile,
        AttachmentReason::WrongKind,
        AttachmentReason::Heic,
        AttachmentReason::Svg,
        AttachmentReason::TooManyPixels(12_000, 50),
        AttachmentReason::BrokenPicture,
        AttachmentReason::BrokenPdf,
        AttachmentReason::LockedPdf,
        AttachmentReason::ActivePdf,
        AttachmentReason::TooManyPages(500),
    ];
    assert_eq!(all.map(AttachmentReason::code), AttachmentReason::CODES);
    let mut seen = std::collections::HashSet::new();
    for reason in all {
        for lang in [Lang::Vi, Lang::En] {
            let message = fault(lang, &Fault::new("attachments[0]", reason.into()));
            assert!(message.len() > 20 && message.ends_with('.'), "{reason:?}: {message}");
            assert!(seen.insert(message), "{reason:?} is told like another");
        }
    }
}

#[test]
fn limits_are_named() {
    let seen = |lang, reason| fault(lang, &Fault::new("x", reason));
    assert!(seen(Lang::Vi, Reason::TooLong(2000)).contains("2.000"));
    assert!(seen(Lang::En, Reason::LevelOutOfRange(3)).contains("1 to 3"));
}
