//! Linking one's own account to oneself at the provider, and ending that.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Lie, OFFICE, PASSWORD, on_both};

use super::{ME, SESSION, World, me};

on_both!(
    an_account_is_linked_by_its_owner_s_password_and_to_one_person,
    nobody_is_linked_by_what_is_not_right,
    a_link_that_was_taken_away_opens_nothing,
    a_new_password_by_invitation_ends_the_link,
);

async fn an_account_is_linked_by_its_owner_s_password_and_to_one_person(engine: Engine) {
    let world = World::new(engine).await;
    let staff = world.service.account("viewer", "VP").await;
    let wrong = staff.send(Method::POST, ME, &json!({"password": "không phải nó"})).await;
    assert_eq!(wrong.faults(), ["password wrong_password"]);
    assert_eq!(wrong.header("set-cookie"), "");
    assert_eq!(staff.get(ME).await.json(), json!({"linked": false}));

    let before = staff.cookies()["__Host-hailong"].clone();
    let elsewhere = world.service.browser(&staff.name);
    assert_eq!(elsewhere.sign_in(PASSWORD).await.status, 200);
    assert_eq!(world.link(&staff, "p-1").await.status, 204);
    assert_eq!(staff.get(ME).await.json(), json!({"linked": true}));
    assert_ne!(staff.cookies()["__Host-hailong"], before, "another token from here on");
    assert_eq!(me(&elsewhere).await, 401, "and no other session");

    let again = world.link(&staff, "p-2").await;
    assert_eq!(again.faults(), ["openid already_set"]);
    let other = world.service.account("viewer", "VP").await;
    assert_eq!(world.link(&other, "p-1").await.faults(), ["openid linked_elsewhere"]);
    assert_eq!(other.get(ME).await.json(), json!({"linked": false}));
    assert_eq!(world.sign_in(&world.browser(), "p-2").await.faults(), ["openid not_linked"]);
    let stored = world.service.database.cells(&[]).await;
    assert!(!stored.contains("p-1"), "what the provider calls people is not kept");
}

async fn nobody_is_linked_by_what_is_not_right(engine: Engine) {
    let world = World::new(engine).await;
    let (owner, thief) =
        (world.service.account("viewer", "VP").await, world.service.account("viewer", "VP").await);
    let inspector = world.service.account("inspector", "SCT").await;
    // A way that was begun to sign in, and one that was begun by another account.
    let to_sign_in = world.visited(&owner, SESSION, "p-1").await;
    assert_eq!(owner.send(Method::PUT, ME, &to_sign_in).await.faults(), ["openid not_shown"]);
    let others = world.visited(&thief, ME, "p-1").await;
    let mut cookies = owner.cookies();
    cookies.insert("__Host-openid".to_owned(), thief.cookies()["__Host-openid"].clone());
    owner.set_cookies(cookies);
    assert_eq!(owner.send(Method::PUT, ME, &others).await.faults(), ["openid not_shown"]);
    let message = format!(r#"{0} openid.refuse account/{0} {{"openid":"state"}}"#, owner.name);
    assert_eq!(world.record(&inspector).await[0], message);
    world.provider.lie(Lie::ByPublicKey);
    assert_eq!(world.link(&owner, "p-1").await.faults(), ["openid not_shown"]);
    assert_eq!(owner.get(ME).await.json(), json!({"linked": false}));
    assert_eq!(world.browser().send(Method::PUT, ME, &others).await.status, 401);
}

async fn a_link_that_was_taken_away_opens_nothing(engine: Engine) {
    let world = World::new(engine).await;
    let inspector = world.service.account("inspector", "SCT").await;
    let staff = world.linked("viewer", "p-1").await;
    let typed = json!({"password": "không phải nó"});
    assert_eq!(staff.send(Method::DELETE, ME, &typed).await.faults(), ["password wrong_password"]);
    let typed = json!({"password": PASSWORD});
    assert_eq!(staff.send(Method::DELETE, ME, &typed).await.status, 204);
    let message = format!("{0} openid.unlink account/{0} -", staff.name);
    assert_eq!(world.record(&inspector).await[0], message);
    assert_eq!(world.sign_in(&world.browser(), "p-1").await.faults(), ["openid not_linked"]);
    assert_eq!(staff.send(Method::DELETE, ME, &typed).await.status, 404, "there is none");
    let other = world.linked("viewer", "p-1").await;
    let browser = world.browser();
    assert_eq!(world.sign_in(&browser, "p-1").await.status, 200);
    assert_eq!(me(&browser).await, other.name);
}

async fn a_new_password_by_invitation_ends_the_link(engine: Engine) {
    let world = World::new(engine).await;
    let admin = world.service.admin().await;
    // Whoever stole a password may have linked themselves.
    let robbed = world.linked("viewer", "thief").await;
    let path = format!("{OFFICE}/accounts/{}/invitations", robbed.name);
    let invited = admin.send(Method::POST, &path, &Value::Null).await.json();
    let token = invited["invitation"].as_str().and_then(|it| it.rsplit('/').next()).expect("one");
    let chosen = json!({"password": "mưa bụi bay qua cầu gỗ"});
    let path = format!("{OFFICE}/invitations/{token}");
    let inspector = world.service.account("inspector", "SCT").await;
    let waiting = inspector.get(&format!("{OFFICE}/confirmations")).await.json();
    let confirmation = format!("{OFFICE}/confirmations/{}", waiting[0]["id"]);
    let agreed = inspector.send(Method::PUT, &confirmation, &json!({"confirmed": true})).await;
    assert_eq!(agreed.status, 204, "{agreed:?}");
    assert_eq!(world.browser().send(Method::POST, &path, &chosen).await.status, 204);
    assert_eq!(world.sign_in(&world.browser(), "thief").await.faults(), ["openid not_linked"]);
}
