//! The closed lists of feedback: what it is about, how it came, where it stands, how far up it is.

use crate::code::codes;

codes! {
    /// What somebody writes about.
    Kind {
        /// Papers, fees or time limits that are unreasonable or unclear (quy định, thủ tục).
        Regulation = 1 "regulation",
        /// What an official or a room did (thái độ, cách làm việc).
        Conduct = 2 "conduct",
        /// Waiting, rooms, pages and machines (chất lượng phục vụ).
        Service = 3 "service",
        /// A better way (hiến kế).
        Proposal = 4 "proposal",
        /// Something done well (khen ngợi).
        Praise = 5 "praise",
    }
}

codes! {
    /// How a case came to the department (DOMAIN §4). A number of another system is unique per source.
    Source {
        /// Through this program's own page.
        Website = 1 "website",
        /// The National Public Service Portal.
        Portal = 2 "portal",
        /// The hotline 1022.
        Hotline = 3 "hotline",
        /// At a counter.
        InPerson = 4 "in_person",
        /// By letter.
        Letter = 5 "letter",
        /// By e-mail.
        Email = 6 "email",
        /// By Zalo.
        Zalo = 7 "zalo",
        /// Another way.
        Other = 8 "other",
        /// A poor rating on a ballot whose sender agreed to be called.
        Ballot = 9 "ballot",
    }
}

codes! {
    /// Where a case stands (DOMAIN §4).
    State {
        /// Sent, and nobody has looked yet.
        New = 1 "new",
        /// Taken as ours (tiếp nhận).
        Received = 2 "received",
        /// The sender was asked for more, or an answer of theirs is awaited (chờ bổ sung).
        MoreInfo = 3 "more_info",
        /// With its lead unit, without a person yet.
        Assigned = 4 "assigned",
        /// With a named person of its lead unit.
        InProgress = 5 "in_progress",
        /// Offered to another unit, which accepts or returns it. The old unit leads until then.
        Transfer = 6 "transfer",
        /// The answer waits for approval.
        AwaitingApproval = 7 "awaiting_approval",
        /// Answered; its publication is being prepared.
        AwaitingPublication = 8 "awaiting_publication",
        /// Answered and published.
        Published = 9 "published",
        /// Answered, and for a reason not published.
        Answered = 10 "answered",
        /// Not ours, and the sender knows where to go.
        Refused = 11 "refused",
    }
}

impl State {
    /// Whether the sender has the department's last word.
    pub fn is_finished(self) -> bool {
        matches!(self, Self::Published | Self::Answered | Self::Refused)
    }

    /// Whether the answer was given: its words are frozen.
    pub fn is_answered(self) -> bool {
        matches!(self, Self::AwaitingPublication | Self::Published | Self::Answered)
    }

    /// What the sender is told.
    pub fn public(self) -> PublicState {
        match self {
            Self::New => PublicState::Sent,
            Self::Received => PublicState::Received,
            Self::Assigned | Self::InProgress | Self::Transfer | Self::AwaitingApproval => {
                PublicState::InProgress
            }
            Self::MoreInfo => PublicState::MoreInfo,
            Self::AwaitingPublication | Self::Answered => PublicState::Answered,
            Self::Published => PublicState::Published,
            Self::Refused => PublicState::Referred,
        }
    }
}

codes! {
    /// The public words for where a case stands (DOMAIN §4). "Closed" is none of them.
    PublicState {
        /// Đã gửi.
        Sent = 1 "sent",
        /// Đã tiếp nhận.
        Received = 2 "received",
        /// Đang xử lý.
        InProgress = 3 "in_progress",
        /// Chờ bổ sung.
        MoreInfo = 4 "more_info",
        /// Đã trả lời.
        Answered = 5 "answered",
        /// Đã công khai.
        Published = 6 "published",
        /// Không thuộc thẩm quyền, with where to go.
        Referred = 7 "referred",
    }
}

codes! {
    /// How far up a case is, and how far up a person is: unit → Văn phòng Sở → Lãnh đạo Sở (letter B7).
    Level {
        /// The lead unit.
        Unit = 1 "unit",
        /// Văn phòng Sở.
        Office = 2 "office",
        /// Lãnh đạo Sở.
        Leadership = 3 "leadership",
    }
}

impl Level {
    /// The next one up.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Unit => Some(Self::Office),
            Self::Office => Some(Self::Leadership),
            Self::Leadership => None,
        }
    }
}

codes! {
    /// Why a case is refused. Each names a body and the next step to its sender.
    Ground {
        /// A complaint (khiếu nại): another law, another way.
        Complaint = 1 "complaint",
        /// A denunciation (tố cáo): another law, another way.
        Denunciation = 2 "denunciation",
        /// Another body is in charge.
        OtherBody = 3 "other_body",
        /// Nothing that can be answered: no content, insults, advertising.
        Unanswerable = 4 "unanswerable",
        /// Answered before, and nothing new in it.
        AnsweredBefore = 5 "answered_before",
    }
}

codes! {
    /// What the sender thinks of the answer.
    Rating {
        /// Không hài lòng.
        Dissatisfied = 1 "dissatisfied",
        /// Chấp nhận được.
        Acceptable = 2 "acceptable",
        /// Hài lòng.
        Satisfied = 3 "satisfied",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_a_public_word_and_only_an_end_is_finished() {
        let names = |keep: fn(&State) -> bool| -> Vec<&str> {
            State::ALL.iter().filter(|state| keep(state)).map(|state| state.name()).collect()
        };
        assert_eq!(names(|it| it.is_finished()), ["published", "answered", "refused"]);
        assert_eq!(names(|it| it.is_answered()), ["awaiting_publication", "published", "answered"]);
        let public: Vec<&str> = State::ALL.iter().map(|it| it.public().name()).collect();
        assert_eq!(
            public,
            [
                "sent",
                "received",
                "more_info",
                "in_progress",
                "in_progress",
                "in_progress",
                "in_progress",
                "answered",
                "published",
                "answered",
                "referred"
            ]
        );
    }

    #[test]
    fn no_level_is_skipped() {
        assert_eq!(Level::Unit.next(), Some(Level::Office));
        assert_eq!(Level::Office.next(), Some(Level::Leadership));
        assert_eq!(Level::Leadership.next(), None);
    }
}
