//! How figures are published: the same settings for the server, the demo and `hailong publish`.

use clap::Args;
use domain::figures::publish::{
    Floor,
    scheme::{SCHEMES, Scheme},
};
use server::publications::Rules;

/// How figures are published.
#[derive(Args)]
pub struct Publishing {
    /// The fewest people of a published cell.
    #[arg(long, env = "HAILONG_MIN_CELL", default_value_t = Floor::default().cell)]
    min_cell: u64,
    /// The fewest people of a unit's or procedure's published index.
    #[arg(long, env = "HAILONG_MIN_INDEX", default_value_t = Floor::default().index)]
    min_index: u64,
    /// The period scheme that is public; once something is published it stays.
    #[arg(long = "scheme", env = "HAILONG_PUBLIC_SCHEME", default_value = SCHEMES[0].code, value_parser = scheme)]
    scheme: Scheme,
    /// How many days after its end a period is published.
    #[arg(long, env = "HAILONG_PUBLISH_AFTER", default_value_t = Rules::default().wait)]
    publish_after: u32,
}

impl Publishing {
    /// The settings as rules.
    pub fn rules(&self) -> Rules {
        let floor = Floor { cell: self.min_cell, index: self.min_index };
        Rules { floor, scheme: self.scheme, wait: self.publish_after }
    }
}

fn scheme(code: &str) -> Result<Scheme, String> {
    Scheme::read(code).ok_or_else(|| {
        let codes: Vec<&str> = SCHEMES.iter().map(|scheme| scheme.code).collect();
        format!("one of {}", codes.join(", "))
    })
}
