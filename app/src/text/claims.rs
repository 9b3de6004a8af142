//! Claims put into words, in this one place: what a sentence says is what its claim decided.

use domain::{
    Lang, Share,
    figures::{
        claim::{Basis, Claim, Saying, Told},
        difference::Verdict,
        index::Precision,
        trend::{assurance::Assurance, rules::Cause},
    },
};

use super::{
    count,
    trends::{cause_word, goal, tenths, value},
};

words! {
    /// The words of claims.
    pub claims: ClaimWords {
        /// Nobody answered.
        nobody: "Chưa có phiếu", "No ballots yet";
        /// Too few answered.
        few fn(&str) -> String: |n| [n, " phiếu: chưa đủ để kết luận"].concat(),
            |n| ["ballots: ", n, ", too few to conclude"].concat();
        /// Too few of all answered.
        few_of fn(&str, &str) -> String:
            |n, people| [n, " phiếu trên ", people, " hồ sơ: chưa đủ để kết luận"].concat(),
            |n, people| ["ballots: ", n, " of ", people, " dossiers, too few to conclude"].concat();
        /// It rose.
        up: "Tăng", "Up";
        /// It fell.
        down: "Giảm", "Down";
        /// No difference to be seen.
        not_seen: "Chưa thấy khác biệt", "No difference to be seen";
        /// Too few to compare.
        too_few: "Chưa đủ phiếu để so sánh", "Too few ballots to compare";
        /// By how much something changed, surely between two numbers of points.
        by_points fn(&str, &str, &str) -> String:
            |word, low, high| [word, " ", low, "–", high, " điểm"].concat(),
            |word, low, high| [word, " ", low, "–", high, " points"].concat();
        /// Beside the twelve months before.
        than_before: "so với 12 tháng trước", "against the 12 months before";
        /// A target that is always met.
        always fn(&str) -> String: |target| ["Giữ cách làm này thì luôn đạt mục tiêu ", target, "."].concat(),
            |target| ["As things are, the target of ", target, " is always met."].concat();
        /// A target that is never met.
        never fn(&str) -> String: |target| ["Giữ nguyên cách làm thì không tới mục tiêu ", target, "."].concat(),
            |target| ["As things are, the target of ", target, " is out of reach."].concat();
        /// A target that is met now and then.
        sometimes fn(&str, &str, &str) -> String:
            |target, hits, of| ["Đạt mục tiêu ", target, " khoảng ", hits, " trong ", of, " kỳ."].concat(),
            |target, hits, of| ["The target of ", target, " is met in about ", hits, " of ", of, " periods."].concat();
        /// How far a figure may be off, and of how many people it is.
        doubt fn(&str, &str) -> String: |off, n| ["±", off, " · ", n, " phiếu"].concat(),
            |off, n| ["±", off, " · ", n, " ballots"].concat();
    }
}

/// A figure as staff may read it; nothing where too few answered.
pub fn figure(claim: &Claim) -> Option<(u64, Precision)> {
    match claim.saying {
        Saying::Level { told } => told.for_staff(claim.basis.share),
        _ => None,
    }
}

/// A level in words: the percentage, or why there is none.
pub fn level(lang: Lang, claim: &Claim) -> String {
    match figure(claim) {
        Some((hundredths, precision)) => value(lang, hundredths, precision),
        None => too_few(lang, claim),
    }
}

/// Why a claim says nothing: "1 phiếu trên 8.145 hồ sơ: chưa đủ để kết luận".
pub fn too_few(lang: Lang, claim: &Claim) -> String {
    let (words, basis) = (claims(lang), &claim.basis);
    let n = count(lang, basis.n);
    match (basis.n, basis.people) {
        (0, None) => words.nobody.to_owned(),
        (_, Some(people)) => (words.few_of)(&n, &count(lang, people)),
        _ => (words.few)(&n),
    }
}

/// How far a figure may be off, and from how many people it is: `±1,9 · 482 phiếu`.
pub fn doubt(lang: Lang, basis: &Basis) -> String {
    let n = count(lang, basis.n);
    let value = basis.share.percent();
    let off = basis.interval.zip(value).map(|((low, high), value)| {
        let off = value.saturating_sub(low).max(high.saturating_sub(value));
        tenths(lang, off)
    });
    off.map_or_else(|| n.clone(), |off| (claims(lang).doubt)(&off, &n))
}

/// What a change says, in a few words: `Giảm 2,1–6,4 điểm`.
pub fn change(lang: Lang, claim: &Claim) -> String {
    let words = claims(lang);
    let Saying::Change { verdict, interval, .. } = claim.saying else {
        return words.not_seen.to_owned();
    };
    let by = |word: &str| match interval {
        Some((low, high)) => {
            let (low, high) = (low.unsigned_abs(), high.unsigned_abs());
            (words.by_points)(word, &tenths(lang, low.min(high)), &tenths(lang, low.max(high)))
        }
        None => word.to_owned(),
    };
    match verdict {
        Verdict::Up => by(words.up),
        Verdict::Down => by(words.down),
        Verdict::NotSeen => words.not_seen.to_owned(),
        Verdict::TooFew => words.too_few.to_owned(),
    }
}

