//! Erased words are in no byte of any file of the data folder.

use std::{fs, path::Path};

use serde_json::json;
use tests::{Engine, Service};

use super::{address, delete, put, said};

/// Long enough for pages of their own, as well as short.
fn canary(number: usize) -> String {
    format!("chim hoàng yến {number} {}", "0900987654 ờờờờờ ".repeat(1 + 6 * (number % 5)))
}

/// Every file of a folder that holds the words.
fn found(folder: &Path, words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(self::found(&path, words));
            continue;
        }
        let bytes = fs::read(&path).unwrap_or_default();
        if bytes.windows(words.len()).any(|window| window == words.as_bytes()) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_the_daily_job_erased_words_are_in_no_file() {
    let mut service = Service::start(Engine::Sqlite).await;
    let mut own = Vec::new();
    for number in 0..40 {
        own.push(service.post(&said(4, &canary(number))).await);
    }
    let folder = service.database.folder.path().to_owned();
    assert!(!found(&folder, "hoàng yến").is_empty(), "they are found while they are kept");
    for (number, sent) in own.iter().enumerate() {
        let path = match number % 3 {
            0 => address(sent),
            1 => address(sent).replace("?pin=", "/comment?pin="),
            _ => {
                let silent = json!({"answers": [{"item": "O1", "level": 1}], "comment": "khác"});
                assert_eq!(put(&service, &address(sent), &silent).await.status, 200);
                continue;
            }
        };
        assert_eq!(delete(&service, &path).await.status, 204);
    }
    let done = service.run(&["retention"]);
    assert!(done.status.success(), "{done:?}");
    for words in ["hoàng yến", "0900987"] {
        assert_eq!(found(&folder, words), [""; 0], "beside the running server");
    }
    assert_eq!(service.verified(), 26);
    service.stop();
    assert_eq!(found(&folder, "hoàng yến"), [""; 0]);
}
