//! The settings table of a service, made from its data.

use super::{SlotKind, writer::Writer};
use crate::{
    dialect::tree::{ParameterId, SettingsBlock},
    service::{Direction, Endpoint, HostPart, HostTemplate, Protocol, Security},
};

impl Writer<'_> {
    pub(super) fn settings_table(&mut self, block: &SettingsBlock) {
        let (services, texts) = (self.setting.services, self.setting.texts);
        let Some(service) = services.get(block.service) else { return };
        let id = block.service as u16;
        self.facts.services.push(id);
        self.note_table_of(id);
        let wanted = |endpoint: &&Endpoint| {
            endpoint.direction == Direction::Outgoing || block.protocols.is_empty() || block.protocols.contains(&endpoint.protocol)
        };
        self.raw("<div class=\"table\" role=\"group\" tabindex=\"0\"");
        let caption = texts.settings_captions.get(block.service).map_or("", String::as_str);
        self.attribute("aria-label", caption);
        self.raw("><table data-settings");
        self.attribute("data-service", &service.id);
        self.raw(&texts.lang);
        self.raw("><caption>");
        self.escaped(caption);
        self.raw("</caption>\n<thead><tr>");
        for head in [&texts.server_type, &texts.server_name, &texts.port, &texts.security] {
            self.raw("<th scope=\"col\">");
            self.escaped(head);
            self.raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for endpoint in service.endpoints.iter().filter(wanted) {
            self.endpoint(id, &service.host, endpoint);
        }
        self.raw("</tbody></table></div>\n");
    }

    fn endpoint(&mut self, service: u16, host: &HostTemplate, endpoint: &Endpoint) {
        let texts = self.setting.texts;
        let (direction, label) = match endpoint.direction {
            Direction::Incoming => ("incoming", &texts.incoming),
            Direction::Outgoing => ("outgoing", &texts.outgoing),
        };
        let security = match endpoint.security {
            Security::Tls => &texts.security_tls,
            Security::StartTls => &texts.security_starttls,
            Security::Plain => &texts.security_none,
        };
        self.raw("<tr");
        self.setting_attributes(
            Some(service),
            Some(direction),
            Some(endpoint.protocol.as_str()),
            Some(endpoint.port),
            Some(endpoint.security.as_str()),
        );
        self.raw("><th scope=\"row\">");
        self.escaped(&format!("{label} ({})", protocol_name(endpoint.protocol)));
        self.raw("</th>");
        self.labelled_cell(&texts.server_name);
        self.endpoint_host(service, endpoint.host.as_ref().unwrap_or(host));
        self.raw("</td>");
        self.labelled_cell(&texts.port);
        self.raw(&format!("{}</td>", endpoint.port));
        self.labelled_cell(&texts.security);
        self.escaped(security);
        self.raw("</td></tr>\n");
    }

    /// Starts a cell that knows its column's name: where the table is too narrow for columns, styles show it before the value.
    pub(super) fn labelled_cell(&mut self, label: &str) {
        self.raw("<td");
        self.attribute("data-label", label);
        self.raw(">");
    }

    fn endpoint_host(&mut self, service: u16, host: &HostTemplate) {
        self.raw("<span class=\"host\">");
        for part in &host.parts {
            match part {
                HostPart::Literal(text) => self.escaped(text),
                HostPart::Parameter(index) => {
                    let parameter = ParameterId { service, parameter: *index as u16 };
                    self.use_parameter(parameter);
                    self.slot(SlotKind::Mark(parameter));
                }
            }
        }
        self.raw("</span>");
    }
}

/// A protocol's name as people write it; the same in all languages.
fn protocol_name(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Imap => "IMAP",
        Protocol::Pop3 => "POP3",
        Protocol::Smtp => "SMTP",
        Protocol::ActiveSync => "ActiveSync",
        Protocol::Ews => "EWS",
        Protocol::Jmap => "JMAP",
    }
}
