use super::*;
use crate::{
    service::{Grammar, Parameter},
    text::line_and_column,
};
use expect_test::{Expect, expect};

fn services() -> Vec<Service> {
    let parameter = |name: &str, grammar| Parameter { name: name.into(), grammar, mark: "?".into(), find: None };
    let service = |id: &str, parameters| Service { id: id.into(), parameters, ..Service::default() };
    vec![
        service(
            "pro",
            vec![parameter("server", Grammar::Integer(1, 99)), parameter("region", Grammar::Choice(vec!["eu".into(), "ca".into()]))],
        ),
        service("plus", vec![parameter("server", Grammar::Integer(1, 9)), parameter("domain", Grammar::Domain)]),
    ]
}

/// The sites of a file, or what is wrong with it, a line each.
#[track_caller]
fn check(name: &str, text: &str, fixed: &[&str], expected: Expect) {
    let services = services();
    let of_site: Vec<&Service> = services.iter().collect();
    let fixed = Values::parse(fixed, &services).unwrap();
    let tree = SourceTree::from_memory([(name, text)]);
    let known = Known { services: &services, of_site: &of_site, fixed: &fixed };
    let shown = match read(&tree, tree.find_text(name).unwrap(), &known) {
        Ok(Rows { columns, rows }) => {
            let columns: Vec<String> = columns.iter().map(ToString::to_string).collect();
            let rows = rows.iter().map(|row| format!("{}: {}\n", row.name, row.values.join(" ")));
            format!("{}\n{}", columns.join(" "), rows.collect::<String>())
        }
        Err(wrong) => wrong.iter().map(|wrong| shown(text, wrong)).collect(),
    };
    expected.assert_eq(&shown);
}

fn shown(text: &str, wrong: &Diagnostic) -> String {
    let (line, column) = line_and_column(text, wrong.span.start as usize);
    format!("{line}:{column} {} {}: {}\n", &text[wrong.span.range()], wrong.code.id, wrong.message)
}

