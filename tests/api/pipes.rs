//! A reader that goes away before the end, as `head` does.

use std::{io, process::Stdio};

use tests::{Engine, Service, on_both, patiently, quick};

on_both!(a_command_whose_reader_is_gone_goes_on_to_its_end);

async fn a_command_whose_reader_is_gone_goes_on_to_its_end(engine: Engine) {
    let service = Service::start(engine).await;
    assert_eq!(service.post(&quick(4)).await.status, 201);
    for words in [["openapi"], ["verify"], ["retention"], ["--help"]] {
        let (reader, writer) = io::pipe().expect("a pipe");
        drop(reader);
        let mut child = service.begin(&words, Stdio::from(writer));
        let ended = patiently(words[0], || child.try_wait().expect("our own child"));
        assert!(ended.success(), "{words:?}: {ended}");
    }
}
