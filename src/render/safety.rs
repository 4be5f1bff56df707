//! What a browser is told to refuse, whatever a page may hold.

/// The Content-Security-Policy of every page (<https://www.w3.org/TR/CSP3/>): nothing from other origins, no inline script or
/// style, no text that becomes script. The one named policy of Trusted Types is for the search's worker; `wasm-unsafe-eval`
/// lets the search compile its module and nothing else.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; base-uri 'none'; \
    form-action 'self'; require-trusted-types-for 'script'; trusted-types polyguide-search";
