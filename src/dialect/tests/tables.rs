//! Tables: pipes that divide no cells, and headers that are too short.

use super::check;
use expect_test::expect;

#[test]
fn pipes_in_links_and_code_of_rows_with_too_many_cells() {
    check(
        "| a | b |\n|---|---|\n| [t|u](https://x.example/?a|b) | `c|d` |\n| <code>e|f</code> | g | h |\n| [i] | (j) |\n| [k|l](m | n) |\n",
        expect![[r#"
            table 4x2 head
              - a
              - b
              - (t|u→https://x.example/?a|b)
              - `c|d`
              - `e|f`
              - g   h
              - [i]
              - (j)
              - [k|l](m | n)
            3:5: table-ragged
            3:37: table-pipe-in-code
            4:10: table-ragged
            4:25: table-ragged
            6:5: table-ragged
        "#]],
    );
}

#[test]
fn headers_with_fewer_cells_than_dashes() {
    check(
        "|a|b|\n|:-|-:|---|\n|1|2|3|\n\nc | d\n-|-|-\n1 | 2|3\n",
        expect![[r#"
        table 1x3 head
          - a
          - b
          - 1
          - 2
          - 3
        table 1x3 head
          - c
          - d
          - 1
          - 2
          - 3
        1:1: table-ragged
        5:1: table-ragged
    "#]],
    );
}

#[test]
fn rows_of_dashes_without_a_header() {
    check(
        "|---|---|\n| a | b |\n\n> |-|-|\n> |c|d|\n\n|---|\n\ntext\n|---|---|\n| e | f |\n",
        expect![[r#"
        table 1x2
          - a
          - b
        quote
          table 1x2
            - c
            - d
        p |---|
        p text⏎|---|---|⏎| e | f |
        1:1: table-no-delimiter
        4:3: table-no-delimiter
        10:1: table-no-delimiter
    "#]],
    );
}

#[test]
fn tabs_between_cells() {
    check(
        "| a\t| b |\n| ---\t| ---\t|\n| c\t|\td\t|\n",
        expect![[r#"
        table 1x2 head
          - a
          - b
          - c
          - d
    "#]],
    );
}
