//! The disk under a running server fills up or goes away: no receipt that would not last.

use std::{fs, path::PathBuf, process::Command};

use tests::{Engine, Service, quick};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_moved_away_takes_no_ballots_until_it_is_back() {
    let service = Service::start(Engine::Sqlite).await;
    assert_eq!(service.post(&quick(4)).await.status, 201);
    let here = service.write("probe", "").with_file_name("hailong.db");
    let away = here.with_file_name("away.db");
    fs::rename(&here, &away).unwrap();
    let reply = service.post(&quick(4)).await;
    assert_eq!((reply.status, reply.header("retry-after")), (503, "2"));
    assert_eq!(service.get("/readyz").await.status, 503);
    assert_eq!(service.get("/healthz").await.status, 204);
    fs::rename(&away, &here).unwrap();
    assert_eq!(service.post(&quick(4)).await.status, 201);
    assert_eq!(service.verified(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_refuses_ballots_and_heals_once_there_is_room() {
    let mut service = Service::stopped(Engine::Sqlite, &[]).await;
    let folder = service.write("probe", "").with_file_name("");
    let disk = SmallDisk::mount(folder);
    service.open().await;
    let mut receipts = u64::from(service.post(&quick(4)).await.status == 201);
    disk.fill();
    let mut refused = 0;
    for _ in 0..400 {
        let mut ballot = quick(4);
        ballot["comment"] = "không còn chỗ ".repeat(30).into();
        match service.post(&ballot).await.status {
            201 => receipts += 1,
            503 => refused += 1,
            other => panic!("a full disk answers {other}"),
        }
        if refused == 5 {
            break;
        }
    }
    assert_eq!(refused, 5, "the disk was never full");
    assert_eq!(service.get("/readyz").await.status, 503);
    disk.empty();
    for _ in 0..5 {
        assert_eq!(service.post(&quick(4)).await.status, 201, "there is room again");
        receipts += 1;
    }
    assert_eq!(service.get("/readyz").await.status, 204);
    assert_eq!(service.verified(), receipts);
}

/// A file system of 4 MB in memory. Mounting takes root, as the rest of the tests on Debian do.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(folder: PathBuf) -> Self {
        let words = ["-t", "tmpfs", "-o", "size=4m", "tmpfs"];
        let mounted = Command::new("mount").args(words).arg(&folder).status();
        assert!(mounted.is_ok_and(|status| status.success()), "mounting a small disk needs root");
        Self(folder)
    }

    fn ballast(&self) -> PathBuf {
        self.0.join("ballast")
    }

    /// Leaves no room.
    fn fill(&self) {
        let full = fs::write(self.ballast(), vec![0; 8 << 20]);
        assert!(full.is_err(), "8 MB do not fit");
    }

    fn empty(&self) {
        fs::remove_file(self.ballast()).expect("the ballast can go");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // The server still has its files open: the mount goes when it does.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}
