//! Every kind of mistake, a line each.

use super::{Code, Severity};

macro_rules! codes {
    ($($name:ident $id:literal $severity:ident $(in check $check:ident)? : $meaning:literal;)*) => {
        $(#[doc = $meaning] pub static $name: Code = Code {
            id: $id,
            severity: Severity::$severity,
            severity_in_check: codes!(@check $severity $($check)?),
            meaning: $meaning,
        };)*
        /// All kinds of mistakes, in the order of the table.
        pub static CODES: &[&Code] = &[$(&$name),*];
    };
    (@check $severity:ident) => { Severity::$severity };
    (@check $severity:ident $check:ident) => { Severity::$check };
}

codes! {
    // Callouts.
    CALLOUT_UNKNOWN_TYPE "callout-unknown-type" Warning: "A callout has a type that the dialect does not know.";
    CALLOUT_CASE "callout-case" Note: "A callout's type is not in lower case.";
    CALLOUT_TITLE "callout-title-on-marker" Note: "A callout's title stands on the marker's line, where other renderers drop it.";
    CALLOUT_LAZY_LINE "callout-lazy-line" Warning: "A line of a callout has no `>`.";
    CALLOUT_GLUED "callout-glued" Warning: "No blank line stands before a callout.";
    CALLOUT_DEPTH "callout-depth" Warning: "A callout in a tab has too few `>`.";
    CALLOUT_STRAY "callout-stray" Warning: "A callout's marker stands in the middle of a text.";
    CALLOUT_INDENT "callout-indent" Warning: "A callout is indented too little for its list item.";
    CALLOUT_EMPTY "callout-empty" Warning: "A callout has no content.";
    // Tabs, FAQ, API calls, details.
    TABS_NO_LABEL "tabs-no-label" Error: "The content of a tab has no label.";
    TABS_EMPTY "tabs-empty" Warning: "A tab has no content.";
    TABS_DUPLICATE_LABEL "tabs-duplicate-label" Warning: "Two tabs of a group have the same label.";
    TABS_STEP_GAP "tabs-step-gap" Warning: "The numbers of the steps skip or repeat.";
    TABS_STEP_LABEL "tabs-step-label" Warning: "A step's label differs from the others of its series.";
    TABS_BLANK_SEPARATOR "tabs-blank-separator" Note: "Tabs are separated by a bare `>` or a blank line.";
    TABS_GLUED_LINE "tabs-glued-line" Warning: "A line without `>` follows directly on a block of tabs.";
    TABS_COUNT_MISMATCH "tabs-count-mismatch" Warning: "A text tells another number of tabs than follows it.";
    FAQ_NO_QUESTION "faq-no-question" Error: "An answer has no question.";
    FAQ_LOST_ANSWER "faq-lost-answer" Warning: "An answer's text follows `>>` without a space, where other renderers lose it.";
    API_UNPARSABLE "api-unparsable" Error: "A line of an API block is no API call.";
    API_METHOD "api-method" Warning: "An API call has an unknown method.";
    API_SECTION_MISMATCH "api-section-mismatch" Warning: "An API call's section is no prefix of its path.";
    DETAILS_UNCLOSED "details-unclosed" Error: "A `/// details` block is never closed.";
    DETAILS_NO_TITLE "details-no-title" Warning: "A `/// details` block has no title.";
    DETAILS_STRAY "details-stray" Warning: "A `///` closes nothing.";
    DETAILS_NESTED "details-nested" Warning: "A block of details stands inside another.";
    // Attribute lists.
    ATTR_MALFORMED "attr-malformed" Warning: "An attribute list is not well formed.";
    ATTR_SPACE "attr-space" Note: "An attribute list has a space before its brace.";
    ATTR_DETACHED "attr-detached" Warning: "A space separates an attribute list from what it belongs to.";
    ATTR_UNKNOWN_CLASS "attr-unknown-class" Note: "A class means nothing to the dialect.";
    ATTR_SWALLOWED_WORD "attr-swallowed-word" Error: "A word of the sentence stands inside an attribute list.";
    ATTR_STRAY "attr-stray" Warning: "An attribute list belongs to nothing.";
    ATTR_WRONG_CLASS "attr-wrong-class" Warning: "A class does not fit what it is attached to.";
    ACTION_EMPTY "action-empty" Warning: "An interface label has no text.";
    ACTION_QUOTED "action-quoted" Note: "An interface label has quotes inside.";
    SIZE_CLASS_UNDEFINED "size-class-undefined" Note: "A size class is none of those that the page defines.";
    SIZE_CLASS_MISMATCH "size-class-mismatch" Note: "A size class sets another dimension than its name says.";
    // Emphasis and text.
    BOLD_FLANKING "bold-flanking" Note: "CommonMark would print these asterisks.";
    BOLD_UNCLOSED "bold-unclosed" Warning: "An emphasis marker has no partner.";
    EMPHASIS_UNMEANT "emphasis-unmeant" Warning: "Asterisks that are no emphasis are taken as such.";
    HEADING_HASH_SPACE "heading-hash-space" Warning: "A heading has no space after `#`.";
    HEADING_EMPTY "heading-empty" Warning: "A heading has no text.";
    HEADING_H1 "heading-h1" Warning: "A heading of the first level stands in the body.";
    HEADING_SKIP "heading-skip" Note: "A heading skips a level.";
    HEADING_STEP_GAP "heading-step-gap" Warning: "The numbers of headings skip or repeat.";
    HEADING_PUNCTUATION "heading-punctuation" Note: "A heading ends in a full stop.";
    FOOTNOTE_UNMATCHED "footnote-unmatched" Warning: "A footnote has no text, no reference or two texts.";
    LIST_INDENT "list-indent" Warning: "What belongs to a list's item is indented too far, or too little.";
    LIST_GLUED "list-glued" Warning: "A numbered item follows directly on a text.";
    LIST_BULLET "list-bullet" Warning: "A bullet that is no mark of a list starts a line.";
    LIST_ITEM_LOST "list-item-lost" Warning: "An item of a list has lost its marker.";
    FENCE_UNCLOSED "fence-unclosed" Error: "A code fence is never closed.";
    FENCE_LANG_UNKNOWN "fence-lang-unknown" Note: "A code block's language is not known.";
    CODE_DOUBLE_BACKTICK "code-double-backtick" Warning: "A code span opens with two backticks and closes with one.";
    NESTING_TOO_DEEP "nesting-too-deep" Error: "Blocks are nested deeper than a reader can follow.";
    STRAY_QUOTE_MARK "stray-quote-mark" Warning: "A `>` at the end of a line means nothing.";
    // Wording.
    TYPO_SPACE "typo-space" Note: "A space is missing, or there is one too many.";
    TYPO_OPENING_MARK "typo-opening-mark" Note: "A Spanish question or exclamation lacks its `¿` or `¡`.";
    TYPO_QUOTES "typo-quotes" Note: "Quotation marks are of another language, or of two kinds on one page.";
    SENTENCE_UNFINISHED "sentence-unfinished" Note: "A paragraph ends without a sign, where others have one.";
    TYPO_UNBALANCED "typo-unbalanced" Note: "A parenthesis or quotation has no partner.";
    PARENTHESES_EMPTY "parentheses-empty" Warning: "There is nothing between two parentheses.";
    WORD_DOUBLED "word-doubled" Warning: "A word stands twice in a row.";
    SPELLING "spelling" Warning: "A word is misspelled.";
    GRAMMAR "grammar" Warning: "A phrase breaks a rule of its language.";
    NAME_SPELLING "name-spelling" Note: "A name is spelled in more than one way, or not as its owner spells it.";
    ACRONYM_EXPANSION "acronym-expansion" Warning: "The words of an acronym are misspelled.";
    TRANSLATION_RESIDUE "translation-residue" Warning: "Words of another language are left in a page.";
    // Placeholders.
    PLACEHOLDER_LOST "placeholder-lost" Error: "A host lacks its placeholder, which the page has elsewhere.";
    PLACEHOLDER_BROKEN_EMPHASIS "placeholder-broken-emphasis" Warning: "The emphasis around a placeholder is not in balance.";
    PLACEHOLDER_INVERTED_BOLD "placeholder-inverted-bold" Note: "The emphasis of a host ends where its placeholder begins.";
    PLACEHOLDER_NOTATION "placeholder-mixed-notation" Note: "A placeholder is written in another notation.";
    PLACEHOLDER_RAW_TAG "placeholder-raw-tag" Warning: "A placeholder in angle brackets looks like an HTML tag.";
    PLACEHOLDER_UNEXPLAINED "placeholder-unexplained" Warning: "A placeholder has no explanation, or an explanation no placeholder.";
    PLACEHOLDER_EXPLAINED_LATE "placeholder-explained-late" Note: "A placeholder is explained only after it was used.";
    PLACEHOLDER_INVERTED_INSTRUCTION "placeholder-inverted-instruction" Warning: "A text tells to replace the value by the placeholder.";
    PLACEHOLDER_LITERAL_NUMBER "placeholder-literal-number" Warning: "A host has a number where the page has a placeholder elsewhere.";
    // Tables.
    TABLE_RAGGED "table-ragged" Warning: "A table's row has more cells than its header, or fewer.";
    TABLE_NO_DELIMITER "table-no-delimiter" Warning: "Rows of pipes are no table, since no row of dashes stands below the first.";
    TABLE_GLUED "table-glued" Warning: "No blank line stands between a list item or quote and a table below it.";
    TABLE_SWALLOWED_LINE "table-swallowed-line" Warning: "A line of text directly below a table would become a row.";
    TABLE_PIPE_IN_CODE "table-pipe-in-code" Note: "A `|` in the code of a cell has no backslash.";
    TABLE_EMPTY_HEADER "table-empty-header" Note: "A table's header is empty.";
    // Images.
    IMAGE_MISSING "image-missing" Warning in check Error: "A picture's file does not exist.";
    IMAGE_CASE "image-case" Warning: "A picture's file differs in case.";
    IMAGE_UNCLOSED_PAREN "image-unclosed-paren" Warning: "An image's address is not closed.";
    IMAGE_QUOTE_IN_ALT "image-quote-in-alt" Warning: "A quote inside a picture's quoted text ends it.";
    IMAGE_UNREADABLE "image-unreadable" Warning: "A picture's size cannot be read.";
    IMAGE_EXTERNAL "image-external" Warning: "A picture lies on another host, from which pages load nothing.";
    IMAGE_ALT_USELESS "image-alt-useless" Note: "A picture's text does not tell what it shows.";
    IMAGE_ALT_DUPLICATE "image-alt-duplicate" Note: "Several pictures have the same text.";
    IMAGE_REUSED "image-reused" Warning: "The same picture stands at different steps.";
    IMAGE_LOCALE "image-locale" Warning: "A picture's name says that it is of another language.";
    PATH_BACKSLASH "path-backslash" Warning: "A path of Windows loses a backslash.";
    PATH_SPACE "path-space" Warning: "An address has a space in it, which ends the address.";
    // Links.
    LINK_UNKNOWN_KEY "link-unknown-key" Warning in check Error: "A link's key has no file in `links`.";
    LINK_DEAD_PAGE "link-dead-page" Warning in check Error: "A link leads to no page.";
    LINK_CASE "link-case" Warning: "A link differs in case from its page.";
    LINK_BRACKETS "link-brackets" Warning: "The brackets of a link or picture are mistyped.";
    LINK_MISSING_SLASH "link-missing-slash" Warning: "The start of a link lacks a slash or a colon.";
    LINK_NESTED "link-nested" Warning: "A link's address is itself a link.";
    LINK_EMPTY_TEXT "link-empty-text" Warning: "A link has no text.";
    LINK_VAGUE "link-vague" Note: "A link's text does not say where it leads.";
    LINK_TRAILING_SPACE "link-trailing-space" Note: "A link's text ends in a space.";
    LINK_NOWHERE "link-nowhere" Warning: "A link leads to the top of its own page.";
    LINK_BARE "link-bare" Note: "A link repeats its address as its text.";
    LINK_BROKEN_FRAGMENT "link-broken-fragment" Warning: "A link's fragment has lost its beginning.";
    LINK_LEGACY_ABSOLUTE "link-legacy-absolute" Note: "A link leads to the address of the old site.";
    LINK_OTHER_LOCALE "link-other-locale" Warning: "A link leads to another site's page in another language.";
    LINK_WRITTEN_OUT "link-written-out" Note: "A link's address is one that a link file has for all languages.";
    LINK_UNSAFE "link-unsafe" Error: "The scheme of a link or picture is not allowed.";
    LINKFILE_BAD_LINE "linkfile-bad-line" Warning: "A line of a link file is not `- [locale](address)`.";
    LINKFILE_BAD_URL "linkfile-bad-url" Warning: "An address in a link file is broken.";
    LINKFILE_UNUSED "linkfile-unused" Note: "No guide uses a link file.";
    LINKFILE_LOCALE "linkfile-missing-locale" Note: "A link file has no address for a language of the site.";
    ANCHOR_UNKNOWN "anchor-unknown" Warning in check Error: "A link's anchor does not exist on the page.";
    ANCHOR_LEGACY_SUFFIX "anchor-legacy-suffix" Warning: "A link's anchor is numbered as the old site numbered equal headings.";
    ANCHOR_DUPLICATE "anchor-duplicate" Warning: "An anchor stands twice on a page.";
    EXTERNAL_DEAD "external-dead" Warning: "A link leads to a page of the web that is gone.";
    EXTERNAL_MOVED "external-moved" Note: "A link leads to a page of the web that has another address for good.";
    EXTERNAL_UNREACHABLE "external-unreachable" Note: "A link leads to a page of the web that does not answer.";
    // HTML.
    HTML_UNCLOSED "html-unclosed" Warning: "An HTML element is never closed.";
    HTML_SCRIPT "html-script" Warning: "A script was dropped.";
    HTML_DROPPED "html-dropped" Warning: "An HTML element or attribute was dropped.";
    HTML_BAD_BR "html-bad-br" Warning: "A line break is misspelled.";
    HTML_ORPHAN_TD "html-orphan-td" Warning: "A cell of an HTML table stands outside a row.";
    HTML_STYLE "html-style" Note: "A page's own style is dropped.";
    COMMENT_IN_LINE "comment-in-line" Warning: "A comment that starts behind a text goes on below a blank line.";
    COMMENT_UNCLOSED "comment-unclosed" Error: "A comment is never closed.";
    MARKER_UNCLOSED "marker-unclosed" Warning: "A marker has no partner.";
    MARKER_KEY_MISMATCH "marker-key-mismatch" Warning: "A marker closes another key than it opened.";
    // Values and settings.
    WHEN_UNKNOWN_PARAMETER "when-unknown-parameter" Error: "A text depends on a parameter that does not exist.";
    SETTINGS_UNKNOWN_SERVICE "settings-unknown-service" Error: "A settings block names a service that does not exist.";
    SETTINGS_UNKNOWN_PROTOCOL "settings-unknown-protocol" Error: "A settings block names a protocol that the service does not have.";
    SETTINGS_CONTRADICTION "settings-contradiction" Warning in check Error: "A page contradicts itself or its service's data.";
    SETTINGS_ODD_PAIR "settings-odd-pair" Warning: "A port stands with a protocol or a security that is not usual there.";
    SETTINGS_LABEL_DIRECTION "settings-label-direction" Warning: "A server's label names the other direction.";
    SETTINGS_LABEL_MIXED "settings-label-mixed" Note: "One server is labelled in different ways.";
    SETTINGS_DUPLICATE_LABEL "settings-duplicate-label" Note: "Two settings of a list have the same label.";
    SETTINGS_UNVERIFIED_CERTIFICATE "settings-unverified-certificate" Warning: "A text advises to accept any certificate.";
    SETTINGS_UNENCRYPTED "settings-unencrypted" Warning: "Settings send mail or passwords without encryption.";
    // Components.
    COMPONENT_UNSUPPORTED "component-unsupported" Note: "A component of another program means nothing here.";
    // Shared text.
    INCLUDE_MISSING "include-missing" Error: "An included file does not exist.";
    INCLUDE_MALFORMED "include-malformed" Warning: "The mark of a shared text is mistyped.";
    INCLUDE_CYCLE "include-cycle" Error: "A file includes itself.";
    INCLUDE_OUTSIDE "include-outside" Error: "An included file lies outside the site.";
    // Front matter and metadata.
    FM_MISSING "fm-missing" Warning: "A guide has no front matter or no title.";
    FM_UNCLOSED "fm-unclosed" Error: "Front matter is never closed.";
    FM_DELIMITER "fm-delimiter" Warning: "A line `---` of the front matter is missing above it, or mistyped.";
    FM_DELIMITER_SPACE "fm-delimiter-space" Note: "A space follows `---`.";
    FM_BLANK_BEFORE "fm-blank-before" Note: "Blank lines stand before the front matter.";
    FM_YAML "fm-yaml" Error: "Front matter is not valid YAML.";
    FM_UNKNOWN_KEY "fm-unknown-key" Note: "Front matter has a key that means nothing.";
    FM_KEY_CASE "fm-key-case" Note: "A key of the front matter is not in lower case.";
    FM_VALUE "fm-value" Warning: "A value of the front matter is not of its kind.";
    FM_DATE_IN_TEXT "fm-date-in-text" Note: "The date of a guide stands in its text alone.";
    FM_DATE_MISMATCH "fm-date-mismatch" Note: "The date in the text and the date in the front matter differ.";
    FM_OCTAL "fm-octal" Note: "A number begins with zero, which some programs read as octal.";
    FM_TRAILING_SPACE "fm-trailing-space" Note: "A space follows a value of the front matter.";
    META_YAML "meta-yaml-error" Error: "`meta.yaml` is not valid.";
    META_UNKNOWN_KEY "meta-unknown-key" Note: "`meta.yaml` has a key that means nothing.";
    META_DUPLICATE "meta-duplicate-id" Error: "Two guides have the same id.";
    MACHINE_TRANSLATION "machine-translation" Note: "A banner says that the page was translated by a machine.";
    // Findings that are allowed in place.
    ALLOW_NO_REASON "allow-no-reason" Warning: "A comment allows a finding and does not say why.";
    ALLOW_UNUSED "allow-unused" Warning: "A comment allows a finding that does not exist.";
    ALLOW_UNKNOWN_CODE "allow-unknown-code" Warning: "A comment allows a kind of mistake that does not exist.";
    // Words.
    SECTION_UNKNOWN "section-unknown" Warning: "A sentence names a section that the guide does not have.";
    LABEL_UNMARKED "label-unmarked" Note: "A label that is to be clicked stands as code.";
    SPELLING_SLIP "spelling-slip" Warning: "A word is a letter away from one that the site uses often.";
    MESSAGE_SUPERFLUOUS "message-superfluous" Note: "Nothing shows an interface text.";
    MESSAGE_VARIABLES "message-variables" Warning: "An interface text has other variables than in the source language.";
    MESSAGE_PLURAL "message-plural" Warning: "An interface text lacks a plural form of its language.";
    MESSAGE_UNTRANSLATED "message-untranslated" Note: "An interface text is still in the source's language.";
    NAV_ORPHAN "nav-orphan" Note: "A guide stands in no navigation, and no other guide links to it.";
    NAV_LABEL "nav-duplicate-label" Note: "Two entries of a section have the same label.";
    NAV_TWICE "nav-guide-twice" Note: "A section lists a guide twice.";
    NAV_TRANSLATION "nav-translation" Note: "Labels of the navigation lack a translation, or translate nothing.";
    IMAGE_UNUSED "image-unused" Note: "No guide shows a picture.";
    ASSET_UNUSED "asset-unused" Note: "No guide links to a file.";
    THEME_UNUSED "theme-unused" Note: "No page is made of a style, a script or a template of the site.";
    IMAGE_DUPLICATE "image-duplicate" Note: "Two pictures of a guide are the same file.";
    FM_LOCALE_DRIFT "fm-locale-drift" Note: "The front matter of a translation differs from its source where both must agree.";
    FM_EXCERPT "fm-excerpt" Note: "A guide says not what it is about, or too much.";
    // Languages.
    LOCALE_STRUCTURE "locale-structure" Warning: "A translation is built otherwise than its source.";
    LOCALE_LINKS "locale-links" Warning: "A link of a translation is missing, or leads elsewhere than in its source.";
    LOCALE_PLACEHOLDER "locale-placeholder" Warning: "A translation lacks a placeholder of its source.";
    LOCALE_UNTRANSLATED "locale-untranslated" Warning: "A text of a translation is still in the source's language.";
    LOCALE_STALE "locale-stale" Warning: "A translation is older than its source.";
    LOCALE_MISSING "locale-missing" Note: "A guide is not translated for locales that have most of the others.";
    LOCALE_CODE "locale-code" Warning: "A block of code differs between the languages of a guide.";
    LOCALE_NUMBER "locale-number" Warning: "A number of a translation is another than in its source.";
    SETTINGS_LOCALE_DRIFT "settings-locale-drift" Warning: "A translation tells other settings than its source.";
    // Catalogs.
    CATALOG_SYNTAX "catalog-syntax" Error: "A line of a catalog means nothing, is missing or stands twice.";
    CATALOG_DUPLICATE "catalog-duplicate" Error: "An entry stands twice in a catalog.";
    CATALOG_TRANSLATOR "catalog-translator" Warning: "A catalog says in no known word who translated it.";
    CATALOG_ORPHAN "catalog-orphan" Warning: "A catalog translates no guide.";
    CATALOG_SHARE "catalog-share" Note: "Too little of a guide is translated for it to be shown.";
    GLOSSARY_DATA "glossary-data" Error: "A glossary has a mistake.";
    GLOSSARY_TERM "glossary-term" Warning: "A translation calls a thing otherwise than its glossary.";
    GLOSSARY_NAME "glossary-name" Warning: "A translation changes a name that every language keeps.";
    GLOSSARY_LABEL "glossary-label" Warning: "A translation labels a control otherwise than its glossary.";
    XLIFF_SYNTAX "xliff-syntax" Error: "A file that is to be imported is no XLIFF 2.";
    XLIFF_LANGUAGE "xliff-language" Error: "A file that is to be imported is in another language than its catalog.";
    XLIFF_STALE "xliff-stale" Warning: "A translation that is imported was made from another text.";
    XLIFF_CODE "xliff-code" Error: "A translation that is imported has a code that its text does not have.";
    TRANSLATION_ATOM "translation-atom" Warning in check Error: "A translation changes what must be the same in every language.";
    // The site.
    CONFIG "config" Error: "`polyguide.yaml` is not valid.";
    SERVICE_DATA "service-data" Error: "A service's data is not valid.";
    MESSAGES_SYNTAX "messages-syntax" Error: "A Fluent file has a mistake.";
    MESSAGE_MISSING "message-missing" Warning: "An interface text is missing in a locale.";
    LOCALE_UNKNOWN "locale-unknown" Error: "A file's locale is not one of the site's.";
    LOCALE_CYCLE "locale-fallback-cycle" Error: "The fallbacks of the locales form a cycle.";
    FILE_DUPLICATE "file-duplicate" Error: "Two files are the same page.";
    FILE_ENCODING "file-encoding" Error: "A file is not UTF-8.";
    FILE_UNREADABLE "file-unreadable" Error: "A file cannot be read.";
    FILE_TOO_LARGE "file-too-large" Error: "A guide is longer than anyone could read.";
    FILE_OUTSIDE "file-outside" Error: "A symbolic link leads out of the site.";
    ROUTE_DUPLICATE "route-duplicate" Error: "Two pages have the same address.";
    ROUTE_INVALID "route-invalid" Error: "A slug is no address.";
    REDIRECT_CONFLICT "redirect-conflict" Warning: "A redirect's address is taken.";
    TEMPLATE "template" Error: "A template has a mistake.";
    TITLE_DUPLICATE "title-duplicate" Warning: "Two guides have the same title.";
    NAV_MISSING_GUIDE "nav-missing-guide" Note: "The navigation lists a guide that does not exist.";
    NAV_SYNTAX "nav-syntax" Warning: "A line of the navigation cannot be read.";
    // Files of sites, for `build --each`.
    EACH_SYNTAX "each-syntax" Error: "A file for `build --each` cannot be read.";
    EACH_COLUMN "each-column" Error: "A file for `build --each` has a column that is no parameter of the site.";
    EACH_NAME "each-name" Error: "A site of `build --each` has no name, or one that is no name of a folder or is given twice.";
    EACH_VALUE "each-value" Error: "A site of `build --each` has a value that is missing or not allowed.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_is_unique_and_explained() {
        let ids: BTreeSet<&str> = CODES.iter().map(|code| code.id).collect();
        assert_eq!(ids.len(), CODES.len());
        for code in CODES {
            assert!(code.id.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase() || byte.is_ascii_digit()), "{}", code.id);
            assert!(code.meaning.ends_with('.'), "{}", code.id);
            assert!(code.severity_in_check >= code.severity, "{}", code.id);
        }
    }
}
