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
    text += &format!(
        "\nNext:\n\n  polyguide serve {folder} --open    shows it in the browser while you write\n  \
         polyguide build {folder}           writes it to `{folder}/public`, for any web server\n"
    );
    terminal::say(&text)?;
    Ok(Outcome::Clean)
}
