//! Front matter.

use super::check;
use expect_test::expect;

#[test]
fn what_other_programs_read_otherwise() {
    check(
        "-- a/guide.en.md --\n---\ntitle: A \norder: 08\nslug:\n---\n",
        expect![[r#"
        a/guide.en.md:2:9 ‹ › fm-trailing-space: a space follows the value
        a/guide.en.md:3:8 ‹08› fm-octal: `08` is another number to some programs
    "#]],
    );
    check("-- a/guide.en.md --\n---\ntitle: A\norder: 8\nslug: '08'\n---\n", expect![""]);
}
