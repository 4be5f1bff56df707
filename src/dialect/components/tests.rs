use super::Lowered;
use crate::{
    dialect::{outline::outline, parse, source::Source, vocabulary::Vocabulary},
    text::FileId,
};

/// What a text says, and the codes of its findings.
fn read(text: &str) -> (String, Vec<&'static str>) {
    let source = Source::of_file(FileId(0), text, 0);
    let lowered = Lowered::of(&source);
    let (source, own) = match &lowered {
        Some(lowered) => (Source { text: &lowered.text, pieces: lowered.pieces.clone() }, &lowered.diagnostics[..]),
        None => (source, &[][..]),
    };
    let parsed = parse(&source, &Vocabulary::default());
    let codes = own.iter().chain(&parsed.diagnostics).map(|diagnostic| diagnostic.code.id).collect();
    (outline(&parsed.blocks), codes)
}

#[track_caller]
fn same(components: &str, dialect: &str) {
    assert_eq!(read(components), read(dialect), "{}", Lowered::of(&Source::of_file(FileId(0), components, 0)).unwrap().text);
}

#[test]
fn tabs() {
    same(
        "import { Tab, Tabs } from '@rspress/core/theme';\n\nText\n<Tabs>\n<Tab label=\"Step 1\">\n\n    One **a**.\n\n    - b\n      c\n\n    ```bash\n    d <Tab>\n      e\n    ```\n\n</Tab>\n<Tab label=\"Step 2\">\n    Two.\n</Tab>\n</Tabs>\nAfter\n",
        "Text\n\n> [!tabs]\n> Step 1\n>> One **a**.\n>>\n>> - b\n>>   c\n>>\n>> ```bash\n>> d <Tab>\n>>   e\n>> ```\n>>\n> Step 2\n>> Two.\n\nAfter\n",
    );
}

#[test]
fn a_tab_on_one_line() {
    same(
        "<Tabs>\n<Tab label=\"A\">One **a**.</Tab>\n<Tab label=\"B\">Two.\n\nMore.</Tab>\n</Tabs>\nAfter\n",
        "> [!tabs]\n> A\n>> One **a**.\n>>\n> B\n>> Two.\n>>\n>> More.\n\nAfter\n",
    );
}

#[test]
fn tabs_in_items_and_in_each_other() {
    same(
        "1. One\n\n    <Tabs>\n      <Tab label=\"A\">\n        Text\n\n        :::info[Note]\n        More\n        :::\n      </Tab>\n    </Tabs>\n\n2. Two\n",
        "1. One\n\n    > [!tabs]\n    > A\n    >> Text\n    >>\n    >> :::info[Note]\n    >> More\n    >> :::\n    >>\n\n2. Two\n",
    );
    same(
        "<Tabs>\n  <Tab label=\"A\">\n    <Tabs>\n      <Tab label={'B'}>\n        Text\n      </Tab>\n    </Tabs>\n  </Tab>\n</Tabs>\n",
        "> [!tabs]\n> A\n>>\n>> > [!tabs]\n>> > B\n>> >> Text\n",
    );
}

#[test]
fn calls_of_the_api_and_cards() {
    same(
        "Call:\n<Api version=\"v2\" section=\"/me\" method=\"GET\" route={\"/me/\\{id\\}\"} />\nThen\n",
        "Call:\n\n> [!api]\n>\n> @api {v2} /me GET /me/{id}\n\nThen\n",
    );
    same("<LinkCard title=\"A b\" href=\"/pages/a\" description=\"More\" />\n", "[A b](/pages/a): More\n");
}

#[test]
fn what_stands_in_a_line() {
    same(
        "Click <code className=\"action\">Next</code> in the <ManagerLink to=\"/#/web\">panel</ManagerLink>. {/* no */}`<ManagerLink>`\n",
        "Click `Next`{.action} in the [panel](/links/manager). `<ManagerLink>`\n",
    );
    same(
        "<img className=\"thumbnail\" alt=\"A\" src={'/images/a.png'} loading=\"lazy\" style={{ maxWidth: '800px' }} />\n",
        "<img class=\"thumbnail\" alt=\"A\" src=\"/images/a.png\" loading=\"lazy\" />\n",
    );
    same("A <Tooltip content=\"B\">c</Tooltip> d {/* e\n\nf */}g\n", "A <abbr title=\"B\">c</abbr> d g\n");
}

#[test]
fn the_way_through_the_control_panel() {
    same(
        "Text\n[[cpnav:web-email-pro]]\nMore\n",
        "Text\n\n<!-- CP-NAV-START:web-email-pro -->\n\n[Web email pro](/links/control-panel/web-email-pro)\n\n<!-- CP-NAV-END:web-email-pro -->\n\nMore\n",
    );
    assert_eq!(read("[[cpnav:a b]] and `[[cpnav:a]]`\n").0, "p [[cpnav:a b]] and `[[cpnav:a]]`\n");
}

#[test]
fn zones_are_for_all_and_widgets_for_none() {
    let (shown, codes) = read("<Region zones={['eu']}>\n\n  Text\n\n</Region>\n\n<GuidedTour id=\"a\" />\n");
    assert_eq!((&*shown, &codes[..]), ("p Text\n", &["component-unsupported", "component-unsupported"][..]));
}

#[test]
fn what_is_no_component_stays() {
    for text in [
        "Replace <Region> by yours.\n",
        "`<Tabs>` and {a}\n",
        "<Tabs>\n\nA\n",
        "```jsx\n<Tabs>\n</Tabs>\n```\n",
        "> ```jsx\n> <B className=\"c\">\n> ```\n",
        "1. ```jsx\n   <B c={d}>\n   ```\n",
        "import a from b\n",
    ] {
        let source = Source::of_file(FileId(0), text, 0);
        assert!(Lowered::of(&source).is_none_or(|lowered| lowered.text == text), "{text}");
    }
}

#[test]
fn findings_stand_where_their_author_wrote_and_fix_no_component() {
    let text = "<Tabs>\n<Tab label=\"A\">\n\n    #Title\n\n    Text\n    2. a\n    3. b\n\n</Tab>\n</Tabs>\n";
    let source = Source::of_file(FileId(0), text, 0);
    let lowered = Lowered::of(&source).unwrap();
    let source = Source { text: &lowered.text, pieces: lowered.pieces.clone() };
    let mut diagnostics = parse(&source, &Vocabulary::default()).diagnostics;
    lowered.keep_components(&mut diagnostics);
    let found: Vec<_> = diagnostics.iter().map(|found| (found.code.id, &text[found.span.range()], found.fix.len())).collect();
    assert_eq!(found, [("heading-hash-space", "#Title", 1), ("heading-h1", "#Title\n", 1), ("list-glued", "2. a", 0)]);
}
