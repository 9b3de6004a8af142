//! Whose turn a step is, what the log says of it, and its words.

use chrono::NaiveDate;
use domain::feedback::{
    event::{Actor, Step},
    kind::Level,
};

use super::{Desk, Opened};
use crate::{
    demo::{
        accounts::account_of,
        cases::plan::{Move, Plan},
    },
    problem::Problem,
};

impl Desk<'_> {
    /// Who takes a step, which it is for the log, and its words; nothing where nobody can.
    pub(super) fn line(
        &self,
        it: &Opened,
        plan: &Plan,
        step: Move,
        day: NaiveDate,
    ) -> Option<(Actor, Step, Option<String>)> {
        let actor = match step {
            Move::Add | Move::Rate(_) | Move::Reopen => Actor::Sender,
            Move::Support(_) | Move::Promise(_) | Move::PutOff(_) | Move::Note | Move::Submit => {
                let account = self.holder(it)?;
                Actor::Staff { account, level: Level::Unit }
            }
            Move::Call if it.case.level == Level::Unit => {
                Actor::Staff { account: self.holder(it)?, level: Level::Unit }
            }
            Move::Call
            | Move::Refuse(_)
            | Move::Assign(_)
            | Move::Settle
            | Move::SendBack
            | Move::Approve
            | Move::Finish(_) => self.above(it)?,
            _ => self.staff("demo.office", Level::Office).ok()?,
        };
        let taken = self.taken(it, plan, step, day)?;
        Some((actor, taken, words(plan, step).map(str::to_owned)))
    }

    /// A step as a line of the log says it.
    fn taken(&self, it: &Opened, plan: &Plan, step: Move, day: NaiveDate) -> Option<Step> {
        let after = |days| self.books.calendar.after(day, days);
        let unit = |code: Option<&str>| {
            let code = code.unwrap_or(&plan.matter.unit);
            self.books.catalogue.unit_named_on(code, day).map(|version| version.unit)
        };
        Some(match step {
            Move::Receive => Step::Received,
            Move::Refuse(ground) => Step::Refused { ground },
            Move::Ask(days) => Step::Asked { until: after(days) },
            Move::Add => Step::Added,
            Move::Assign(code) => Step::Assigned { unit: unit(code)? },
            Move::Name => Step::Named { account: self.holder(it)? },
            Move::Support(code) => Step::Supported { unit: unit(Some(code))? },
            Move::Offer(code) => Step::Offered { unit: unit(code)? },
            Move::Accept => Step::Accepted,
            Move::Return => Step::Returned,
            Move::Promise(days) => Step::Promised { on: after(days) },
            Move::PutOff(days) => Step::PutOff { until: after(days) },
            Move::Note => Step::Noted,
            Move::Settle => Step::Settled,
            Move::Submit => Step::Submitted,
            Move::SendBack => Step::SentBack,
            Move::Approve => Step::Approved,
            Move::Publish => Step::Published,
            Move::Unpublish => Step::Unpublished,
            Move::Rate(rating) => Step::Rated { rating },
            Move::Reopen => Step::Reopened,
            Move::Call => Step::Called,
            Move::Finish(days) => Step::Finished { on: self.books.calendar.after(plan.day, days) },
        })
    }

    /// Whoever is as far up as the case: Văn phòng, or the leadership where it went there.
    pub(super) fn above(&self, it: &Opened) -> Option<Actor> {
        match it.case.level {
            Level::Leadership => self.staff("demo.leadership", Level::Leadership),
            _ => self.staff("demo.office", Level::Office),
        }
        .ok()
    }

    /// The handler of the unit that leads.
    fn holder(&self, it: &Opened) -> Option<i64> {
        let code = it.case.lead().and_then(|unit| self.books.catalogue.newest(unit))?.code.as_str();
        self.people.get(&account_of(code)).copied()
    }

    pub(super) fn staff(&self, name: &str, level: Level) -> Result<Actor, Problem> {
        let account = self.people.get(name).copied().ok_or(Problem::Broken)?;
        Ok(Actor::Staff { account, level })
    }
}

/// The words that go with a step.
fn words(plan: &Plan, step: Move) -> Option<&str> {
    Some(match step {
        Move::Refuse(_) => "Việc này do cơ quan khác giải quyết; xin gửi đến cơ quan ấy.",
        Move::Ask(_) => "Xin cho biết ngày nộp hồ sơ.",
        Move::Add => "Tôi nộp ngày 5, có giấy hẹn.",
        Move::Support(_) => "Nhờ phối hợp phần cơ sở vật chất.",
        Move::Offer(_) => "Việc này thuộc phần việc của phòng bạn.",
        Move::Return => "Không thuộc phần việc của chúng tôi.",
        Move::Promise(_) => "Việc cần kiểm tra tại chỗ, sẽ trả lời sau.",
        Move::PutOff(_) => "Chờ biên bản kiểm tra.",
        Move::Note => "Đã gọi cho người gửi.",
        Move::Settle => "Giao đơn vị giải quyết ngay.",
        Move::Submit => &plan.matter.answer,
        Move::SendBack => "Viết rõ thời hạn hơn.",
        Move::Unpublish => "Người gửi không đồng ý công khai.",
        Move::Call => "Đã gọi, nghe ý kiến và nói rõ việc sẽ sửa.",
        Move::Reopen => "Thực tế vẫn chưa được giải quyết.",
        Move::Finish(_) => "Đã trả lời trên hệ thống kia.",
        _ => return None,
    })
}
