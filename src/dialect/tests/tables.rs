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

#[test]
fn rows_of_dashes_with_other_signs() {
    check(
        "| A | B ||\n|---|---||\n| 1 | 2 ||\n\n|A|B|\n|—|—|\n|1|2|\n",
        expect![[r#"
            table 1x2 head
              - A
              - B
              - 1
              - 2
            table 1x2 head
              - A
              - B
              - 1
              - 2
            2:1: table-no-delimiter
            6:1: table-no-delimiter
        "#]],
    );
}

#[test]
fn blank_lines_between_rows() {
    check(
        "|A|B|\n|---|---|\n\n|1|2|\n\n|3|4|\n\n|C|D|\n|---|---|\n|5|6|\n\n|a|\n\n> |A|B|\n> |---|---|\n>\n> |1|2|\n",
        expect![[r#"
        table 2x2 head
          - A
          - B
          - 1
          - 2
          - 3
          - 4
        table 1x2 head
          - C
          - D
          - 5
          - 6
        p |a|
        quote
          table 1x2 head
            - A
            - B
            - 1
            - 2
        4:1: table-no-delimiter
        6:1: table-no-delimiter
        17:1: table-no-delimiter
    "#]],
    );
}

#[test]
fn a_cell_that_goes_on_in_the_next_line() {
    check(
        "|A|B|\n|---|---|\n| 1 | text continues\non the next line |\n| 3 | 4 |\n",
        expect![[r#"
        table 2x2 head
          - A
          - B
          - 1
          - text continues on the next line
          - 3
          - 4
        4:1: table-ragged
    "#]],
    );
}
