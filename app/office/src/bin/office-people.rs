//! The office bundle of who works here.

fn main() {
    office::start(&app::office::PEOPLE);
}
