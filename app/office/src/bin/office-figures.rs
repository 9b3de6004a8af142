//! The office bundle of the first page and the figures.

fn main() {
    office::start(&app::office::FIGURES);
}
