//! The user's browser.

/// Opens an address in it. Where that cannot be done, the address is on the terminal all the same.
pub fn in_browser(address: &str) {
    _ = open::that_detached(address);
}
