//! What happens to a case is told outside: once, in working hours, by a link and a code.

mod failures;
mod office;
mod programs;
mod requests;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};
use domain::day::{local_day, local_time, start_of};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, MailServer, OFFICE, Service, Staff, on_both, patiently, patiently_async};
use uuid::Uuid;

on_both!(
    a_step_is_told_to_its_sender_once_by_a_link_and_a_code,
    nothing_goes_out_at_night_or_on_a_day_off,
    each_sender_of_linked_cases_is_told,
    no_sender_gets_more_than_three_a_day,
    whoever_left_no_address_gets_no_letter,
    nothing_is_written_where_no_mail_server_is_set,
);

/// Somebody's address, which no letter's words repeat.
const ADDRESS: &str = "nguoi.gui@example.vn";

/// A service with a mail server, and its people.
pub(super) struct World {
    pub(super) service: Service,
    pub(super) mail: MailServer,
    pub(super) office: Staff,
    pub(super) head: Staff,
    pub(super) handler: Staff,
}

impl World {
    /// At 9:00 of a working day.
    pub(super) async fn open(engine: Engine) -> Self {
        Self::with(engine, &[]).await
    }

    /// The same with further settings.
    pub(super) async fn with(engine: Engine, more: &[(&str, &str)]) -> Self {
        let mail = MailServer::start();
        let settings = mail.settings();
        let settings = settings.each_ref().map(|(name, value)| (*name, value.as_str()));
        let service = Service::with(engine, &[&settings, more].concat()).await;
        service.set_clock(until(9, 0));
        let [office, head, handler] = people(&service).await;
        Self { service, mail, office, head, handler }
    }

    /// Sets the clock to so many minutes after an hour of the working day; sessions of before are over.
    pub(super) async fn at(&mut self, hour: i64, minutes: i64) {
        self.service.set_clock(until(hour, minutes));
        [self.office, self.head, self.handler] = people(&self.service).await;
    }

    /// A case that was entered with its sender's addresses; its number.
    pub(super) async fn case(&self, address: &str) -> i64 {
        let letter = json!({
            "id": Uuid::now_v7(), "kind": "service", "source": "letter", "sent": "2024-01-02",
            "text": "Nộp từ tháng trước, không ai nghe.", "is_formal": true,
            "sender": {"name": "Nguyễn Thị Bê", "phone": "0900 000 123", "address": address},
        });
        let made = self.office.send(Method::POST, &format!("{OFFICE}/feedback"), &letter).await;
        assert_eq!(made.status, 201, "{made:?}");
        made.json()["number"].as_i64().expect("a number")
    }

    /// A case that is taken as ours: its sender is told so.
    pub(super) async fn received(&self) -> i64 {
        let number = self.case(&format!("2 Đồng Khởi; {ADDRESS}")).await;
        self.direct(number, json!({"order": "receive"})).await;
        number
    }

    /// A step of Văn phòng.
    pub(super) async fn direct(&self, number: i64, order: Value) {
        step(&self.office, number, "direction", order).await;
    }

    /// Answers a case that was received.
    pub(super) async fn answer(&self, number: i64) {
        self.direct(number, json!({"order": "assign", "unit": "QLNL"})).await;
        let name = json!({"order": "name", "account": self.handler.name});
        step(&self.head, number, "work", name).await;
        let answer = json!({"order": "submit", "words": "Hồ sơ còn thiếu sơ đồ."});
        step(&self.handler, number, "work", answer).await;
        step(&self.head, number, "approval", json!({"order": "approve"})).await;
    }

    /// Waits for so many letters.
    pub(super) fn letters(&self, count: usize) -> Vec<Value> {
        let come = || Some(self.mail.letters()).filter(|letters| letters.len() >= count);
        let letters = patiently("letters", come);
        assert_eq!(letters.len(), count, "{letters:?}");
        letters
    }

