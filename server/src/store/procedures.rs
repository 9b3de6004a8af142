//! Finding procedures by what people type.

use super::{Db, reading};

/// At most this many words of a query count.
const WORDS: usize = 6;
/// At most this many procedures are listed.
pub const MOST: i64 = 100;

/// The codes of the procedures valid on a day whose code, name or field holds every word.
///
/// `folded` is the query as [`domain::text::fold`] makes it; nothing in it is a pattern.
pub async fn search(db: &Db, folded: &str, day: i64) -> Result<Vec<String>, sqlx::Error> {
    let mut patterns = [const { String::new() }; WORDS];
    patterns.fill("%".to_owned());
    for (pattern, word) in patterns.iter_mut().zip(folded.split_whitespace()) {
        *pattern = format!("%{}%", literal(word));
    }
    let [a, b, c, d, e, f] = patterns;
    reading!(db, pool => {
        sqlx::query_scalar(
            "select code from procedure_versions
             where valid_from <= $1 and (valid_to is null or valid_to >= $1)
               and folded like $2 escape '!' and folded like $3 escape '!'
               and folded like $4 escape '!' and folded like $5 escape '!'
               and folded like $6 escape '!' and folded like $7 escape '!'
             order by code limit $8",
        )
        .bind(day).bind(a).bind(b).bind(c).bind(d).bind(e).bind(f).bind(MOST)
        .fetch_all(pool).await
    })
}

fn literal(word: &str) -> String {
    let mut literal = String::with_capacity(word.len());
    for letter in word.chars() {
        if matches!(letter, '%' | '_' | '!') {
            literal.push('!');
        }
        literal.push(letter);
    }
    literal
}
