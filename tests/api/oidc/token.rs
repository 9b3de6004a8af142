//! What the provider says counts only if everything about it is right.

use tests::{Engine, Lie, on_both};

use super::{World, me};

on_both!(
    a_token_that_is_not_right_opens_nothing,
    a_key_that_was_changed_is_read_again_and_not_for_every_token,
);

const WRONG: [(Lie, &str); 14] = [
    (Lie::OtherNonce, "nonce"),
    (Lie::NoNonce, "nonce"),
    (Lie::OtherAudience, "audience"),
    (Lie::SharedAudience, "audience"),
    (Lie::OtherIssuer, "issuer"),
    (Lie::Expired, "expired"),
    (Lie::Unsigned, "signature"),
    (Lie::EmptySignature, "signature"),
    (Lie::BySecret, "signature"),
    (Lie::ByPublicKey, "signature"),
    (Lie::ByOtherKey, "signature"),
    (Lie::ByHiddenKey, "unknown_key"),
    (Lie::Changed, "signature"),
    (Lie::NoToken, "no_token"),
];

async fn a_token_that_is_not_right_opens_nothing(engine: Engine) {
    let world = World::new(engine).await;
    let inspector = world.service.account("inspector", "SCT").await;
    world.linked("viewer", "p-1").await;
    for (lie, why) in WRONG {
        world.provider.lie(lie);
        let browser = world.browser();
        let reply = world.sign_in(&browser, "p-1").await;
        assert_eq!(reply.status, 422, "{lie:?}: {reply:?}");
        assert_eq!(reply.faults(), ["openid not_shown"], "{lie:?}");
        assert_eq!(me(&browser).await, 401, "{lie:?}");
        let message = format!(r#"? session.refuse session {{"openid":"{why}"}}"#);
        assert_eq!(world.record(&inspector).await[0], message, "{lie:?}");
    }
    world.provider.lie(Lie::None);
    assert_eq!(world.sign_in(&world.browser(), "p-1").await.status, 200);
}

async fn a_key_that_was_changed_is_read_again_and_not_for_every_token(engine: Engine) {
    let world = World::new(engine).await;
    world.linked("viewer", "p-1").await;
    for _ in 0..3 {
        assert_eq!(world.sign_in(&world.browser(), "p-1").await.status, 200);
    }
    assert_eq!(world.provider.keys_read(), 1, "they are kept");
    world.provider.change_key();
    assert_eq!(world.sign_in(&world.browser(), "p-1").await.status, 200);
    assert_eq!(world.provider.keys_read(), 2);
    world.provider.lie(Lie::ByHiddenKey);
    for _ in 0..3 {
        assert_eq!(world.sign_in(&world.browser(), "p-1").await.status, 422);
    }
    assert_eq!(world.provider.keys_read(), 2, "nobody makes us ask again and again");
}
