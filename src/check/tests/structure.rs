//! Tabs, details, lists, tables, code, links, controls.

use super::{check_body, right};
use expect_test::expect;

const TWO_STEPS: &str = "> [!tabs]\n> **Step 1**\n>> A.\n>>\n> **Step 2**\n>> B.\n";

#[test]
fn the_number_of_tabs() {
    check_body(
        "en",
        &format!("Follow each of the **3** steps below:\n\n{TWO_STEPS}"),
        expect![[r#"
        a/guide.en.md:5:22 ‹3› tabs-count-mismatch: the text says 3, and 2 tabs follow
          a/guide.en.md:8:3 ‹**Step 1**› the first of them
    "#]],
    );
    check_body(
        "en",
        &format!("Choose one of these three situations:\n\n{TWO_STEPS}"),
        expect![[r#"
        a/guide.en.md:5:21 ‹three› tabs-count-mismatch: the text says three, and 2 tabs follow
          a/guide.en.md:8:3 ‹**Step 1**› the first of them
    "#]],
    );
    right("en", &format!("Follow each of the **2** steps below:\n\n{TWO_STEPS}"));
    right("en", &format!("After step 3 of the other guide, these two steps remain:\n\n{TWO_STEPS}"));
}

#[test]
fn steps_in_another_language() {
    check_body(
        "de",
        TWO_STEPS,
        expect![[r#"
        a/guide.de.md:6:3 ‹**Step 1**› tabs-step-label: these steps are called `Step`, which is another language than the page's
    "#]],
    );
    right("it", TWO_STEPS);
    right("en", TWO_STEPS);
}

#[test]
fn details_in_details() {
    check_body(
        "en",
        "<details><summary>One</summary>\n\nText.\n\n<details><summary>Two</summary>\n\nText.\n\n</details>\n</details>\n",
        expect![[r#"
            a/guide.en.md:9:1 ‹<details>› details-nested: this block of details stands inside another
              a/guide.en.md:5:1 ‹<details>› the one around it
        "#]],
    );
    right("en", "/// details | One\n\nText.\n\n///\n\n/// details | Two\n\nText.\n\n///\n");
}

#[test]
fn an_item_without_its_marker() {
    check_body(
        "en",
        "- *One*, first\n- *Two*, second\n  *Three*, third\n",
        expect![[r#"
        a/guide.en.md:7:3 ‹*Three*› list-item-lost: this line is more of the item above, and looks like an item of its own
    "#]],
    );
    right("en", "- *One*, first\n- Two, second\n  *Three*, third\n");
    right("en", "- **One**, which is\n  *Not* that\n- **Two**, which is\n  **not** this\n");
}

#[test]
fn tables_without_a_header() {
    check_body(
        "en",
        "| | |\n|-|-|\n|Name|Value|\n|Other|Thing|\n",
        expect![[r#"
        a/guide.en.md:5:1 ‹| | |› table-empty-header: the header of this table is empty
    "#]],
    );
    right("en", "|A|B|\n|-|-|\n|Name|Value|\n");
    right("en", "| | |\n|-|-|\n|![The first window](images/a.png)|Do this.|\n|Do that.|![The second window](images/b.png)|\n");
}

#[test]
fn cells_outside_of_rows() {
    check_body(
        "en",
        "<table>\n<tbody>\n<td>A</td>\n<td>B</td></tr>\n<tr><td>C</td></tr>\n</tbody>\n</table>\n",
        expect![[r#"
        a/guide.en.md:7:1 ‹<td>› html-orphan-td: this cell stands in no row
    "#]],
    );
    right("en", "<table><tr><td>A</td></tr></table>\n");
    right("en", "Write `<table>`, then `<td>` cells.\n");
    right("en", "~~~html\n<table>\n<td>A</td>\n</table>\n~~~\n");
    right("en", "````html\n```\n<table>\n<td>A</td>\n```\n````\n");
}

#[test]
fn a_pages_own_style() {
    check_body(
        "en",
        "<style>\n.w-400 { max-width:400px }\n</style>\n\n![The first window](images/a.png){.thumbnail .w-40}\n",
        expect![[r#"
        a/guide.en.md:5:1 ‹<style› html-style: a page's own style is dropped, so that all pages look alike
        a/guide.en.md:9:1 ‹![The first window](images/a.png)› size-class-undefined: the page's style has no `.w-40`
    "#]],
    );
    right("en", "![The first window](images/a.png){.thumbnail .w-40}\n");
}

#[test]
fn languages_of_code() {
    check_body(
        "en",
        "```pyhton\nx = 1\n```\n\n```blurb\nx\n```\n",
        expect![[r#"
        a/guide.en.md:5:4 ‹pyhton› fence-lang-unknown: `pyhton` is no language of code blocks
        a/guide.en.md:9:4 ‹blurb› fence-lang-unknown: `blurb` is no language of code blocks
    "#]],
    );
    right("en", "```bash\nls\n```\n\n```ApacheConf\nx\n```\n\n```\nx\n```\n\n```rust\nx\n```\n");
}

#[test]
fn links_that_tell_nothing() {
    check_body(
        "en",
        "Click [here](https://example.net), see [help](https://example.net/a#zippy=-add).\n",
        expect![[r#"
            a/guide.en.md:5:7 ‹[here](https://example.net)› link-vague: the text `here` does not say where this link leads
            a/guide.en.md:5:40 ‹[help](https://example.net/a#zippy=-add)› link-broken-fragment: the fragment `#zippy=-add` has lost its beginning
        "#]],
    );
    right("en", "See [how to add an account](https://example.net/a#zippy=%2Cadd-an-account).\n");
}

#[test]
fn links_that_lead_nowhere_or_say_their_address_twice() {
    check_body(
        "en",
        "See [this](./#), [that](#), [form](), [a](#here) and [https://example.net](https://example.net).\n\n<https://example.net>, [example.net](https://example.net).\n\n## Here\n",
        expect![[r#"
            a/guide.en.md:5:5 ‹[this](./#)› link-nowhere: `./#` leads to the top of this very page
            a/guide.en.md:5:18 ‹[that](#)› link-nowhere: `#` leads to the top of this very page
            a/guide.en.md:5:29 ‹[form]()› link-nowhere: an empty address leads to the top of this very page
            a/guide.en.md:5:54 ‹[https://example.net](https://example.net)› link-bare: the address stands here twice
        "#]],
    );
}
