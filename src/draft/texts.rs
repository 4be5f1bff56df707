//! The interface texts that stand inside a guide's body.

use crate::dialect::tree::CalloutKind;

/// Interface texts in the language of a guide, looked up once for each locale.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// ` lang="…"`, where the texts are in another language than the guide; else empty.
    pub lang: String,
    /// Whether the guide's language runs from right to left.
    pub is_right_to_left: bool,
    pub callouts: [String; 5],
    pub tab_untitled: String,
    pub faq_untitled: String,
    pub details_untitled: String,
    pub api_open: String,
    pub control_panel: String,
    pub table: String,
    pub footnotes: String,
    pub footnote_back: String,
    pub icon: String,
    pub video: String,
    pub carousel: String,
    pub server_type: String,
    pub server_name: String,
    pub port: String,
    pub security: String,
    pub protocol: String,
    pub incoming: String,
    pub outgoing: String,
    pub security_tls: String,
    pub security_starttls: String,
    pub security_none: String,
    /// The caption of a settings table for each service.
    pub settings_captions: Vec<String>,
}

impl Texts {
    /// The texts that `get` gives for the ids of the interface's messages; a caption for each service's name.
    pub fn new(lang: String, service_names: &[&str], mut get: impl FnMut(&str, Option<&str>) -> String) -> Self {
        let settings_captions = service_names.iter().map(|name| get("settings-caption", Some(name))).collect();
        let mut text = |id: &str| get(id, None);
        Self {
            lang,
            is_right_to_left: false,
            callouts: [
                text("callout-primary"),
                text("callout-warning"),
                text("callout-alert"),
                text("callout-success"),
                text("callout-info"),
            ],
            tab_untitled: text("tab-untitled"),
            faq_untitled: text("faq-untitled"),
            details_untitled: text("details-untitled"),
            api_open: text("api-open"),
            control_panel: text("control-panel-title"),
            table: text("table-label"),
            footnotes: text("footnotes-title"),
            footnote_back: text("footnote-back"),
            icon: text("icon-ellipsis"),
            video: text("video-open"),
            carousel: text("carousel-label"),
            server_type: text("settings-server-type"),
            server_name: text("settings-server-name"),
            port: text("settings-port"),
            security: text("settings-security"),
            protocol: text("settings-protocol"),
            incoming: text("settings-direction-incoming"),
            outgoing: text("settings-direction-outgoing"),
            security_tls: text("security-tls"),
            security_starttls: text("security-starttls"),
            security_none: text("security-none"),
            settings_captions,
        }
    }

    /// The title of a callout that has none of its own.
    pub fn callout(&self, kind: CalloutKind) -> &str {
        &self.callouts[match kind {
            CalloutKind::Primary => 0,
            CalloutKind::Warning => 1,
            CalloutKind::Alert => 2,
            CalloutKind::Success => 3,
            CalloutKind::Info => 4,
        }]
    }
}