    /// Waits until the notices are so far, the first first, with `-` where a person has to decide.
    pub(super) async fn stages(&self, expected: &[&str]) {
        self.stages_are(|stages| stages == expected).await;
    }

    /// Waits until something holds of how far they are.
    pub(super) async fn stages_are(&self, holds: impl Fn(&[String]) -> bool) {
        let what = "select stage || case when stage = 4 and due is null then '-' else '' end
                    from outbox order by created, id";
        let look = async || {
            let stages = self.service.database.texts(what).await;
            holds(&stages).then_some(())
        };
        patiently_async("the notices' stages", look).await;
    }
}

async fn people(service: &Service) -> [Staff; 3] {
    [
        service.account("office", "VP").await,
        service.account("head", "QLNL").await,
        service.account("handler", "QLNL").await,
    ]
}

/// Seconds from now until so many minutes after an hour of a working day to come.
#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the time it is")]
pub(super) fn until(hour: i64, minutes: i64) -> i64 {
    let at = start_of(weekday(Weekday::Thu)) + TimeDelta::minutes(hour * 60 + minutes);
    (at - Utc::now()).num_seconds()
}

/// The next such day of the week, from tomorrow on.
#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the day it is")]
fn weekday(wanted: Weekday) -> NaiveDate {
    let mut days = (local_day(Utc::now()) + Days::new(1)).iter_days();
    days.find(|day| day.weekday() == wanted).expect("every week has one")
}

/// Takes a step of a case as it is now.
pub(super) async fn step(staff: &Staff, number: i64, door: &str, mut order: Value) {
    let path = format!("{OFFICE}/feedback/{number}");
    order["seen"] = staff.get(&path).await.json()["seen"].clone();
    let done = staff.send(Method::POST, &format!("{path}/{door}"), &order).await;
    assert!([200, 204].contains(&done.status), "{order}: {done:?}");
}

/// A field of a letter.
pub(super) fn text<'a>(letter: &'a Value, field: &str) -> &'a str {
    letter[field].as_str().unwrap_or_else(|| panic!("no {field}: {letter}"))
}

async fn a_step_is_told_to_its_sender_once_by_a_link_and_a_code(engine: Engine) {
    let world = World::open(engine).await;
    let number = world.received().await;
    let letters = world.letters(1);
    let letter = &letters[0];
    assert_eq!(letter["readers"], json!([ADDRESS]));
    assert_eq!(text(letter, "auto"), "auto-generated");
    assert!(text(letter, "from").ends_with("<gop-y@so.example.vn>"), "{letter}");
    assert!(text(letter, "id").ends_with("@so.example.vn>"), "{letter}");
    let (body, subject) = (text(letter, "body"), text(letter, "subject"));
    assert!(body.contains(&format!("{}/tra-cuu", world.service.url())), "{body}");
    assert!(body.contains("GY-") && subject.contains("GY-"), "{letter}");
    for personal in [ADDRESS, "0900", "Bê", "Đồng Khởi", "tháng trước", "PIN:"] {
        assert!(!body.contains(personal) && !subject.contains(personal), "{letter}");
    }
    world.answer(number).await;
    let letters = world.letters(2);
    assert!(text(&letters[1], "body").contains("đã được trả lời"), "{letters:?}");
    assert_ne!(letters[0]["id"], letters[1]["id"]);
    world.stages(&["3", "3"]).await;
    assert_eq!(world.mail.letters().len(), 2, "none twice");
}