/// What a target's claim says.
pub fn target(lang: Lang, claim: &Claim, aim: u64) -> Option<String> {
    let (words, aim) = (claims(lang), goal(lang, aim));
    let Saying::Target { assurance, hits, of } = claim.saying else { return None };
    Some(match assurance {
        Assurance::Always => (words.always)(&aim),
        Assurance::Never => (words.never)(&aim),
        Assurance::Sometimes if of > 0 => {
            (words.sometimes)(&aim, &count(lang, hits), &count(lang, of))
        }
        Assurance::Sometimes => return None,
    })
}

/// What is special about the newest month: the worse side first.
pub fn signal(lang: Lang, claim: &Claim) -> Option<String> {
    let (improvement, concern) = signals(claim);
    let words = claims(lang);
    let says = |cause: Cause, word: &str| [word, ": ", cause_word(lang, cause)].concat();
    concern.map(|cause| says(cause, words.down)).or(improvement.map(|it| says(it, words.up)))
}

/// The causes of a signal, for the better and for the worse.
pub fn signals(claim: &Claim) -> (Option<Cause>, Option<Cause>) {
    match claim.saying {
        Saying::Signal { improvement, concern, .. } => (improvement, concern),
        _ => (None, None),
    }
}

/// The decision of a change.
pub fn verdict(claim: &Claim) -> Verdict {
    match claim.saying {
        Saying::Change { verdict, .. } => verdict,
        _ => Verdict::TooFew,
    }
}

/// Some people's share as staff read it, if they are enough.
pub fn share(lang: Lang, share: Share, n: u64, floor: u64) -> Option<String> {
    Told::to_staff(share, n, floor).map(|(told, precision)| value(lang, told, precision))
}

#[cfg(test)]
mod tests {
    use domain::{
        Method,
        figures::{
            claim::{FLOOR, Kind},
            difference::family::Decided,
            trend::assurance::Odds,
        },
    };

    use super::*;

    fn basis(num: u64, n: u64, people: Option<u64>) -> Basis {
        let share = Share { num, den: n };
        Basis {
            kind: Kind::Index,
            units: Vec::new(),
            of: None,
            scheme: "calendar".into(),
            period: "2026-10".into(),
            method: Method::TopTwo,
            instrument: "quick/1".into(),
            share,
            n,
            people,
            interval: domain::figures::interval::of_index(share, Method::TopTwo, n),
            floor: FLOOR,
        }
    }

    #[test]
    fn one_ballot_beside_8145_dossiers_concludes_nothing() {
        let claim = |people| Claim::level(basis(0, 1, people));
        let told = level(Lang::Vi, &claim(Some(8145)));
        assert_eq!(told, "1 phiếu trên 8.145 hồ sơ: chưa đủ để kết luận");
        assert_eq!(level(Lang::Vi, &claim(None)), "1 phiếu: chưa đủ để kết luận");
        assert_eq!(level(Lang::Vi, &Claim::level(basis(0, 0, None))), "Chưa có phiếu");
        assert_eq!(level(Lang::Vi, &Claim::level(basis(12, 12, None))), "≥ 95%");
        assert_eq!(level(Lang::En, &Claim::level(basis(8, 12, None))), "66.67%");
        assert_eq!(share(Lang::Vi, Share { num: 0, den: 1 }, 1, FLOOR), None);
    }

    #[test]
    fn a_change_is_told_as_it_was_decided() {
        let decided = |verdict, interval| Decided { verdict, interval, adjusted: Some(0.01) };
        let told = |decided| change(Lang::Vi, &Claim::change(basis(80, 100, None), &decided));
        assert_eq!(told(decided(Verdict::Down, Some((-0.064, -0.021)))), "Giảm 2,1–6,4 điểm");
        assert_eq!(told(decided(Verdict::NotSeen, Some((-0.064, 0.021)))), "Chưa thấy khác biệt");
        let few = Claim::change(basis(0, 1, None), &decided(Verdict::Down, Some((-1.0, -0.5))));
        assert_eq!(change(Lang::Vi, &few), "Chưa đủ phiếu để so sánh");
    }

    #[test]
    fn a_target_says_what_the_limits_say() {
        let told = |assurance| {
            let odds = Odds { hits: 1, of: 8 };
            target(Lang::Vi, &Claim::target(basis(80, 100, None), assurance, odds)?, 8800)
        };
        let never = "Giữ nguyên cách làm thì không tới mục tiêu 88%.";
        assert_eq!(told(Assurance::Never).as_deref(), Some(never));
        let sometimes = "Đạt mục tiêu 88% khoảng 1 trong 8 kỳ.";
        assert_eq!(told(Assurance::Sometimes).as_deref(), Some(sometimes));
    }
}
