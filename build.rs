//! Makes cargo compile the crate again when a file that the binary carries is changed or added.

#![expect(clippy::disallowed_macros, reason = "a build script speaks to cargo")]

fn main() {
    for folder in ["data", "locales", "static", "templates"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
