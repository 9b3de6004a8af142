//! Published figures of the national satisfaction index and its sampling rule.

use domain::{
    Instrument, Method, Share, Tally,
    ballot::instrument::BUILT_IN,
    figures::{
        index::{By, Cell, group, row},
        sample,
        share::decimal,
    },
};

#[test]
fn the_national_index_of_2024_is_its_items_pooled() {
    // With complete ballots every item has as many answers as another: 10 000 stand for them.
    let policy = Share { num: 23 * 8384, den: 23 * 10_000 };
    let service = Share { num: 16 * 8409, den: 16 * 10_000 };
    let pooled: Share = [policy, service].into_iter().sum();
    assert_eq!(pooled.percent().map(decimal).as_deref(), Some("83.94"));
    assert_eq!(service.percent().map(decimal).as_deref(), Some("84.09"));
}

#[test]
fn the_service_set_pools_to_its_published_index() {
    let set: Instrument = serde_json::from_str(BUILT_IN[0]).expect("the built-in set is sound");
    let tally = Tally { levels: [500, 500, 591, 4000, 4409], na: 7 };
    let items = (1..).zip(&set.items).filter(|(_, item)| item.counts());
    let cells: Vec<Cell> = items.map(|(item, _)| Cell { group: 0, item, tally }).collect();
    assert_eq!(cells.len(), 16);
    let all = &group(&cells, By::Month, &set)[&0];
    let figure = row(all, all, By::Month, &set, Method::TopTwo);
    assert_eq!((figure.num, figure.den), (Some(16 * 8409), Some(160_000)));
    assert_eq!(figure.percent.as_deref(), Some("84.09"));
    for (place, percent) in group(&cells, By::Factor, &set) {
        let figure = row(&percent, &percent, By::Factor, &set, Method::TopTwo);
        assert_eq!(figure.percent.as_deref(), Some("84.09"), "factor {place}");
    }
}

#[test]
fn the_published_sample_sizes_come_out() {
    assert_eq!([2270, 60].map(sample::size), [341, 53]);
}
