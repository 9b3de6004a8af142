//! What shall happen to a case: drawn with it, and stopped by what the rules of a day do not allow.

use chrono::NaiveDate;
use domain::feedback::kind::{Ground, Rating, Source};
use fastrand::Rng;
use uuid::{Builder, Uuid};

use super::matter::{self, Matter};
use crate::node::Books;

const SEED: u64 = 0x5EED_0000_FEED_BACC;
/// The days of a hundred on which somebody asks to be called back.
const CALLS: u32 = 6;
/// Units that something is wrongly given to first.
const OTHERS: [&str; 3] = ["QLCN", "KTATMT", "QLNL"];

/// Something that is done to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Takes it as ours.
    Receive,
    /// Refuses it.
    Refuse(Ground),
    /// So many working days long.
    Ask(u32),
    /// The sender adds something.
    Add,
    /// To a unit by its code; without one to the unit of the matter.
    Assign(Option<&'static str>),
    /// To the handler of its unit.
    Name,
    /// Another unit helps.
    Support(&'static str),
    /// To another unit; without one to that of the matter.
    Offer(Option<&'static str>),
    /// That unit accepts.
    Accept,
    /// That unit returns it.
    Return,
    /// For an answer so many working days later.
    Promise(u32),
    /// For so many working days.
    PutOff(u32),
    /// A note.
    Note,
    /// Decided further up; nothing where it was not taken up.
    Settle,
    /// An answer to be approved.
    Submit,
    /// To be written anew.
    SendBack,
    /// Approved.
    Approve,
    /// Published.
    Publish,
    /// Not published.
    Unpublish,
    /// Rated by its sender.
    Rate(Rating),
    /// Its sender asks for another look.
    Reopen,
    /// Answered by another system so many working days after it was sent.
    Finish(u32),
    /// Called back, after what it went up for was decided.
    Call,
}

/// What happens, each so many working days after a case was sent.
type Moves = Vec<(u32, Move)>;

/// A case as it is drawn.
#[derive(Debug)]
pub struct Plan {
    /// Its id.
    pub id: Uuid,
    /// The day it is sent.
    pub day: NaiveDate,
    /// What it is about.
    pub matter: &'static Matter,
    /// How it comes.
    pub source: Source,
    /// Whether its sender gives a name.
    pub is_formal: bool,
    /// Whether its sender agrees to its publication.
    pub is_publishable: bool,
    /// A number for names and telephones.
    pub number: u32,
    /// What happens, each so many working days after it was sent.
    pub moves: Moves,
    /// Cases of the same matter.
    pub followers: Vec<Plan>,
}

/// The cases of a day; most are sent on working days.
pub fn of_day(books: &Books, day: NaiveDate) -> Vec<Plan> {
    let number = domain::day::number(day).unsigned_abs();
    let mut rng = Rng::with_seed(SEED ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let chances = if books.calendar.is_working(day) { [60, 20] } else { [10, 0] };
    let count = chances.iter().filter(|chance| rng.u32(0..100) < **chance).count();
    let mut plans: Vec<Plan> = (0..count).map(|_| Plan::drawn(&mut rng, day)).collect();
    if rng.u32(0..100) < CALLS {
        plans.push(Plan::called(&mut rng, day));
    }
    plans
}

impl Plan {
    fn drawn(rng: &mut Rng, day: NaiveDate) -> Self {
        let matter = matter::drawn(rng);
        let mut plan = Self::sent(rng, day, matter);
        let pace = rng.u32(0..6);
        plan.moves = moves(rng, pace, plan.is_publishable);
        if plan.source != Source::Website {
            plan.moves.retain(|(_, step)| !is_of_sender(*step));
        }
        if rng.u32(0..100) < 6 {
            let count = rng.usize(1..4);
            plan.followers = (0..count).map(|_| plan.follower(rng)).collect();
        }
        plan
    }

    /// Somebody who rated poorly and asked to be called.
    fn called(rng: &mut Rng, day: NaiveDate) -> Self {
        use Move as M;
        let matter = matter::drawn(rng);
        let plan = Self::sent(rng, day, matter);
        let after = if rng.u32(0..100) < 85 { 1 } else { 4 };
        let mut moves =
            vec![(after, M::Receive), (after, M::Assign(None)), (after, M::Name), (after, M::Call)];
        let rating = match rng.u32(0..100) {
            0..50 => Some(Rating::Satisfied),
            50..70 => Some(Rating::Acceptable),
            70..80 => Some(Rating::Dissatisfied),
            _ => None,
        };
        moves.extend(rating.map(|rating| (after + 1, M::Rate(rating))));
        let (source, is_formal, is_publishable) = (Source::Ballot, false, false);
        Self { source, is_formal, is_publishable, moves, ..plan }
    }

    fn sent(rng: &mut Rng, day: NaiveDate, matter: &'static Matter) -> Self {
        let source = match rng.u32(0..100) {
            0..45 => Source::Website,
            45..65 => Source::Portal,
            65..80 => Source::Hotline,
            80..88 => Source::InPerson,
            88..92 => Source::Letter,
            92..95 => Source::Email,
            95..98 => Source::Zalo,
            _ => Source::Other,
        };
        let is_formal = rng.u32(0..100) < 82;
        Self {
            id: Builder::from_random_bytes(rng.u128(..).to_be_bytes()).into_uuid(),
            day,
            matter,
            source,
            is_formal,
            is_publishable: is_formal && rng.u32(0..100) < 70,
            number: rng.u32(100..1000),
            moves: Vec::new(),
            followers: Vec::new(),
        }
    }

    /// Somebody else with the same matter, on the same day.
    fn follower(&self, rng: &mut Rng) -> Self {
        Self { moves: vec![(0, Move::Receive)], ..Self::sent(rng, self.day, self.matter) }
    }
}

/// What only whoever sent it through our own page can do.
fn is_of_sender(step: Move) -> bool {
    matches!(step, Move::Add | Move::Rate(_) | Move::Reopen)
}

/// What happens, drawn by how often it happens.
fn moves(rng: &mut Rng, pace: u32, is_publishable: bool) -> Moves {
    use Move as M;
    let late = rng.u32(16..45);
    let mut moves = match begun(rng, pace, late) {
        Ok(moves) => moves,
        Err(whole) => return whole,
    };
    let is_late = rng.u32(0..100) < 12;
    let from = moves.last().map_or(2, |(at, _)| *at).max(if is_late { late } else { 3 });
    let answered = from + 1 + pace;
    moves.push((answered, M::Settle));
    moves.push((answered, M::Submit));
    if rng.u32(0..100) < 8 {
        moves.extend([(answered, M::SendBack), (answered + 1, M::Submit)]);
    }
    moves.push((answered + 1, M::Approve));
    let end = answered + 1 + rng.u32(0..3);
    moves.push((end, if is_publishable { M::Publish } else { M::Unpublish }));
    moves.extend(afterwards(rng, end));
    moves
}

/// What happens until somebody writes an answer; or all of it, where it ends sooner.
fn begun(rng: &mut Rng, pace: u32, late: u32) -> Result<Moves, Moves> {
    use Move as M;
    let given = vec![(1, M::Receive), (1, M::Assign(None)), (2, M::Name)];
    Ok(match rng.u32(0..100) {
        0..7 => return Err(vec![(rng.u32(1..4), M::Refuse(Ground::OtherBody))]),
        7..9 => return Err(vec![(1, M::Refuse(Ground::Complaint))]),
        9..12 => return Err(vec![(rng.u32(12..60), M::Finish(rng.u32(3..12)))]),
        // Nobody looks for a long time: the clock takes it up, and Văn phòng gives it out late.
        12..15 => [
            (late, M::Receive),
            (late, M::Assign(None)),
            (late + 1, M::Settle),
            (late + 1, M::Name),
        ]
        .to_vec(),
        15..23 => [
            &given[..1],
            &[(2, M::Ask(8)), (4 + pace, M::Add)],
            &[(11, M::Assign(None)), (12, M::Name)],
        ]
        .concat(),
        // No answer to the question: the clock ends the wait.
        23..27 => [&given[..], &[(3, M::Ask(5)), (10, M::Note)]].concat(),
        27..33 => {
            let wrong = OTHERS[rng.usize(..OTHERS.len())];
            vec![
                (1, M::Receive),
                (1, M::Assign(Some(wrong))),
                (3, M::Offer(None)),
                (4, M::Accept),
                (5, M::Name),
            ]
        }
        33..37 => {
            [&given[..], &[(3, M::Offer(Some("TTRA"))), (5, M::Return), (6, M::Name)]].concat()
        }
        // Pushed around: back to a unit that had it.
        37..41 => vec![
            (1, M::Receive),
            (1, M::Assign(Some("KTATMT"))),
            (2, M::Offer(None)),
            (3, M::Accept),
            (5, M::Offer(Some("KTATMT"))),
            (6, M::Settle),
            (7, M::Return),
            (8, M::Name),
        ],
        41..46 => [&given[..], &[(8, M::Promise(10)), (9, M::Note)]].concat(),
        46..50 => [&given[..], &[(4, M::PutOff(5))]].concat(),
        50..54 => [&given[..], &[(3, M::Support("VP"))]].concat(),
        _ => given,
    })
}

/// What the sender makes of the answer.
fn afterwards(rng: &mut Rng, end: u32) -> Moves {
    use Move as M;
    let again = [
        (end + 5, M::Rate(Rating::Dissatisfied)),
        (end + 6, M::Reopen),
        (end + 7, M::Assign(None)),
        (end + 8, M::Name),
        (end + 12, M::Submit),
        (end + 13, M::Approve),
        (end + 14, M::Publish),
    ];
    match rng.u32(0..100) {
        0..35 => vec![(end + 2, M::Rate(Rating::Satisfied))],
        35..48 => vec![(end + 3, M::Rate(Rating::Acceptable))],
        48..55 => again.to_vec(),
        _ => Vec::new(),
    }
}
