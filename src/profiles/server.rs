//! What a web server must know of the files that mail programs look for.

use super::{FORMATS, Format, Lookup};

const HEAD: &str = "\
# Include this in the `server` block of nginx for the domain of the addresses, and for `autoconfig.` and `autodiscover.`
# before it, with `root` set to the folder that holds this file.
";
const TAIL: &str = "location ~ ^/(nginx\\.conf$|\\.polyguide/) { return 404; }\n";

/// Goes into the `server` block of a domain, whose `root` is the folder of a service.
pub fn nginx() -> String {
    FORMATS.iter().fold(HEAD.to_owned(), |text, format| text + &locations(format)) + TAIL
}

fn locations(format: &Format) -> String {
    let kind = format!("types {{ }} default_type {};", format.media_type);
    let pattern = |path: &str| path.replace('.', "\\.");
    match format.lookup {
        Lookup::Never => format!("location ~ {}$ {{ {kind} }}\n", pattern(format.ending)),
        Lookup::At(paths) => paths.iter().map(|path| format!("location = /{path} {{ {kind} }}\n")).collect(),
        // A file answers no POST, and programs spell the path in several ways.
        Lookup::PostTo(path) => {
            format!("location ~* ^/{}$ {{\n    {kind}\n    error_page 405 =200 /{path};\n    rewrite ^ /{path} break;\n}}\n", pattern(path))
        }
    }
}
