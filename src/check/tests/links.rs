//! Links and link files.

use super::{check_only, fixes};
use expect_test::expect;

const CONFIG: &str = "-- polyguide.yaml --\nsource_locale: en-gb\nlocales:\n  en-gb: {}\n  fr-fr: {}\n  de-de: {}\n";

#[test]
fn addresses_of_other_languages_are_learned_from_texts() {
    check_only(
        &["link-other-locale"],
        &format!(
            "{CONFIG}-- content/a/guide.en-gb.md --\nSee [x](https://shop.example.net/fr/x/), [y](https://old.example.net/fr/a/y), [z](https://labs.example.net/fr/z),\n\
             [own](https://shop.example.net/en/), [French](https://shop.example.net/fr/x \"(FR)\").\n\
             -- content/b/guide.en-gb.md --\nSee [y](https://old.example.net/gb/en/a/).\n\
             -- content/a/guide.de-de.md --\nSiehe [x](https://shop.example.net/fr/x).\n"
        ),
        expect![[r#"
            content/a/guide.en-gb.md:1:5 ‹[x](https://shop.example.net/fr/x/)› link-other-locale: this address is for readers of `fr`, this text for those of `en-gb`
            content/a/guide.en-gb.md:1:42 ‹[y](https://old.example.net/fr/a/y)› link-other-locale: this address is for readers of `fr`, this text for those of `en-gb`
        "#]],
    );
}

#[test]
fn written_out_addresses_become_keys() {
    let site = format!(
        "{CONFIG}-- content/a/guide.en-gb.md --\nSee [a](https://example.net/a/) and [b](https://example.net/en/b), [c](https://example.net/c).\n\
         -- links/a --\n- [en-gb](https://example.net/a/)\n- [fr-fr](https://example.net/a/)\n\
         -- links/b --\n- [en-gb](https://example.net/en/b)\n- [fr-fr](https://example.net/fr/b)\n"
    );
    fixes(
        &["link-written-out"],
        &site,
        expect![[r#"
            link-written-out Safe: ‹https://example.net/a/› → `/links/a`
            link-written-out Unsafe: ‹https://example.net/en/b› → `/links/b`
        "#]],
    );
}

#[test]
fn keys_of_addresses_in_angle_brackets_get_a_text() {
    let site = format!(
        "{CONFIG}-- content/a/guide.en-gb.md --\nSee <https://example.net/a> and [https://example.net/a](https://example.net/a).\n-- links/a --\n- [en-gb](https://example.net/a)\n"
    );
    fixes(
        &["link-written-out"],
        &site,
        expect![[r#"
        link-written-out Safe: ‹<https://example.net/a>› → `[https://example.net/a](/links/a)`
        link-written-out Safe: ‹https://example.net/a› → `/links/a`
    "#]],
    );
}

#[test]
fn link_files_are_used_and_have_all_languages() {
    check_only(
        &["linkfile-unused", "linkfile-missing-locale"],
        &format!(
            "{CONFIG}-- content/a/guide.en-gb.md --\n[a](/links/a) [b](/links/b#x) [c](/links/C)\n\
             -- links/a --\n- [en-gb](https://example.net/a)\n- [fr-ca](https://example.net/fr/a)\n\
             -- links/b --\n- [en-gb](https://example.net/b)\n- [fr-fr](https://example.net/b)\n\
             -- links/c --\n- [en-gb](https://example.net/c)\n- [fr-fr](https://example.net/fr/c)\n- [de-de](https://example.net/de/c)\n\
             -- links/d --\n- [en-gb](https://example.net/d)\n"
        ),
        expect![[r#"
            links/a:2:11 ‹https://example.net/fr/a› linkfile-missing-locale: `/links/a` has no address for `de-de`
            links/d:1:1 ‹› linkfile-unused: no guide links to `/links/d`
        "#]],
    );
}

#[test]
fn links_are_mended_where_they_stand() {
    fixes(
        &["link-case", "link-missing-slash", "link-dead-page", "link-unknown-key", "anchor-unknown", "anchor-legacy-suffix"],
        "-- polyguide.yaml --\nlocales:\n  en: {}\n-- content/mail/web/guide.en.md --\n---\ntitle: A\n---\n## Passwords\n\n[/pages/Mail/web](/pages/Mail/web#passwords) [b](pages/mail/web) [c](</pages/mail/wep>)\n\
         [d](/links/manger) [e](#pasword) [f](/pages/mail/web#passwords_2) <a href=\"/pages/mail/wep\">g</a>\n-- links/manager --\n- [en](https://example.net/)\n",
        expect![[r#"
            link-case Safe: ‹/pages/Mail/web#passwords› → `/pages/mail/web#passwords`
            link-missing-slash Safe: ‹pages/mail/web› → `/pages/mail/web`
            link-dead-page Unsafe: ‹/pages/mail/wep› → `/pages/mail/web`
            link-unknown-key Unsafe: ‹/links/manger› → `/links/manager`
            anchor-unknown Unsafe: ‹#pasword› → `#passwords`
            anchor-legacy-suffix Unsafe: ‹/pages/mail/web#passwords_2› → `/pages/mail/web#passwords`
            link-dead-page Unsafe: ‹/pages/mail/wep› → `/pages/mail/web`
        "#]],
    );
}

#[test]
fn addresses_of_the_web_have_a_whole_scheme() {
    fixes(
        &["link-missing-slash", "link-dead-page"],
        "-- polyguide.yaml --\nlocales:\n  en: {}\n-- content/a/guide.en.md --\n---\ntitle: A\n---\n\
         [a](https:/example.net/x) [b](http//example.net) [c](https:example.net) [d](https://example.net) [e](httpx/a) <https:/example.net>\n",
        expect![[r#"
            link-missing-slash Safe: ‹https:/example.net/x› → `https://example.net/x`
            link-missing-slash Safe: ‹http//example.net› → `http://example.net`
            link-missing-slash Safe: ‹https:example.net› → `https://example.net`
            link-missing-slash Unsafe: ‹https:/example.net› → `https://example.net`
        "#]],
    );
}

#[test]
fn an_address_between_angle_brackets_becomes_a_link_with_a_text() {
    fixes(
        &["link-legacy-absolute"],
        "-- polyguide.yaml --\nlocales:\n  en: {}\n-- content/mail/web/guide.en.md --\n---\ntitle: A\nslug: webmail\n---\n<https://docs.ovh.com/gb/en/mail/webmail/> [b](https://docs.ovh.com/gb/en/mail/webmail/)\n",
        expect![[r#"
            link-legacy-absolute Safe: ‹<https://docs.ovh.com/gb/en/mail/webmail/>› → `[https://docs.ovh.com/gb/en/mail/webmail/](/pages/mail/web)`
            link-legacy-absolute Safe: ‹https://docs.ovh.com/gb/en/mail/webmail/› → `/pages/mail/web`
        "#]],
    );
}
