//! Where mail programs look for files on the web server of a domain, and what nginx must know of them.

use super::Format;

/// Where the file of a format lies on the web server of a domain, for programs that look there.
pub fn places(format: &Format) -> &'static [&'static str] {
    match format.name {
        // At the domain itself, and at `autoconfig.` before it.
        "autoconfig" => &[".well-known/autoconfig/mail/config-v1.1.xml", "mail/config-v1.1.xml"],
        "autodiscover" => &["autodiscover/autodiscover.xml"],
        _ => &[],
    }
}

/// Goes into the `server` block of a domain, whose `root` is the folder of a service.
pub fn nginx() -> String {
    let mut text = String::from(
        "# Include this in the `server` block of nginx for the domain of the addresses, and for `autoconfig.` and `autodiscover.`\n\
         # before it, with `root` set to the folder that holds this file.\n",
    );
    text.push_str(
        "location = /.well-known/autoconfig/mail/config-v1.1.xml { types { } default_type application/xml; }\n\
         location = /mail/config-v1.1.xml { types { } default_type application/xml; }\n\
         # Outlook asks by POST, which a file does not answer, and spells the path in several ways.\n\
         location ~* ^/autodiscover/autodiscover\\.xml$ {\n    types { } default_type application/xml;\n    \
         error_page 405 =200 /autodiscover/autodiscover.xml;\n    rewrite ^ /autodiscover/autodiscover.xml break;\n}\n\
         location ~ \\.mobileconfig$ { types { } default_type application/x-apple-aspen-config; }\n\
         location ~ ^/(nginx\\.conf$|\\.polyguide/) { return 404; }\n",
    );
    text
}
