//! Files with feedback: what is taken, what is refused, and that nothing of a refused one is kept.

use reqwest::Method;
use tests::{Engine, OFFICE, Reply, Service, draw_id, on_both, text_of};

use super::desk::Desk;

on_both!(
    a_picture_comes_with_the_words_and_is_drawn_anew,
    what_is_no_picture_is_refused_and_the_words_stay,
    a_form_that_is_too_large_is_refused_early,
    a_form_that_is_none_is_refused,
);

const BOUNDARY: &str = "----ranh-gioi";

/// A form with files as a browser sends it.
fn form(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let head =
            format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), value.as_bytes(), b"\r\n"].concat());
    }
    for (name, bytes) in files {
        let head = format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    body
}

async fn send(service: &Service, body: Vec<u8>) -> Reply {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let request = service.request(Method::POST, "/gop-y").header("content-type", kind).body(body);
    Reply::read(request.send().await.expect("an answer")).await
}

/// The smallest picture there is: one dot.
fn picture() -> Vec<u8> {
    let dot = "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c494441\
               54789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082";
    let bytes: Vec<u8> = (0..dot.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&dot[at..at + 2], 16).expect("hex"))
        .collect();
    bytes
}

fn hint<'a>(id: &'a str, text: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("id", id), ("kind", "service"), ("text", text), ("reply", "no")]
}

async fn a_picture_comes_with_the_words_and_is_drawn_anew(engine: Engine) {
    let desk = Desk::open(engine).await;
    let id = draw_id();
    let sent = send(&desk.service, form(&hint(&id, "Ghế hỏng"), &[("ảnh.png", &picture())])).await;
    assert_eq!(sent.status, 303, "{sent:?}");
    let shown = desk.service.follow(&sent).await;
    assert!(shown.status == 303, "on to an address that says nothing: {shown:?}");
    let number = desk.number().await;
    let page = desk.page(number).await;
    let file = &page["lines"][0]["files"][0];
    assert_eq!(file["name"], "ảnh.png", "{page}");
    let path = format!("{OFFICE}/feedback/{number}/files/{}", file["id"]);
    assert_eq!(desk.office.get(&path).await.status, 200);
    // The sender opens it again with both codes, and by no address.
    let codes = Reply::read(
        desk.service
            .request(Method::GET, shown.header("location"))
            .header("cookie", sent.cookies())
            .send()
            .await
            .expect("an answer"),
    )
    .await;
    let cell = |id: &str| {
        let rest = codes.body.split(&format!("id=\"{id}\"")).nth(1).expect("a code");
        rest.split('>').nth(1).and_then(|it| it.split('<').next()).expect("a text").to_owned()
    };
    let (code, pin, number_of_file) = (cell("code"), cell("pin"), file["id"].to_string());
    let ask = async |pin: &str, file: &str| {
        let fields = [("code", code.as_str()), ("pin", pin), ("step", "file"), ("file", file)];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        desk.service.send_form("/tra-cuu", &fields).await
    };
    let got = ask(&pin, &number_of_file).await;
    assert_eq!((got.status, got.header("content-type")), (200, "image/png"), "{got:?}");
    assert!(got.header("content-disposition").starts_with("attachment"), "{got:?}");
    assert_eq!(got.header("x-content-type-options"), "nosniff");
    assert_eq!(ask(&pin, "1").await.status, 404, "of this case alone");
    assert_eq!(ask("000000", &number_of_file).await.status, 303, "as with any wrong pin");
    let fields = [("code", code.as_str()), ("pin", pin.as_str())];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let shown = desk.service.visit("/tra-cuu", &fields).await;
    assert!(text_of(&shown.body).contains("Tải về ảnh.png"), "{shown:?}");
    // An empty part is what a browser sends where none was chosen.
    let id = draw_id();
    let none = send(&desk.service, form(&hint(&id, "Không ảnh"), &[("", b"")])).await;
    assert_eq!(none.status, 303, "{none:?}");
}

async fn what_is_no_picture_is_refused_and_the_words_stay(engine: Engine) {
    let service = Service::start(engine).await;
    let id = draw_id();
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    for (name, bytes) in
        [("ghe.jpg", &svg[..]), ("a.zip", b"PK\x03\x04"), ("ảnh.heic", b"\0\0\0\x18ftypheic")]
    {
        let refused = send(&service, form(&hint(&id, "Ghế hỏng"), &[(name, bytes)])).await;
        let text = text_of(&refused.body);
        assert!(refused.status == 422 && text.contains("Ghế hỏng"), "{name}: {refused:?}");
        assert!(refused.body.contains("href=\"#files\""), "{name}: {refused:?}");
    }
    let many: Vec<(&str, Vec<u8>)> = (0..6).map(|_| ("a.png", picture())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, it)| (*name, it.as_slice())).collect();
    assert_eq!(send(&service, form(&hint(&id, "x"), &many)).await.status, 422);
    let taken = send(&service, form(&hint(&id, "Ghế hỏng"), &[])).await;
    assert_eq!(taken.status, 303, "nothing was kept before: {taken:?}");
}

async fn a_form_that_is_too_large_is_refused_early(engine: Engine) {
    let service = Service::start(engine).await;
    let id = draw_id();
    let large = vec![0; 21_000_000];
    let refused = send(&service, form(&hint(&id, "x"), &[("a.jpg", &large)])).await;
    assert_eq!((refused.status, refused.header("connection")), (413, "close"), "{refused:?}");
}

async fn a_form_that_is_none_is_refused(engine: Engine) {
    let service = Service::start(engine).await;
    let whole = form(&hint("x", "x"), &[("a.png", &picture())]);
    for body in [b"".to_vec(), b"--".to_vec(), whole[..whole.len() - 30].to_vec()] {
        assert_eq!(send(&service, body).await.status, 400);
    }
    let request =
        service.request(Method::POST, "/gop-y").header("content-type", "multipart/form-data");
    let none = request.body(whole).send().await.expect("an answer");
    assert_eq!(none.status(), 400, "no boundary");
    let text = service.request(Method::POST, "/gop-y").header("content-type", "text/plain");
    assert_eq!(text.body("x").send().await.expect("an answer").status(), 415);
    let put = service.request(Method::PUT, "/gop-y").send().await.expect("an answer");
    assert_eq!(put.status(), 405);
}
