//! Blocks as HTML.

use super::{SlotKind, WhenForm, conditions, writer::Writer};
use crate::{
    dialect::tree::{ApiCall, Block, BlockKind, CalloutKind, Fold, Inline, InlineKind, Item, List, Tab, TabsKind, Tag},
    text::Span,
};

impl Writer<'_> {
    pub(super) fn block(&mut self, block: &Block) {
        self.going_with(|| conditions::of_block(block), |writer| writer.standing_block(block));
    }

    fn standing_block(&mut self, block: &Block) {
        self.facts.rare.note(&block.kind);
        match &block.kind {
            BlockKind::Heading { level, inlines, anchors } => self.heading(*level, inlines, anchors, block.span),
            BlockKind::Paragraph(inlines) => self.paragraph(inlines, block.span),
            BlockKind::Plain(inlines) => self.block_text(inlines),
            BlockKind::List(list) => self.list(list, block.span),
            BlockKind::Quote(blocks) => self.wrapped("<blockquote>\n", blocks, "</blockquote>\n"),
            BlockKind::Callout { kind, title, blocks } => self.callout(*kind, title, blocks),
            BlockKind::Tabs { kind: TabsKind::Steps, tabs } => self.steps(tabs),
            BlockKind::Tabs { kind: TabsKind::Alternatives, tabs } => self.alternatives(tabs),
            BlockKind::Faq(entries) => self.faq(entries),
            BlockKind::Api(calls) => calls.iter().for_each(|call| self.api(call)),
            BlockKind::Details { summary, fold, blocks } => self.details(summary, fold, blocks, block.span),
            BlockKind::Carousel(slides) => self.carousel(slides),
            BlockKind::Table(table) => self.table(table, block.span),
            BlockKind::StepsTable(steps) => self.steps_table(steps),
            BlockKind::Code { language, text } => self.code_block(language, text),
            BlockKind::Rule => self.raw("<hr>\n"),
            BlockKind::Element { tag, blocks } => self.element(tag, blocks),
            BlockKind::ControlPanel { key, blocks } => self.control_panel(key, blocks),
            BlockKind::Settings(settings) => self.settings_table(settings),
            BlockKind::Video { address, title } => self.video(address, title, block.span),
            BlockKind::When { condition, blocks } if self.conditions.contains(condition) => self.blocks(blocks),
            BlockKind::When { condition, blocks } => {
                self.slot(SlotKind::WhenStart(*condition, WhenForm::Blocks));
                self.on_condition(*condition, |writer| writer.blocks(blocks));
                self.slot(SlotKind::WhenEnd(*condition, WhenForm::Blocks));
            }
            BlockKind::Definitions(list) => {
                self.raw("<dl>\n");
                for definition in list {
                    self.raw("<dt>");
                    self.block_text(&definition.term);
                    self.raw("</dt>\n");
                    definition.meanings.iter().for_each(|blocks| self.wrapped("<dd>", blocks, "</dd>\n"));
                }
                self.raw("</dl>\n");
            }
            BlockKind::Footnote { .. } => {}
            BlockKind::Anchor(name) => self.anchor(name, block.span),
        }
    }

    pub(super) fn wrapped(&mut self, start: &str, blocks: &[Block], end: &str) {
        self.raw(start);
        self.blocks(blocks);
        self.raw(end);
    }

    /// A paragraph; one that is nothing but pictures becomes figures.
    fn paragraph(&mut self, inlines: &[Inline], span: Span) {
        if !inlines.is_empty() && inlines.iter().all(is_picture_or_space) {
            return self.figures(inlines);
        }
        self.paragraph_of_text("", inlines, span);
    }

    /// A paragraph of text, with what is written before its first letter.
    pub(super) fn paragraph_of_text(&mut self, before: &str, inlines: &[Inline], span: Span) {
        match self.settings.tables.get(&span) {
            Some(marked) => {
                self.raw("<p");
                self.marked_attributes(marked);
            }
            None => self.raw("<p"),
        }
        self.language(inlines);
        self.raw(">");
        self.raw(before);
        self.with_setting_words(span, |writer| writer.inlines(inlines));
        self.raw("</p>\n");
    }

    fn list(&mut self, list: &List, span: Span) {
        match list.start {
            Some(1) => self.raw("<ol"),
            Some(start) => self.raw(&format!("<ol start=\"{start}\"")),
            None => self.raw("<ul"),
        }
        if let Some(name) = list.numbering.type_name() {
            self.attribute("type", name);
        }
        if let Some(marked) = self.settings.tables.get(&span) {
            self.marked_attributes(marked);
        }
        self.raw(">\n");
        for item in &list.items {
            self.going_with(|| conditions::of_blocks(&item.blocks), |writer| writer.item(item, span));
        }
        self.raw(if list.start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    fn item(&mut self, item: &Item, span: Span) {
        self.raw("<li>");
        self.with_setting_words(span, |writer| match item.task {
            Some(done) => writer.task(if done { "☑ " } else { "☐ " }, &item.blocks),
            None => writer.blocks(&item.blocks),
        });
        self.raw("</li>\n");
    }

    /// A task. Its box stands in the same line as its text, also where that is a paragraph.
    fn task(&mut self, mark: &str, blocks: &[Block]) {
        if let [Block { kind: BlockKind::Paragraph(inlines), span }, rest @ ..] = blocks
            && !inlines.iter().all(is_picture_or_space)
        {
            self.paragraph_of_text(mark, inlines, *span);
            return self.blocks(rest);
        }
        self.raw(mark);
        self.blocks(blocks);
    }

    fn callout(&mut self, kind: CalloutKind, title: &[Inline], blocks: &[Block]) {
        self.raw("<aside class=\"callout\" role=\"note\" data-callout=\"");
        self.raw(kind.as_str());
        self.raw("\"><p class=\"callout-title\"");
        if title.is_empty() {
            let texts = self.setting.texts;
            self.raw(&texts.lang);
            self.raw(">");
            self.escaped(texts.callout(kind));
        } else {
            self.raw(">");
            self.block_text(title);
        }
        self.raw("</p>\n");
        self.wrapped("", blocks, "</aside>\n");
    }

    fn steps(&mut self, tabs: &[Tab]) {
        self.raw("<ol class=\"steps\" data-tabs=\"steps\">\n");
        for tab in tabs {
            self.going_with(|| conditions::of_tab(tab), |writer| writer.step(tab));
        }
        self.raw("</ol>\n");
    }

    fn step(&mut self, tab: &Tab) {
        self.raw("<li class=\"step\"><p class=\"step-label\">");
        self.label(tab, |writer| &writer.setting.texts.tab_untitled);
        self.raw("</p>\n");
        self.wrapped("", &tab.blocks, "</li>\n");
    }

    fn alternatives(&mut self, tabs: &[Tab]) {
        self.groups += 1;
        let group = self.groups;
        self.raw("<div class=\"tabs\" data-tabs=\"alternatives\">\n");
        for (at, tab) in tabs.iter().enumerate() {
            let id = format!("tab_{group}_{}", at + 1);
            self.raw(&format!("<section class=\"tab\" aria-labelledby=\"{id}\"><p class=\"tab-label\" id=\"{id}\">"));
            self.label(tab, |writer| &writer.setting.texts.tab_untitled);
            self.raw("</p>\n");
            self.wrapped("", &tab.blocks, "</section>\n");
        }
        self.raw("</div>\n");
    }

    fn label(&mut self, tab: &Tab, untitled: for<'b> fn(&'b Self) -> &'b str) {
        tab.anchors.iter().for_each(|anchor| self.anchor(anchor, tab.span));
        if tab.label.is_empty() {
            let text = untitled(self).to_owned();
            self.escaped(&text);
        }
        self.block_text(&tab.label);
    }

    fn faq(&mut self, entries: &[Tab]) {
        self.raw("<div class=\"faq\" data-faq>\n");
        for entry in entries {
            self.going_with(|| conditions::of_tab(entry), |writer| writer.question(entry));
        }
        self.raw("</div>\n");
    }

    fn question(&mut self, entry: &Tab) {
        self.raw("<details class=\"faq-item\" open><summary>");
        self.label(entry, |writer| &writer.setting.texts.faq_untitled);
        self.raw("</summary>\n");
        self.wrapped("<div>", &entry.blocks, "</div></details>\n");
    }

    fn api(&mut self, call: &ApiCall) {
        self.raw("<div class=\"api\"");
        self.attribute("data-api", &call.method);
        self.raw("><span class=\"api-method\">");
        self.escaped(&call.method);
        self.raw("</span> <code class=\"api-path\">");
        for (at, part) in call.path.split('{').enumerate() {
            let (variable, rest) = if at == 0 { ("", part) } else { part.split_once('}').unwrap_or(("", part)) };
            if at > 0 {
                self.raw("{<var>");
                self.escaped(variable);
                self.raw("</var>}");
            }
            self.escaped_path(rest);
        }
        let texts = self.setting.texts;
        self.raw("</code> <a class=\"api-link\"");
        self.attribute("href", &console_address(call));
        self.raw(&texts.lang);
        self.raw(">");
        self.escaped(&texts.api_open);
        self.raw("</a></div>\n");
    }

    /// A path that may be broken before each of its steps, and nowhere else while there is room.
    fn escaped_path(&mut self, path: &str) {
        for (at, step) in path.split('/').enumerate() {
            self.raw(if at > 0 { "<wbr>/" } else { "" });
            self.escaped(step);
        }
    }

    fn details(&mut self, summary: &[Inline], fold: &Fold, blocks: &[Block], span: Span) {
        self.raw(if fold.open {
            "<details class=\"details\" data-details open><summary>"
        } else {
            "<details class=\"details\" data-details><summary>"
        });
        fold.anchors.iter().for_each(|anchor| self.anchor(anchor, span));
        if summary.is_empty() {
            let texts = self.setting.texts;
            self.escaped(&texts.details_untitled);
        }
        self.block_text(summary);
        self.raw("</summary>\n");
        self.wrapped("", blocks, "</details>\n");
    }

    fn control_panel(&mut self, key: &str, blocks: &[Block]) {
        self.raw("<aside class=\"control-panel\" role=\"note\"");
        self.attribute("data-control-panel", key);
        self.raw(">\n");
        if !blocks.iter().any(|block| matches!(block.kind, BlockKind::Heading { .. })) {
            let texts = self.setting.texts;
            self.raw(&format!("<p class=\"box-title\"{}>", texts.lang));
            self.escaped(&texts.control_panel);
            self.raw("</p>\n");
        }
        let outer = std::mem::replace(&mut self.plain_titles, true);
        self.wrapped("", blocks, "</aside>\n");
        self.plain_titles = outer;
    }

    fn element(&mut self, tag: &Tag, blocks: &[Block]) {
        let name = &*tag.name;
        if name == "table" {
            self.table_wrapper();
        }
        self.raw("<");
        self.raw(name);
        for (name, value) in &tag.attributes {
            self.attribute_with_hosts(name, value);
        }
        if name == "tr" {
            self.head_scope = head_scope(blocks);
        } else if name == "th" && !tag.attributes.iter().any(|(name, _)| &**name == "scope") {
            self.attribute("scope", self.head_scope);
        }
        self.raw(">");
        self.wrapped("", blocks, "</");
        self.raw(name);
        self.raw(if name == "table" { "></div>\n" } else { ">\n" });
    }
}

/// What the heads in a row are heads of: beside data they name their row, else the columns below them.
fn head_scope(cells: &[Block]) -> &'static str {
    let is_data = |cell: &Block| matches!(&cell.kind, BlockKind::Element { tag, .. } if &*tag.name == "td");
    if cells.iter().any(is_data) { "row" } else { "col" }
}

fn is_picture_or_space(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Image(_) | InlineKind::Break => true,
        InlineKind::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// The call in the API's console.
fn console_address(call: &ApiCall) -> String {
    let section = call.section.replace('/', "%2F");
    format!("https://eu.api.ovh.com/console/?section={section}&branch={}#{}-{}", call.version, call.method.to_ascii_lowercase(), call.path)
}
