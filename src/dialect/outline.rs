//! A tree as a few lines of text, for tests.

use super::{
    tree::{AddressPart, Block, BlockKind, CodePart, Inline, InlineKind},
    walk,
};

/// A line for each block, indented by depth.
pub fn outline(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        add(block, 0, &mut out);
    }
    out
}

fn add(block: &Block, depth: usize, out: &mut String) {
    let line = match &block.kind {
        BlockKind::Heading { level, inlines, anchors } => {
            format!("h{level} {}{}", text(inlines), anchors.iter().map(|name| format!(" #{name}")).collect::<String>())
        }
        BlockKind::Paragraph(inlines) => format!("p {}", text(inlines)),
        BlockKind::Plain(inlines) => format!("- {}", text(inlines)),
        BlockKind::List(list) => {
            let numbering = list.numbering.type_name().map_or(String::new(), |name| format!(" {name}"));
            list.start.map_or("ul".to_owned(), |start| format!("ol {start}{numbering}"))
        }
        BlockKind::Quote(_) => "quote".to_owned(),
        BlockKind::Callout { kind, title, .. } => format!("callout {} {}", kind.as_str(), text(title)).trim_end().to_owned(),
        BlockKind::Tabs { kind, tabs } => {
            out.push_str(&format!("{}{kind:?}\n", "  ".repeat(depth)));
            return labelled(tabs, depth + 1, out);
        }
        BlockKind::Faq(tabs) => {
            out.push_str(&format!("{}faq\n", "  ".repeat(depth)));
            return labelled(tabs, depth + 1, out);
        }
        BlockKind::Api(calls) => calls
            .iter()
            .map(|call| format!("api {} {} {} {}", call.version, call.section, call.method, call.path))
            .collect::<Vec<_>>()
            .join("; "),
        BlockKind::Details { summary, .. } => format!("details {}", text(summary)),
        BlockKind::Carousel(slides) => format!(
            "carousel {}",
            slides.iter().map(|slide| format!("{}={}", slide.image.address, text(&slide.caption))).collect::<Vec<_>>().join(" ")
        ),
        BlockKind::Table(table) => {
            format!("table {}x{}{}", table.rows.len(), table.alignments.len(), if table.head.is_some() { " head" } else { "" })
        }
        BlockKind::StepsTable(steps) => format!("steps-table {}", steps.len()),
        BlockKind::Code { language, text } => format!("code {language} {text:?}"),
        BlockKind::Rule => "rule".to_owned(),
        BlockKind::Element { tag, .. } => format!("<{}>", tag.name),
        BlockKind::ControlPanel { key, .. } => format!("control-panel {key}"),
        BlockKind::Settings(settings) => format!("settings {} {:?}", settings.service, settings.protocols),
        BlockKind::Video { address, .. } => format!("video {address}"),
        BlockKind::When { condition, .. } => format!("when {}", if condition.known { "known" } else { "unknown" }),
        BlockKind::Definitions(_) => "definitions".to_owned(),
        BlockKind::Footnote { label, .. } => format!("footnote {label}"),
        BlockKind::Anchor(name) => format!("anchor {name}"),
    };
    out.push_str(&format!("{}{line}\n", "  ".repeat(depth)));
    walk::children(block, &mut |blocks| blocks.iter().for_each(|block| add(block, depth + 1, out)));
}

fn labelled(tabs: &[super::tree::Tab], depth: usize, out: &mut String) {
    for tab in tabs {
        let anchors: String = tab.anchors.iter().map(|name| format!(" #{name}")).collect();
        out.push_str(&format!("{}[{}]{anchors}\n", "  ".repeat(depth), text(&tab.label)));
        for block in &tab.blocks {
            add(block, depth + 1, out);
        }
    }
}

fn address(parts: &[AddressPart]) -> String {
    parts
        .iter()
        .map(|part| match part {
            AddressPart::Text(text) => text.to_string(),
            AddressPart::Host(service) => format!("HOST{service}"),
        })
        .collect()
}

fn text(inlines: &[Inline]) -> String {
    inlines.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match &inline.kind {
        InlineKind::Text(text) => text.replace('\n', "⏎"),
        InlineKind::Code(parts) => {
            let code: String = parts
                .iter()
                .map(|part| match part {
                    CodePart::Text(text) => text.to_string(),
                    CodePart::Host(host) => format!("HOST{}", host.service),
                })
                .collect();
            format!("`{code}`")
        }
        InlineKind::Action(inside) => format!("[{}]", text(inside)),
        InlineKind::Emphasis(inside) => format!("_{}_", text(inside)),
        InlineKind::Strong(inside) => format!("__{}__", text(inside)),
        InlineKind::Strike(inside) => format!("~{}~", text(inside)),
        InlineKind::Link { to, inlines } => format!("({}→{})", text(inlines), address(&to.address.parts)),
        InlineKind::Image(image) => format!("!({}|{}|{})", image.address, address(&image.alt.parts), image.classes.join(" ")),
        InlineKind::Break => "↵".to_owned(),
        InlineKind::Host(host) => format!("HOST{}{}", host.service, if host.strong { "!" } else { "" }),
        InlineKind::Anchor(name) => format!("#{name}#"),
        InlineKind::Placeholder(text) => format!("‹{}›", &**text),
        InlineKind::Element { tag, inlines } => format!("<{} {}>", tag.name, text(inlines)),
        InlineKind::Icon(name) => format!("icon:{name}"),
        InlineKind::FootnoteReference(label) => format!("^{label}"),
        InlineKind::When { condition, inlines } => format!("{{{}:{}}}", if condition.known { "known" } else { "unknown" }, text(inlines)),
    }
}
