//! The office bundle of what people send in.

fn main() {
    office::start(&app::office::FEEDBACK);
}
