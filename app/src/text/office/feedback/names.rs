//! What kinds, sources, states, levels, grounds, ratings and tabs are called by those who work here.

use domain::{
    feedback::kind::{Ground, Level, Rating, State},
    office::feedback::inbox::Tab,
};

pub(crate) use crate::text::{case_kind as kind, case_source as source};

words! {
    /// Where a case stands.
    pub(crate) fn state(lang, state: State) -> &'static str {
        State::New => "mới gửi", "new";
        State::Received => "chờ giao", "to be assigned";
        State::MoreInfo => "chờ bổ sung", "waiting for the sender";
        State::Assigned => "đã giao đơn vị", "with a unit";
        State::InProgress => "đang xử lý", "in progress";
        State::Transfer => "chờ nơi nhận đồng ý", "offered to another unit";
        State::AwaitingApproval => "chờ duyệt", "awaiting approval";
        State::AwaitingPublication => "chờ công khai", "awaiting publication";
        State::Published => "đã công khai", "published";
        State::Answered => "đã trả lời, không công khai", "answered, not published";
        State::Refused => "không thuộc thẩm quyền", "not ours";
    }
}

words! {
    /// How far up a case is.
    pub(crate) fn level(lang, level: Level) -> &'static str {
        Level::Unit => "đơn vị", "its unit";
        Level::Office => "Văn phòng Sở", "the department office";
        Level::Leadership => "Lãnh đạo Sở", "the leadership";
    }
}

words! {
    /// Why a case is refused.
    pub(crate) fn ground(lang, ground: Ground) -> &'static str {
        Ground::Complaint => "Là khiếu nại, giải quyết theo Luật Khiếu nại", "A complaint: another law applies";
        Ground::Denunciation => "Là tố cáo, giải quyết theo Luật Tố cáo", "A denunciation: another law applies";
        Ground::OtherBody => "Thuộc thẩm quyền cơ quan khác", "Another body is in charge";
        Ground::Unanswerable => "Không có nội dung trả lời được", "Nothing in it can be answered";
        Ground::AnsweredBefore => "Đã trả lời, không có tình tiết mới", "Answered before, and nothing new";
    }
}

words! {
    /// What the sender thinks of the answer.
    pub(crate) fn rating(lang, rating: Rating) -> &'static str {
        Rating::Dissatisfied => "không hài lòng", "not satisfied";
        Rating::Acceptable => "chấp nhận được", "acceptable";
        Rating::Satisfied => "hài lòng", "satisfied";
    }
}

words! {
    /// A tab of the inbox.
    pub(crate) fn tab(lang, tab: Tab) -> &'static str {
        Tab::Mine => "Của tôi", "Mine";
        Tab::Unit => "Đơn vị tôi", "My unit";
        Tab::Unassigned => "Chưa giao", "Unassigned";
        Tab::DueSoon => "Sắp hạn", "Due soon";
        Tab::Overdue => "Quá hạn", "Overdue";
        Tab::Escalated => "Chuyển lên", "Escalated";
        Tab::Waiting => "Chờ người gửi", "Waiting";
        Tab::PutOff => "Hẹn lại", "Put off";
        Tab::Supporting => "Phối hợp", "Helping";
        Tab::Added => "Có bổ sung", "Added to";
        Tab::Finished => "Đã xong", "Finished";
    }
}

words! {
    /// What it means that a tab is empty.
    pub(crate) fn empty(lang, tab: Tab) -> &'static str {
        Tab::Mine => "Không có việc nào giao cho bạn.", "No case is with you.";
        Tab::Unit => "Đơn vị không chủ trì việc nào và không có việc nào chuyển đến chờ nhận.",
            "Your unit leads no case, and none is offered to it.";
        Tab::Unassigned => "Việc nào trong phạm vi của bạn cũng đã có đơn vị chủ trì.",
            "Every case within your reach has a lead unit.";
        Tab::DueSoon => "Không có việc nào hết hạn trong hai ngày làm việc tới.",
            "Nothing is due within two working days.";
        Tab::Overdue => "Không có việc nào quá hạn.", "Nothing is overdue.";
        Tab::Escalated => "Không có việc nào đang ở Văn phòng Sở hay Lãnh đạo Sở chờ quyết định.",
            "No case was taken further up.";
        Tab::Waiting => "Không có việc nào đang chờ người gửi bổ sung.", "No sender is waited for.";
        Tab::PutOff => "Không có việc nào đang hẹn lại.", "Nothing is put off.";
        Tab::Supporting => "Đơn vị không phối hợp việc nào.", "Your unit helps with no case.";
        Tab::Added => "Không có lời bổ sung nào chưa xem.", "Nothing that senders added is left to see to.";
        Tab::Finished => "Chưa có việc nào xong.", "No case is finished yet.";
    }
}
