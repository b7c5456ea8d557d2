//! The binary carries `faq/`, `locales/` and `migrations/`: a change there must rebuild it.

fn main() {
    for folder in ["faq", "locales", "migrations"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
