//! What is too small to be a row of its own and too small to be left to subtraction.
//!
//! Where a table is told beside the whole, what is in none of its rows follows. Two rules see to it that
//! a handful of ballots neither follows nor blanks what is large:
//!
//! 1. Ballots that name no unit, or no procedure, count in the whole if they are as many people as a
//!    published cell needs. Fewer of them are left out of the publication, and so are fewer that name a
//!    unit and none of its procedures, which would follow from the unit and its procedures: of what is in
//!    no figure no figure tells.
//! 2. A channel or a kind of sampling below that floor is counted with the largest. These tables say how
//!    ballots came, they judge nobody, and a handful does not move the largest row.
//!
//! Small units and procedures are hidden instead, with a partner where it takes one: their figures
//! must not be mixed with another's.

use std::collections::BTreeSet;

use super::{
    Floor,
    sheet::{Group, Line, Sheet, cross},
};
use crate::{ballot::instrument::Instrument, figures::index::By};

/// The lines as a publication counts them.
pub fn settle(mut lines: Vec<Line>, set: &Instrument, floor: Floor) -> Vec<Line> {
    lines.retain(|line| line.ballots > 0);
    leave_out(&mut lines, set, floor);
    fold(&mut lines, By::Channel, set, floor);
    fold(&mut lines, By::Sampling, set, floor);
    lines
}

/// Leaves strays out until none is left that is below the floor: without those of units there may be
/// fewer of procedures.
fn leave_out(lines: &mut Vec<Line>, set: &Instrument, floor: Floor) {
    loop {
        let before = lines.len();
        let small =
            |strays: &[Line]| (1..floor.cell).contains(&Sheet::new(strays, set).whole.judged());
        for is_stray in [|line: &Line| line.unit == 0, |line: &Line| line.procedure == 0] {
            let strays: Vec<Line> = lines.iter().filter(|line| is_stray(line)).cloned().collect();
            // Where all are strays there is no row to take from the whole.
            if small(&strays) && strays.len() < lines.len() {
                lines.retain(|line| !is_stray(line));
            }
        }
        let crossed = cross(lines);
        // What names a unit alone is the unit, unless others name a procedure of it too.
        let has_others = |key: (i64, i64)| {
            let is_beside = |other: &(i64, i64)| match key {
                (0, procedure) => other.0 != 0 && other.1 == procedure,
                (unit, _) => other.0 == unit && other.1 != 0,
            };
            crossed.keys().any(is_beside)
        };
        let is_few = |(key, group): (&(i64, i64), &Group)| {
            let is_stray = key.0 == 0 || key.1 == 0;
            (is_stray && group.judged() < floor.cell && has_others(*key)).then_some(*key)
        };
        let few: BTreeSet<(i64, i64)> = crossed.iter().filter_map(is_few).collect();
        lines.retain(|line| !few.contains(&(line.unit, line.procedure)));
        if lines.len() == before {
            return;
        }
    }
}

fn fold(lines: &mut [Line], by: By, set: &Instrument, floor: Floor) {
    let groups = Sheet::new(lines, set).rows.remove(&by).unwrap_or_default().groups;
    let largest = groups.iter().max_by_key(|(number, group)| (group.judged(), -**number));
    let Some((largest, _)) = largest else { return };
    for line in lines {
        let number = if by == By::Channel { &mut line.channel } else { &mut line.sampling };
        if groups.get(number).is_some_and(|group| group.judged() < floor.cell) {
            *number = *largest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::share::Share;

    fn quick() -> Instrument {
        serde_json::from_str(crate::ballot::instrument::BUILT_IN[1]).unwrap()
    }

    fn line(unit: i64, procedure: i64, (channel, sampling): (i64, i64), n: u64) -> Line {
        let items = vec![Share { num: n, den: n }; 6];
        Line { unit, procedure, channel, sampling, ballots: n, items }
    }

    fn whole(lines: &[Line]) -> u64 {
        lines.iter().map(|line| line.ballots).sum()
    }

    #[test]
    fn a_lone_stray_is_in_no_figure_and_many_strays_are_in_the_whole() {
        let lines = vec![line(1, 1, (1, 4), 40), line(2, 2, (1, 4), 30), line(0, 2, (1, 4), 1)];
        assert_eq!(whole(&settle(lines, &quick(), Floor::default())), 70);
        let lines = vec![line(1, 1, (1, 4), 40), line(2, 0, (1, 4), 30), line(0, 0, (1, 4), 5)];
        assert_eq!(whole(&settle(lines, &quick(), Floor::default())), 75);
    }

    #[test]
    fn leaving_some_out_may_leave_too_few_others() {
        // Six name no procedure; four of them name no unit either, and nobody else.
        let lines = vec![line(1, 1, (1, 4), 40), line(1, 0, (1, 4), 6), line(0, 0, (1, 4), 4)];
        assert_eq!(whole(&settle(lines, &quick(), Floor::default())), 46);
        // Of two units' ballots without a procedure only one unit's are enough.
        let lines = vec![
            line(1, 1, (1, 4), 40),
            line(2, 2, (1, 4), 50),
            line(1, 0, (1, 4), 6),
            line(2, 0, (1, 4), 3),
        ];
        assert_eq!(whole(&settle(lines, &quick(), Floor::default())), 96);
    }

    #[test]
    fn a_small_channel_is_counted_with_the_largest() {
        let lines = vec![line(1, 1, (1, 4), 90), line(1, 1, (2, 3), 1), line(1, 1, (3, 4), 20)];
        let settled = settle(lines, &quick(), Floor::default());
        let sheet = Sheet::new(&settled, &quick());
        let counts = |by: By| -> Vec<(i64, u64)> {
            sheet.rows[&by].groups.iter().map(|(at, group)| (*at, group.n)).collect()
        };
        assert_eq!(counts(By::Channel), [(1, 91), (3, 20)]);
        assert_eq!(counts(By::Sampling), [(4, 111)]);
    }
}
