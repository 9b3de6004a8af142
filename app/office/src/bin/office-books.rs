//! The office bundle of what a ballot may be about, and who is asked.

fn main() {
    office::start(&app::office::BOOKS);
}
