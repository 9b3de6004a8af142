//! The office bundle of what shall be reached, and what stands in the way.

fn main() {
    office::start(&app::office::GOALS);
}
