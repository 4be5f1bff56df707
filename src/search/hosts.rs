//! The host names that readers may look for with a value in them.

use crate::{
    personal::Personal,
    service::{HostPart, HostTemplate},
    site::Site,
};
use serde_json::{Value, json};

/// The hosts of the site's services whose values the build leaves open, each as its parts: texts, and `[mark, parameter]`
/// (`["pro", ["?", "email-pro.server"], ".mail.ovh.net"]`).
pub fn hosts(site: &Site, personal: &Personal) -> Value {
    let used: Vec<&str> = site.services_in_use().iter().map(|service| service.id.as_str()).collect();
    let mut found: Vec<Value> = Vec::new();
    for (service, data) in site.services().iter().enumerate().filter(|(_, data)| used.contains(&data.id.as_str())) {
        let own = data.endpoints.iter().filter_map(|endpoint| endpoint.host.as_ref());
        for host in std::iter::once(&data.host).chain(own) {
            found.extend(open_host(service, host, personal));
        }
    }
    found.dedup();
    found.into()
}

fn open_host(service: usize, host: &HostTemplate, personal: &Personal) -> Option<Value> {
    let service = u16::try_from(service).ok()?;
    let part = |part: &HostPart| match part {
        HostPart::Literal(text) => json!(text),
        HostPart::Parameter(index) => {
            let parameter = crate::dialect::tree::ParameterId { service, parameter: *index as u16 };
            match personal.value(parameter) {
                Some(value) => json!(value),
                None => json!([personal.text(parameter), personal.name(parameter)]),
            }
        }
    };
    let parts: Vec<Value> = host.parts.iter().map(part).collect();
    parts.iter().any(Value::is_array).then(|| parts.into())
}
