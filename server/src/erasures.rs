//! What was taken back, remembered apart from the database: whichever older copy of it is put back,
//! by whatever means, what people took back goes again before anyone is served.
//!
//! A line holds its number, a keyed hash of the ballot's id, and the day; nothing else. It is safe on
//! disk before the withdrawal is committed, and so before anyone is told.

pub mod again;

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write as _},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::Arc,
};

use uuid::Uuid;

use crate::keys::{Key, Keys, hex, unhex};

/// How the file begins; its own id follows.
const HEAD: &str = "hailong erased ";
/// More than the last line of the file takes.
const TAIL: u64 = 512;

/// What can be taken back of a ballot.
#[derive(Clone, Debug)]
pub enum Erased {
    /// All of it.
    Ballot,
    /// What was added in words.
    Comment,
    /// What was agreed to for a purpose.
    Consent(String),
}

impl Erased {
    /// What stands for it in the file. Without the keys it leads to no ballot.
    pub fn mark(&self, keys: &Keys, ballot: Uuid) -> Key {
        let purpose = match self {
            Self::Ballot => "erased/ballot",
            Self::Comment => "erased/comment",
            Self::Consent(purpose) => &format!("erased/consent/{purpose}"),
        };
        keys.blind(purpose, ballot.as_bytes())
    }
}

/// The file.
#[derive(Clone, Debug)]
pub struct Erasures {
    path: Arc<Path>,
    /// Tells this file from those of other servers of one database, and from a new one.
    pub id: Arc<str>,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1; numbers only grow.
    pub seq: i64,
    /// What was taken back.
    pub mark: Key,
    /// When, `YYYYMMDD`.
    pub day: i64,
}

impl Line {
    fn read(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let (seq, mark, day) = (words.next()?, words.next()?, words.next()?);
        let mark = unhex(mark)?.try_into().ok()?;
        Some(Self { seq: seq.parse().ok()?, mark, day: day.parse().ok()? })
    }

    fn text(&self) -> String {
        format!("{} {} {}\n", self.seq, hex(&self.mark), self.day)
    }
}

impl Erasures {
    /// The file at a path; it is made, for its owner alone, if it is not there.
    pub fn open(path: &Path, fill: fn(&mut [u8])) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut id = [0; 8];
        fill(&mut id);
        let _turn = turn(path)?;
        if !path.exists() {
            replace(path, &format!("{HEAD}{}\n", hex(&id)))?;
        }
        Self::at(path)
    }

    /// The file at a path where one is.
    pub fn at(path: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(path)?;
        let id = text.lines().next().and_then(|line| line.strip_prefix(HEAD));
        let id = id.ok_or_else(|| io::Error::other(format!("{}: not ours", path.display())))?;
        Ok(Self { path: path.into(), id: id.into() })
    }

    /// Every whole line; a crash may have left half of the last one.
    pub fn lines(&self) -> io::Result<Vec<Line>> {
        let text = fs::read_to_string(&self.path)?;
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        Ok(whole.lines().filter_map(Line::read).collect())
    }

    /// Adds lines, safe on disk when this returns; the number of the last. Numbers go on after those
    /// in the file, and after `known`, which a lost file may have reached.
    ///
    /// Several servers on one machine may share the file: each takes its turn.
    pub fn add(&self, marks: &[Key], day: i64, known: i64) -> io::Result<i64> {
        let _turn = turn(&self.path)?;
        let mut file = OpenOptions::new().read(true).write(true).open(&self.path)?;
        let start = file.metadata()?.len().saturating_sub(TAIL);
        file.seek(SeekFrom::Start(start))?;
        let mut tail = Vec::new();
        file.read_to_end(&mut tail)?;
        let whole = tail.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let text = String::from_utf8_lossy(&tail[..whole]);
        let last = text.lines().next_back().and_then(Line::read);
        let mut seq = last.map_or(0, |line| line.seq).max(known);
        let mut more = String::new();
        for mark in marks {
            seq += 1;
            more.push_str(&Line { seq, mark: *mark, day }.text());
        }
        file.set_len(start + whole as u64)?;
        file.seek(SeekFrom::End(0))?;
        file.write_all(more.as_bytes())?;
        file.sync_all()?;
        Ok(seq)
    }

    /// Forgets lines of before a day; how many. The last line stays: numbers go on after it. What
    /// lies ahead of today, because a clock ran ahead, is of today.
    pub fn forget_before(&self, day: i64, today: i64) -> io::Result<usize> {
        let _turn = turn(&self.path)?;
        let mut lines = self.lines()?;
        let is_ahead = lines.iter().any(|line| line.day > today);
        lines.iter_mut().for_each(|line| line.day = line.day.min(today));
        let last = lines.last().map(|line| line.seq);
        let is_kept = |line: &&Line| line.day >= day || Some(line.seq) == last;
        let left: Vec<&Line> = lines.iter().filter(is_kept).collect();
        if is_ahead || left.len() < lines.len() {
            let text: String = left.iter().map(|line| line.text()).collect();
            replace(&self.path, &format!("{HEAD}{}\n{text}", self.id))?;
        }
        Ok(lines.len() - left.len())
    }
}