async fn nothing_goes_out_at_night_or_on_a_day_off(engine: Engine) {
    let mut world = World::open(engine).await;
    // Thursday evening, Friday before dawn, Friday evening, Saturday noon.
    for (hour, goes) in
        [(17, Weekday::Fri), (29, Weekday::Fri), (24 + 20, Weekday::Mon), (48 + 12, Weekday::Mon)]
    {
        world.at(hour, 1).await;
        let case = world.received().await;
        let due = format!("select cast(due as text) from outbox where feedback = {case}");
        let due = world.service.database.texts(&due).await[0].parse().expect("a moment");
        let due = local_time(DateTime::from_timestamp_millis(due).expect("a moment"));
        assert_eq!((due.weekday(), due.time().to_string().as_str()), (goes, "07:30:00"), "{hour}");
    }
    // What is due by its row alone is looked at once more: the calendar may have changed meanwhile.
    world.service.database.behind("update outbox set due = 1").await.expect("moved");
    let moved = "select cast(due as text) from outbox where due = 1";
    let look = async || world.service.database.texts(moved).await.is_empty().then_some(());
    patiently_async("the notices to wait for Monday", look).await;
    assert_eq!(world.mail.letters().len(), 0);
    world.at(4 * 24 + 8, 0).await;
    world.letters(4);
}

async fn each_sender_of_linked_cases_is_told(engine: Engine) {
    let world = World::open(engine).await;
    let lead = world.received().await;
    let mut addresses = vec![ADDRESS.to_owned()];
    for other in 0..3 {
        addresses.push(format!("nguoi.{other}@example.vn"));
        let linked = world.case(&addresses[other + 1]).await;
        let path = format!("{OFFICE}/feedback/{linked}");
        let seen = world.office.get(&path).await.json()["seen"].clone();
        let order = json!({"order": "link", "case": lead, "seen": seen});
        let linked = world.office.send(Method::POST, &format!("{path}/direction"), &order).await;
        let linked = match linked.status {
            422 => world.office.send(Method::POST, &format!("{path}/work"), &order).await,
            _ => linked,
        };
        assert!(linked.status < 300, "{linked:?}");
    }
    world.answer(lead).await;
    let letters = world.letters(5);
    let answers = letters.iter().filter(|it| text(it, "body").contains("đã được trả lời"));
    let mut told: Vec<&str> = answers.clone().filter_map(|it| it["readers"][0].as_str()).collect();
    told.sort_unstable();
    addresses.sort_unstable();
    assert_eq!(told, addresses);
    let codes: std::collections::BTreeSet<&str> = answers.map(|it| text(it, "subject")).collect();
    assert_eq!(codes.len(), 4, "each under their own code: {codes:?}");
}

async fn no_sender_gets_more_than_three_a_day(engine: Engine) {
    let mut world = World::open(engine).await;
    let number = world.received().await;
    for round in 0..2 {
        let ask = json!({"order": "ask", "day": weekday(Weekday::Thu) + Days::new(5),
            "words": format!("Xin gửi ảnh {round}.")});
        let end = json!({"order": "end_wait"});
        step(&world.office, number, "work", ask).await;
        step(&world.office, number, "work", end).await;
    }
    world.answer(number).await;
    world.letters(3);
    world.stages(&["3", "3", "3", "1"]).await;
    let due = "select cast(due as text) from outbox where stage = 1 and due > created + 3600000";
    let look = async || (world.service.database.texts(due).await.len() == 1).then_some(());
    patiently_async("the fourth to wait for tomorrow", look).await;
    assert_eq!(world.mail.letters().len(), 3);
    world.at(24 + 8, 0).await;
    let letters = world.letters(4);
    assert!(text(&letters[3], "body").contains("đã được trả lời"), "{letters:?}");
}

async fn whoever_left_no_address_gets_no_letter(engine: Engine) {
    let world = World::open(engine).await;
    let number = world.case("2 Đồng Khởi, phường 1").await;
    world.direct(number, json!({"order": "receive"})).await;
    world.stages(&["6"]).await;
    assert_eq!(world.mail.letters().len(), 0);
}

async fn nothing_is_written_where_no_mail_server_is_set(engine: Engine) {
    let mut world = World::open(engine).await;
    world.service.stop();
    world.service.unset("HAILONG_SMTP_URL");
    world.service.serve();
    world.at(10, 0).await;
    world.received().await;
    world.stages(&[]).await;
}
