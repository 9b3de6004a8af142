//! What may be shown to everyone: small groups stay hidden, also from subtraction.

#[cfg(not(target_arch = "wasm32"))]
pub mod again;
#[cfg(not(target_arch = "wasm32"))]
pub mod remainder;
pub mod scheme;
pub mod sheet;
pub mod table;
#[cfg(not(target_arch = "wasm32"))]
pub mod withhold;

/// How many people a group needs before its figures are public. Both are settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Floor {
    /// Any published cell.
    pub cell: u64,
    /// The index of a unit or a procedure.
    pub index: u64,
}

impl Default for Floor {
    fn default() -> Self {
        Self { cell: 5, index: 10 }
    }
}

/// Whether the people of several groups are different people, or the same ones asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    /// Units, months, channels: each person is in one group.
    Apart,
    /// Items and factors: the same people answered them.
    Shared,
}

/// Which of these groups to hide, given the people in each and the fewest that may be shown.
///
/// A group of nobody says nothing about anyone and stays. Where a total stands beside the groups,
/// one hidden group could be had by subtraction, so the next smallest is hidden with it until at
/// least two are hidden and there are as many people in them as the floor.
///
/// This guards one answer against itself, not answers about different periods or units against each
/// other.
pub fn hidden(people: &[u64], floor: u64, kind: People) -> Vec<bool> {
    hidden_beside(&[], people, floor, kind)
}

/// The same where some are hidden for another reason already; a list that is too short says of the
/// rest that they are not.
pub fn hidden_beside(already: &[bool], people: &[u64], floor: u64, kind: People) -> Vec<bool> {
    let already = already.iter().copied().chain(std::iter::repeat(false));
    let mut hidden: Vec<bool> = people
        .iter()
        .zip(already)
        .map(|(n, it)| (it && *n > 0) || (1..floor).contains(n))
        .collect();
    while let Some((count, within)) = small(&hidden, people, kind)
        && (count < 2 || within < floor)
    {
        let next = (0..people.len())
            .filter(|at| !hidden[*at] && people[*at] > 0)
            .min_by_key(|at| people[*at]);
        match next {
            Some(at) => hidden[at] = true,
            None => break,
        }
    }
    hidden
}

/// How many groups are hidden and how many people are in them; nothing, if none is.
fn small(hidden: &[bool], people: &[u64], kind: People) -> Option<(usize, u64)> {
    let within = || hidden.iter().zip(people).filter(|(hidden, _)| **hidden).map(|(_, n)| *n);
    let all = match kind {
        People::Apart => within().sum(),
        People::Shared => within().max()?,
    };
    (within().count() > 0).then(|| (within().count(), all))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_small_group_takes_the_next_smallest_with_it() {
        assert_eq!(hidden(&[3, 40, 12], 5, People::Apart), [true, false, true]);
        assert_eq!(hidden(&[1, 1, 9, 40], 5, People::Apart), [true, true, true, false]);
        assert_eq!(hidden(&[40, 12], 5, People::Apart), [false, false]);
        assert_eq!(hidden(&[0, 12], 5, People::Apart), [false, false]);
        assert_eq!(hidden(&[4], 5, People::Apart), [true]);
    }

    #[test]
    fn the_same_few_people_do_not_add_up() {
        assert_eq!(hidden(&[20, 3, 3, 3], 5, People::Shared), [true; 4]);
        assert_eq!(hidden(&[20, 21, 3, 3], 5, People::Shared), [true, false, true, true]);
    }

    proptest! {
        #[test]
        fn nothing_small_shows_and_nothing_follows_from_a_total(people in prop::collection::vec(0u64..30, 0..12)) {
            let hidden = hidden(&people, 5, People::Apart);
            for (n, hidden) in people.iter().zip(&hidden) {
                prop_assert!(*hidden || *n == 0 || *n >= 5);
            }
            let within: Vec<u64> = people.iter().zip(&hidden).filter(|(_, h)| **h).map(|(n, _)| *n).collect();
            let all = people.iter().filter(|n| **n > 0).count();
            prop_assert!(within.is_empty() || within.len() == all || (within.len() > 1 && within.iter().sum::<u64>() >= 5));
        }
    }
}
