use popas::faq::{Faq, Source};
fn main() {
    match Faq::load(&Source::BuiltIn) {
        Ok(f) => println!("ok {} entries {}", f.version(), f.entries().len()),
        Err(p) => println!("{p}"),
    }
}