#[test]
fn a_table_has_a_line_of_names() {
    check(
        "a.csv",
        "\u{feff}name,pro.server, domain\r\nacme,3,\"a.example\"\r\n\r\n beta , 17 ,b.example\r\n",
        &[],
        expect![[r#"
        pro.server plus.domain
        acme: 3 a.example
        beta: 17 b.example
    "#]],
    );
    check(
        "a.csv",
        "pro.server;name\n3;acme\n",
        &[],
        expect![[r#"
        pro.server
        acme: 3
    "#]],
    );
    check(
        "a.tsv",
        "name\tregion\na\teu\n",
        &[],
        expect![[r#"
        pro.region
        a: eu
    "#]],
    );
}

#[test]
fn a_list_has_mappings() {
    check(
        "a.yaml",
        "# customers\n- name: acme\n  pro.server: 3\n- { pro.server: 4, name: beta }\n",
        &[],
        expect![[r#"
        pro.server
        acme: 3
        beta: 4
    "#]],
    );
    check(
        "a.yml",
        "[{ name: '1', region: ca }]",
        &[],
        expect![[r#"
        pro.region
        1: ca
    "#]],
    );
    let long: String = (0..20_000).map(|at| format!("- {{ name: c{at}, pro.server: 1 }}\n")).collect();
    let (services, tree) = (services(), SourceTree::from_memory([("a.yaml", long)]));
    let known = Known { services: &services, of_site: &[], fixed: &Values::default() };
    assert_eq!(read(&tree, tree.find_text("a.yaml").unwrap(), &known).unwrap().rows.len(), 20_000);
}

#[test]
fn an_array_has_objects() {
    check(
        "a.json",
        "[{\"name\":\"acme\",\"pro.server\":3},{\"pro.server\":\"4\",\"name\":\"b\\u0065ta\"}]",
        &[],
        expect![[r#"
        pro.server
        acme: 3
        beta: 4
    "#]],
    );
}

#[test]
fn all_mistakes_are_told_with_their_place() {
    check(
        "a.csv",
        "name,pro.servr,colour,server,pro.server\nacme,,,,3\nacme,,,,100\nACME,,,,\n../x,,,,4\n,,,,5\nb\nc,,,,6,7\n",
        &[],
        expect![[r#"
            1:6 pro.servr each-column: the service `pro` has no parameter `servr`; did you mean `server`? (allowed: `server` or `region`)
            1:16 colour each-column: `colour` is no parameter of this site; allowed: `pro.server`, `pro.region`, `plus.server` or `plus.domain`
            1:23 server each-column: several services of this site have a parameter `server`: write `pro.server` or `plus.server`
            3:1 acme each-name: two sites are called `acme`
            3:9 100 each-value: `100` is no value of `pro.server`; allowed: a whole number from 1 to 99
            4:1 ACME each-name: `ACME` and `acme` differ in case alone, which some disks do not tell apart
            4:9  each-value: `pro.server` has no value
            5:1 ../x each-name: `../x` is no name of a folder: it holds `/`
            6:1  each-name: a site has no name
            7:1 b each-value: `pro.server` has no value
            8:8 7 each-column: a value stands below no name of a column
        "#]],
    );
    check(
        "a.yaml",
        "- { name: a, pro.server: 0 }\n- { nam: b, pro.server: 3 }\n- c\n- { name: [d], pro.server: 1 }\n- {\n",
        &[],
        expect![[r#"
            1:26 0 each-value: `0` is no value of `pro.server`; allowed: a whole number from 1 to 99
            2:3  each-name: a site has no name
            2:5 nam each-column: unknown column `nam`; did you mean `name`?
            3:3 c each-syntax: a site is a mapping
            4:11 [d each-syntax: `name` is one value
            5:3 { each-syntax: not valid YAML: unclosed bracket `{`
        "#]],
    );
    check(
        "a.json",
        "[{\"name\":\"é\",\"pro.server\":[3]},\n {\"name\":null,\"pro.server\":true}]",
        &[],
        expect![[r#"
        1:27 [3] each-syntax: `pro.server` is one value
        2:10 null each-name: a site has no name
        2:28 true each-value: `true` is no value of `pro.server`; allowed: a whole number from 1 to 99
    "#]],
    );
    check(
        "a.json",
        "[{\"name\":\"é\",\n \"pro.server\" 3}]",
        &[],
        expect![[r#"
        2:15  each-syntax: not valid JSON: expected `:`
    "#]],
    );
}

#[test]
fn json_without_a_list_is_not_called_invalid() {
    check(
        "a.json",
        "{\"name\": \"acme\"}",
        &[],
        expect![[r#"
        1:1  each-syntax: this is no list of sites
    "#]],
    );
    check(
        "a.json",
        "[3]",
        &[],
        expect![[r#"
        1:2  each-syntax: this is no list of sites
    "#]],
    );
}

#[test]
fn a_file_has_sites_and_their_values() {
    check(
        "a.csv",
        "name,pro.server\n",
        &[],
        expect![[r#"
        1:1  each-value: no site is listed
    "#]],
    );
    check(
        "a.csv",
        "name\na\n",
        &[],
        expect![[r#"
        1:1  each-column: the sites have names and no values
    "#]],
    );
    check(
        "a.yaml",
        "",
        &[],
        expect![[r#"
        1:1  each-value: no site is listed
    "#]],
    );
    check(
        "a.txt",
        "name\na\n",
        &[],
        expect![[r#"
        1:1  each-syntax: the name of a file of sites ends in `.csv`, `.yaml`, `.yml` or `.json`
    "#]],
    );
    check(
        "a.csv",
        "name,pro.server,pro.region\na,3,eu\n",
        &["pro.region=ca"],
        expect![[r#"
        1:17 pro.region each-column: `pro.region` is fixed with `--set` for all sites, and has a column
    "#]],
    );
}

#[track_caller]
fn check_range(text: &str, expected: Expect) {
    let services = services();
    let of_site: Vec<&Service> = services.iter().collect();
    let known = Known { services: &services, of_site: &of_site, fixed: &Values::default() };
    let names =
        |rows: Rows| rows.rows.into_iter().map(|row| format!("{}={}", row.name, row.values.join(" "))).collect::<Vec<_>>().join(" ");
    expected.assert_eq(&range(text, &known).map_or_else(|message| message, names));
}

#[test]
fn a_range_has_a_site_for_each_value() {
    check_range("pro.server=9..11", expect!["9=9 10=10 11=11"]);
    check_range("plus.server", expect!["1=1 2=2 3=3 4=4 5=5 6=6 7=7 8=8 9=9"]);
    check_range("region", expect!["eu=eu ca=ca"]);
    check_range("server=1..3", expect!["several services of this site have a parameter `server`: write `pro.server` or `plus.server`"]);
    check_range("pro.server=3..1", expect!["`3..1` is no range; write the first and the last number, such as `pro.server=1..99`"]);
    check_range("pro.server=1-3", expect!["`1-3` is no range; write the first and the last number, such as `pro.server=1..99`"]);
    check_range("pro.server=98..100", expect!["`100` is no value of `pro.server`; allowed: a whole number from 1 to 99"]);
    check_range(
        "region=ca..eu",
        expect!["`pro.region` is no number, so that it has no range; write `--each-range pro.region` or list its values in a file"],
    );
    check_range("domain", expect!["`plus.domain` may have countless values; list them in a file for `--each`"]);
    check_range(
        "pro.servr=1..2",
        expect!["the service `pro` has no parameter `servr`; did you mean `server`? (allowed: `server` or `region`)"],
    );
    check_range("pro.server=0..9223372036854775807", expect!["a range gives at most 100,000 sites"]);
}
