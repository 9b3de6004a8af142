//! The one task that writes ballots: what has gathered is committed as one group, and each sender
//! is told after the commit.

use std::{io, iter, mem, thread, time::Duration};

use tokio::{
    runtime::{Builder, Handle},
    sync::{mpsc, oneshot},
};

use crate::{
    problem::Problem,
    store::{
        Db,
        ballots::{self, Entry, Outcome},
        changes::BallotChange,
        settings,
        tallies::Memory,
    },
};

/// Ballots that may wait; more are asked to come back.
const WAITING: usize = 4096;
/// Ballots in one transaction at the most.
pub const GROUP: usize = 512;
/// A sender waits this long for the commit. One that is told to come back may have been kept after
/// all; the same ballot again gives its receipt.
const PATIENCE: Duration = Duration::from_secs(10);
/// Tries of a group that lost a race against another server.
const TRIES: usize = 3;

/// Hands ballots to the writer.
#[derive(Clone)]
pub struct Writer(mpsc::Sender<Task>);

enum Task {
    Keep(Job),
    BallotChange(Box<BallotChange>, Reply<bool>),
    Probe(Reply<bool>),
}

struct Job {
    entry: Entry,
    reply: Reply<Outcome>,
}

type Reply<T> = oneshot::Sender<Result<T, Problem>>;

impl Writer {
    /// Starts the writer with groups of at most `group`, on a thread of its own: among the tasks of
    /// hundreds of connections each answer of the database would wait until all had their turn.
    /// The senders are those on the runtime this is called on.
    ///
    /// It ends, with a word, once every handle is dropped and what waited is written; if it ends
    /// without one, the process must not go on.
    pub fn start(db: Db, group: usize) -> io::Result<(Self, oneshot::Receiver<()>)> {
        let (sender, receiver) = mpsc::channel(WAITING);
        let (last_word, ended) = oneshot::channel();
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let senders = Handle::current();
        thread::Builder::new().name("writer".to_owned()).spawn(move || {
            runtime.block_on(write(db, receiver, group, &senders));
            // Nobody may be left to hear it.
            let _ = last_word.send(());
        })?;
        Ok((Self(sender), ended))
    }

    /// Keeps one ballot. Once this answers `Ok`, the ballot survives whatever happens.
    pub async fn keep(&self, entry: Entry) -> Result<Outcome, Problem> {
        let (reply, answer) = oneshot::channel();
        self.ask(Task::Keep(Job { entry, reply }), answer).await
    }

    /// Does what a sender wants done about a kept ballot; whether there was anything to do it to.
    pub async fn change(&self, change: BallotChange) -> Result<bool, Problem> {
        let (reply, answer) = oneshot::channel();
        self.ask(Task::BallotChange(Box::new(change), reply), answer).await
    }

    /// Whether a ballot could be kept now: something was just kept, or a mark is written and committed.
    pub async fn probe(&self) -> Result<bool, Problem> {
        let (reply, answer) = oneshot::channel();
        self.ask(Task::Probe(reply), answer).await
    }

    async fn ask<T>(
        &self,
        task: Task,
        answer: oneshot::Receiver<Result<T, Problem>>,
    ) -> Result<T, Problem> {
        self.0.try_send(task).map_err(|_| Problem::Away)?;
        match tokio::time::timeout(PATIENCE, answer).await {
            Ok(Ok(reply)) => reply,
            Ok(Err(_)) | Err(_) => Err(Problem::Away),
        }
    }
}

async fn write(db: Db, mut queue: mpsc::Receiver<Task>, group: usize, senders: &Handle) {
    let mut tasks = Vec::with_capacity(group);
    let mut jobs = Vec::with_capacity(group);
    let mut probes = Vec::new();
    let mut memory = Memory::default();
    while queue.recv_many(&mut tasks, group).await > 0 {
        for task in tasks.drain(..) {
            match task {
                Task::Keep(job) => jobs.push(job),
                Task::BallotChange(change, reply) => {
                    memory.forget();
                    // A sender that hung up finds it done.
                    let _ = reply.send(apply(&db, &change).await.map_err(Problem::from));
                }
                Task::Probe(reply) => probes.push(reply),
            }
        }
        let is_kept = keep_all(&db, &mut memory, jobs.drain(..), senders).await;
        if !probes.is_empty() {
            // However many ask at once, it is one mark.
            let is_kept = is_kept || is_writable(&db).await;
            senders.spawn(tell(mem::take(&mut probes), iter::repeat(Ok(is_kept))));
        }
    }
}

