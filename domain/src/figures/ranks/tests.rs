//! Who comes before whom, and who does not.

use proptest::prelude::*;

use super::*;
use crate::figures::share::Share;

fn units(counts: &[(u64, u64)]) -> Vec<Option<Estimate>> {
    counts.iter().map(|&(num, den)| Estimate::of(Share { num, den })).collect()
}

#[test]
fn three_of_three_is_not_ahead_of_thousands() {
    let places = places(&units(&[(3, 3), (2760, 3000)]), 0.05);
    assert_eq!(places, [Some(Places { best: 1, worst: 2 }); 2]);
    let [Some(tiny), Some(large)] = places[..] else { panic!("both have places") };
    assert!(!tiny.is_before(large) && !large.is_before(tiny));
}

#[test]
fn what_differs_is_an_order_and_what_does_not_shares_its_places() {
    let found = places(&units(&[(950, 1000), (800, 1000), (0, 0), (805, 1000), (500, 1000)]), 0.05);
    let place = |best, worst| Some(Places { best, worst });
    assert_eq!(found, [place(1, 1), place(2, 3), None, place(2, 3), place(4, 4)]);
    assert!(found[0].unwrap().is_before(found[1].unwrap()));
    assert!(!found[1].unwrap().is_before(found[3].unwrap()));
    assert!(places(&[], 0.05).is_empty());
}

proptest! {
    #[test]
    fn a_range_holds_the_place_by_the_figures_alone(
        counts in prop::collection::vec((0u64..=60, 60u64..=300), 1..12),
    ) {
        let shares: Vec<Share> = counts.into_iter().map(|(num, den)| Share { num, den }).collect();
        let estimates: Vec<_> = shares.iter().map(|share| Estimate::of(*share)).collect();
        for (share, places) in shares.iter().zip(places(&estimates, 0.05)) {
            let places = places.unwrap();
            let better = shares.iter().filter(|other| other.compare(*share).is_gt()).count();
            prop_assert!(places.best <= better + 1 && better < places.worst);
        }
    }
}
