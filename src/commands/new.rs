//! `polyguide new`.

use super::{Failure, Outcome};
use crate::{
    cli::New,
    edge::{disk, terminal},
};

/// The files of the site, by path.
const FILES: &[(&str, &str)] = &[
    ("polyguide.yaml", include_str!("new/polyguide.yaml")),
    ("content/mail/index.en-gb.md", include_str!("new/content/mail/index.en-gb.md")),
    ("content/mail/index.fr-fr.md", include_str!("new/content/mail/index.fr-fr.md")),
    ("content/mail/phone/guide.en-gb.md", include_str!("new/content/mail/phone/guide.en-gb.md")),
    ("content/mail/phone/guide.fr-fr.md", include_str!("new/content/mail/phone/guide.fr-fr.md")),
    ("content/mail/phone/images/account.svg", include_str!("new/content/mail/phone/images/account.svg")),
    ("links/support", include_str!("new/links/support")),
];

/// Writes the site and says what to do next.
pub fn run(options: &New) -> Result<Outcome, Failure> {
    disk::write_new(&options.folder, FILES)?;
    let folder = options.folder.display();
    let mut text = format!("Wrote a site to `{folder}`:\n\n");
    for (path, _) in FILES {
        text += &format!("  {path}\n");
    }
    text += &format!("\nNext:\n\n  polyguide build {folder}\n\nand open `{folder}/public/index.html` in a browser.\n");
    terminal::say(&text);
    Ok(Outcome::Clean)
}