/// Waits for the turn to change the file; it ends with what is given back, however that goes.
fn turn(path: &Path) -> io::Result<File> {
    let lock = File::create(beside(path, ".lock"))?;
    lock.lock()?;
    Ok(lock)
}

/// Puts a whole file in the place of another: whoever reads it finds the one or the other.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let new = beside(path, ".new");
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(&new)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> (Erasures, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("in/erased");
        let erasures = Erasures::open(&path, |bytes| getrandom::fill(bytes).unwrap()).unwrap();
        (erasures, folder)
    }

    #[test]
    fn lines_come_back_in_order_and_the_file_keeps_its_id() {
        let (erasures, _folder) = file();
        assert_eq!(erasures.lines().unwrap(), []);
        assert_eq!(erasures.add(&[[1; 32], [2; 32]], 20_261_122, 0).unwrap(), 2);
        let again = Erasures::open(&erasures.path, |_| ()).unwrap();
        assert_eq!((again.add(&[[3; 32]], 20_261_123, 0).unwrap(), &again.id), (3, &erasures.id));
        let lines = erasures.lines().unwrap();
        assert_eq!(lines.iter().map(|line| line.seq).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(lines[2], Line { seq: 3, mark: [3; 32], day: 20_261_123 });
    }

    #[test]
    fn half_a_line_that_a_crash_left_is_no_line_and_is_written_over() {
        let (erasures, _folder) = file();
        erasures.add(&[[1; 32]], 20_261_122, 0).unwrap();
        let mut torn = OpenOptions::new().append(true).open(&erasures.path).unwrap();
        torn.write_all(b"2 0202").unwrap();
        assert_eq!(erasures.lines().unwrap().len(), 1);
        assert_eq!(erasures.add(&[[2; 32]], 20_261_122, 0).unwrap(), 2);
        assert_eq!(erasures.lines().unwrap()[1].mark, [2; 32]);
    }

    #[test]
    fn old_lines_go_and_numbers_go_on() {
        let (erasures, _folder) = file();
        erasures.add(&[[1; 32], [2; 32]], 20_240_101, 0).unwrap();
        assert_eq!(
            erasures.forget_before(20_250_101, 20_261_122).unwrap(),
            1,
            "the last line stays"
        );
        assert_eq!(erasures.add(&[[3; 32]], 20_261_122, 0).unwrap(), 3);
        assert_eq!(erasures.forget_before(20_250_101, 20_261_122).unwrap(), 1);
        assert_eq!(erasures.lines().unwrap().len(), 1);
    }

    #[test]
    fn lines_of_a_clock_that_ran_ahead_are_of_today_and_go_in_their_time() {
        let (erasures, _folder) = file();
        erasures.add(&[[1; 32], [2; 32]], 20_400_101, 0).unwrap();
        assert_eq!(erasures.forget_before(20_231_122, 20_261_122).unwrap(), 0);
        assert!(erasures.lines().unwrap().iter().all(|line| line.day == 20_261_122));
        assert_eq!(erasures.forget_before(20_261_123, 20_291_123).unwrap(), 1);
    }

    #[test]
    fn a_file_that_is_not_ours_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("erased");
        fs::write(&path, "else").unwrap();
        assert!(Erasures::open(&path, |_| ()).is_err());
    }
}