/// Keeps a group and tells its senders; whether anything new was committed.
async fn keep_all(
    db: &Db,
    memory: &mut Memory,
    jobs: impl ExactSizeIterator<Item = Job>,
    senders: &Handle,
) -> bool {
    if jobs.len() == 0 {
        return false;
    }
    let (entries, replies): (Vec<Entry>, Vec<_>) = jobs.map(|job| (job.entry, job.reply)).unzip();
    match keep(db, memory, &entries).await {
        Ok(outcomes) => {
            count(&outcomes);
            let is_new = outcomes.contains(&Outcome::New);
            senders.spawn(tell(replies, outcomes.into_iter().map(Ok)));
            is_new
        }
        Err(error) => {
            tracing::error!(%error, ballots = entries.len(), "a group was not kept");
            senders.spawn(tell(replies, iter::repeat(Err(Problem::from(error)))));
            false
        }
    }
}

async fn is_writable(db: &Db) -> bool {
    let marked = settings::mark(db).await;
    if let Err(error) = &marked {
        tracing::error!(%error, "nothing can be kept");
    }
    marked.is_ok()
}

/// Tells the senders of a group. From the writer's own thread each of them would be woken across
/// threads, and a core that just fell asleep with it; so it is one task among theirs.
async fn tell<T>(replies: Vec<Reply<T>>, outcomes: impl Iterator<Item = Result<T, Problem>>) {
    for (reply, outcome) in replies.into_iter().zip(outcomes) {
        // A sender that hung up asks again and is told then.
        let _ = reply.send(outcome);
    }
}

fn count(outcomes: &[Outcome]) {
    metrics::counter!("hailong_groups_total").increment(1);
    for (outcome, name) in [
        (Outcome::New, "new"),
        (Outcome::Before, "before"),
        (Outcome::Conflict, "conflict"),
        (Outcome::Withdrawn, "withdrawn"),
        (Outcome::Closed, "closed"),
        (Outcome::Full, "full"),
        (Outcome::Answered, "answered"),
        (Outcome::Uninvited, "uninvited"),
    ] {
        let n = outcomes.iter().filter(|one| **one == outcome).count();
        metrics::counter!("hailong_ballots_total", "outcome" => name).increment(n as u64);
    }
}

async fn keep(
    db: &Db,
    memory: &mut Memory,
    entries: &[Entry],
) -> Result<Vec<Outcome>, sqlx::Error> {
    let mut tries = 1;
    loop {
        match ballots::keep(db, memory, entries).await {
            Err(error) if tries < TRIES && lost_a_race(&error) => tries += 1,
            outcome => return outcome,
        }
    }
}

async fn apply(db: &Db, change: &BallotChange) -> Result<bool, sqlx::Error> {
    let mut tries = 1;
    loop {
        match change.apply(db).await {
            Err(error) if tries < TRIES && lost_a_race(&error) => tries += 1,
            outcome => return outcome,
        }
    }
}

/// PostgreSQL's serialization failure and deadlock.
fn lost_a_race(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    code.is_some_and(|code| matches!(code.as_ref(), "40001" | "40P01"))
}

#[cfg(test)]
mod tests {
    use domain::{Channel, CheckedBallot, Sampling, ballot::respondent::Respondent};
    use uuid::Uuid;

    use super::*;
    use crate::store::open::Access;

    fn entry() -> Entry {
        let ballot = CheckedBallot {
            id: Uuid::max(),
            campaign: 1,
            instrument: 1,
            service_point: None,
            unit: None,
            procedure: None,
            channel: Channel::InPerson,
            sampling: Sampling::Kiosk,
            day: chrono::NaiveDate::default(),
            answers: Vec::new(),
            comment: None,
            respondent: Respondent::default(),
            consents: Vec::new(),
        };
        Entry { ballot, hash: [0; 16], invitee: None, begun: i64::MAX }
    }

    #[tokio::test]
    async fn a_dead_writer_refuses() {
        let (sender, receiver) = mpsc::channel(1);
        drop(receiver);
        assert!(matches!(Writer(sender).keep(entry()).await, Err(Problem::Away)));
    }

    #[tokio::test]
    async fn a_dead_writer_keeps_nothing_and_says_so() {
        let (sender, receiver) = mpsc::channel(1);
        drop(receiver);
        assert!(matches!(Writer(sender).probe().await, Err(Problem::Away)));
    }

    #[tokio::test]
    async fn a_group_that_fails_is_told_so_and_the_next_one_is_tried() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("hailong.db").display());
        let db = Db::open(&url, Access::Write).await.unwrap().db;
        let (writer, writing) = Writer::start(db, GROUP).unwrap();
        for _ in 0..2 {
            // There is no campaign 1: the database itself refuses the row.
            assert!(matches!(writer.keep(entry()).await, Err(Problem::Broken)));
        }
        drop(writer);
        assert!(writing.await.is_ok(), "it ends once nobody needs it any more");
    }
}
