//! The office bundle of figures cut finer.

fn main() {
    office::start(&app::office::DETAILS);
}
