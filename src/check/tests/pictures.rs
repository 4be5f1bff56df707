//! Pictures: their texts, their files.

use super::{check_body, right};
use expect_test::expect;

#[test]
fn texts_that_tell_nothing() {
    check_body(
        "en",
        "![](images/a.png)\n\n![screenshot](images/b.png)\n\n![mail](images/mail-01.png)\n\n![c.png](images/c.png)\n",
        expect![[r#"
            a/guide.en.md:5:1 ‹![](images/a.png)› image-alt-useless: this picture has no text
            a/guide.en.md:11:1 ‹![c.png](images/c.png)› image-alt-useless: `c.png` does not tell what this picture shows
            a/guide.en.md:9:1 ‹![mail](images/mail-01.png)› image-alt-useless: `mail` does not tell what this picture shows
            a/guide.en.md:7:1 ‹![screenshot](images/b.png)› image-alt-useless: `screenshot` does not tell what this picture shows
        "#]],
    );
    right("en", "![The menu with its three entries](images/menu.png)\n");
}

#[test]
fn texts_that_stand_on_several_pictures() {
    check_body(
        "en",
        "![Mail](images/a.png)\n\n![Mail](images/b.png)\n\n![Mail](images/c.png)\n",
        expect![[r#"
        a/guide.en.md:5:1 ‹![Mail](images/a.png)› image-alt-duplicate: 3 pictures have the same text, `Mail`
          a/guide.en.md:7:1 ‹![Mail](images/b.png)› the same text
          a/guide.en.md:9:1 ‹![Mail](images/c.png)› the same text
    "#]],
    );
    right("en", "Press ![The red button](images/a.png) and ![The red button](images/a.png).\n");
}

#[test]
fn one_picture_at_several_steps() {
    check_body(
        "en",
        "1. Do it.\n\n    ![The first window](images/a.png)\n\n2. Go on.\n\n    ![The next window](images/a.png)\n",
        expect![[r#"
            a/guide.en.md:11:5 ‹![The next window](images/a.png)› image-reused: `images/a.png` stands at another step already
              a/guide.en.md:7:5 ‹![The first window](images/a.png)› the first time here
        "#]],
    );
    right(
        "en",
        "> [!tabs]\n> **Windows**\n>> ![The window](images/a.png)\n>>\n> **macOS**\n>> ![The window](images/a.png)\n\nPress ![the red dot](images/b.png) or ![the red dot](images/b.png) now.\n",
    );
}

#[test]
fn pictures_of_another_language() {
    check_body(
        "en",
        "![The window of mails](images/window-fr.png)\n\n![The menu of mails](images/menu_de-de.png)\n",
        expect![[r#"
        a/guide.en.md:5:1 ‹![The window of mails](images/window-fr.png)› image-locale: the name of this picture says `fr`, and the page is `en`
        a/guide.en.md:7:1 ‹![The menu of mails](images/menu_de-de.png)› image-locale: the name of this picture says `de`, and the page is `en`
    "#]],
    );
    right("fr", "![La fenêtre des e-mails](images/window-fr.png)\n\n![Le menu des e-mails](images/configuration-de.messages.png)\n");
}
