//! A mail server that is away, refuses or cuts the line, and servers that die: nothing is lost, and
//! nothing is sent twice but what is marked so.

use serde_json::Value;
use tests::{Engine, on_both};

use super::{World, text};

on_both!(
    a_mail_server_that_comes_back_gets_every_letter_once,
    what_is_refused_for_now_is_tried_again_and_what_is_refused_for_good_is_not,
    a_line_that_is_cut_before_the_answer_is_tried_once_more_under_the_same_id,
    a_server_killed_before_a_letter_left_loses_nothing_and_sends_it_once,
    a_server_killed_while_a_letter_left_says_that_it_does_not_know,
    of_several_servers_one_sends,
);

/// What all these letters are known by.
fn ids(letters: &[Value]) -> Vec<&str> {
    let mut ids: Vec<&str> = letters.iter().map(|letter| text(letter, "id")).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Waits until every notice was tried so often.
async fn tried(world: &World, times: i64) {
    let what = format!("select cast(id as text) from outbox where tries < {times}");
    let look = async || world.service.database.texts(&what).await.is_empty().then_some(());
    tests::patiently_async("the notices to be tried", look).await;
}

async fn a_mail_server_that_comes_back_gets_every_letter_once(engine: Engine) {
    let mut world = World::open(engine).await;
    world.mail.stop();
    for _ in 0..3 {
        world.received().await;
    }
    tried(&world, 1).await;
    world.stages(&["1", "1", "1"]).await;
    world.at(9, 20).await;
    tried(&world, 2).await;
    world.mail.again();
    world.at(10, 30).await;
    let letters = world.letters(3);
    world.stages(&["3", "3", "3"]).await;
    assert_eq!((ids(&letters).len(), world.mail.letters().len()), (3, 3));
}

async fn what_is_refused_for_now_is_tried_again_and_what_is_refused_for_good_is_not(
    engine: Engine,
) {
    let mut world = World::open(engine).await;
    world.mail.be("later");
    world.received().await;
    tried(&world, 1).await;
    world.stages(&["1"]).await;
    world.mail.be("take");
    world.at(9, 10).await;
    world.letters(1);
    world.stages(&["3"]).await;
    for mode in ["refuse", "refuse_content"] {
        world.mail.be(mode);
        world.received().await;
    }
    world.stages(&["3", "5", "5"]).await;
    assert_eq!(world.mail.letters().len(), 1);
}

async fn a_line_that_is_cut_before_the_answer_is_tried_once_more_under_the_same_id(engine: Engine) {
    let mut world = World::open(engine).await;
    world.mail.be("drop");
    world.received().await;
    world.stages(&["4"]).await;
    assert_eq!(world.mail.letters().len(), 1);
    world.at(9, 10).await;
    world.stages(&["4-"]).await;
    let letters = world.letters(2);
    assert_eq!(ids(&letters).len(), 1, "{letters:?}");
    world.mail.be("take");
    world.at(12, 0).await;
    world.received().await;
    world.letters(3);
    world.stages(&["4-", "3"]).await;
}

async fn a_server_killed_before_a_letter_left_loses_nothing_and_sends_it_once(engine: Engine) {
    let mut world = World::open(engine).await;
    world.mail.stop();
    world.received().await;
    world.service.kill();
    world.mail.again();
    world.service.serve();
    world.at(9, 30).await;
    world.letters(1);
    world.stages(&["3"]).await;
}

async fn a_server_killed_while_a_letter_left_says_that_it_does_not_know(engine: Engine) {
    let mut world = World::open(engine).await;
    world.mail.be("hold");
    world.received().await;
    world.letters(1);
    world.stages(&["2"]).await;
    world.service.kill();
    world.mail.be("take");
    world.service.serve();
    world.at(9, 30).await;
    let letters = world.letters(2);
    assert_eq!(ids(&letters).len(), 1, "once more under the same id, and marked so until then");
    world.stages(&["3"]).await;
    let unsure = world.service.database.texts("select cast(unsure as text) from outbox").await;
    assert_eq!(unsure, ["1"]);
}

async fn of_several_servers_one_sends(engine: Engine) {
    let mut world = World::open(engine).await;
    if engine == Engine::Sqlite {
        // A file has one server.
        return;
    }
    let others = [world.service.beside(), world.service.beside()];
    for other in &others {
        other.set_clock(super::until(9, 1));
    }
    // A server whose clock was behind when it started may have ended sessions of the time to come.
    world.at(9, 1).await;
    for _ in 0..12 {
        world.received().await;
    }
    let letters = world.letters(12);
    assert_eq!(ids(&letters).len(), 12);
    world.stages(&["3"; 12]).await;
    assert_eq!(world.mail.letters().len(), 12);
    drop(others);
}
