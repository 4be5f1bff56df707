//! `polyguide profiles`.

use super::{Failure, Outcome, causes, locales::check_locales};
use crate::{
    Corpus, Selection, Site,
    cli::Profiles,
    edge::{
        disk,
        output::Output,
        terminal::{self, Meter},
    },
    path::OutputPath,
    profiles::{Account, FORMATS, Filled, Format, nginx},
    render::profile_texts,
    resolve,
    service::{Service, Values},
    sink::Sink,
    site::LocaleId,
    words::{self, allowed, or},
};

/// Writes the files of the site's services.
pub fn run(options: &Profiles) -> Result<Outcome, Failure> {
    let meter = Meter::new(true);
    let output = Output::open(&options.out, &options.folder.site)?;
    let tree = disk::read_tree(&options.folder.site, &options.out)?;
    let (corpus, mut diagnostics) = Corpus::read(&tree, &meter);
    let selection = Selection { locales: Vec::new(), base_url: options.base_url.clone(), without_search: true };
    let (site, more) = resolve(corpus, &tree, &selection);
    diagnostics.extend(more);
    let export = match Export::new(options, &site) {
        Ok(export) => export,
        Err(message) => {
            causes::print(&site, &tree, diagnostics);
            return Err(message.into());
        }
    };
    let files = export.all_files();
    if files.is_empty() {
        return Err(export.nothing().into());
    }
    let sink = output.begin()?;
    for (path, text) in &files {
        sink.write(path, text.as_bytes())?;
    }
    sink.finish()?;
    if !options.quiet {
        export.leave_out().iter().try_for_each(|left| terminal::say(&format!("left out: {left}\n")))?;
        terminal::say(&format!("wrote {} to `{}`\n", words::count(files.len(), "file"), options.out.display()))?;
    }
    Ok(Outcome::Clean)
}

/// What is to be written.
struct Export<'a> {
    options: &'a Profiles,
    site: &'a Site,
    values: Values,
    /// The services whose values are known, by their numbers, with the domains that were asked for.
    services: Vec<(u16, Service)>,
    /// Those whose values are not, with what is missing.
    open: Vec<String>,
    formats: Vec<&'static Format>,
    locales: Vec<LocaleId>,
}

impl<'a> Export<'a> {
    fn new(options: &'a Profiles, site: &'a Site) -> Result<Self, String> {
        check_locales(&options.locales.locale, site)?;
        let values = Values::chosen(&options.fixed.set, options.fixed.server.as_deref(), site.services(), &site.services_in_use())?;
        let (mut services, mut open) = (Vec::new(), Vec::new());
        for (number, service) in wanted(options, site)? {
            match missing(service, &values) {
                names if names.is_empty() => services.push((number, with_domains(service, &options.domain))),
                names => open.push(format!("`{}`, which needs {}", service.id, or(&names))),
            }
        }
        if services.is_empty() {
            return Err(match open[..] {
                [] => "no guide of this site uses a service".into(),
                _ => format!("nothing to write: {}", open.join("; ")),
            });
        }
        let formats = FORMATS.iter().filter(|format| options.format.is_empty() || options.format.iter().any(|it| it.name == format.name));
        let is_wanted =
            |locale: &LocaleId| options.locales.locale.is_empty() || options.locales.locale.contains(&site.locale(*locale).locale);
        let locales = site.selected_locales().filter(is_wanted).collect();
        Ok(Self { options, site, values, services, open, formats: formats.collect(), locales })
    }

    /// All files. A service of which nothing is to be written has no configuration of a server either.
    fn all_files(&self) -> Vec<(OutputPath, String)> {
        let mut all = Vec::new();
        for (number, service) in &self.services {
            let mut files: Vec<_> = self.locales.iter().flat_map(|locale| self.files(*number, service, *locale)).collect();
            if !files.is_empty() {
                files.push(("nginx.conf".to_owned(), nginx()));
            }
            let in_folder = |(path, text): (String, String)| Some((OutputPath::parse(&format!("{}/{path}", service.id))?, text));
            all.extend(files.into_iter().filter_map(in_folder));
        }
        all
    }

    /// Why there are no files.
    fn nothing(&self) -> String {
        let names: Vec<&str> = self.formats.iter().map(|format| format.name).collect();
        match &self.leave_out()[..] {
            [] => format!("nothing to write: no service has servers that {} can describe", or(&names)),
            left => format!("nothing to write: {}", left.join("; ")),
        }
    }

    /// The files of a service for readers of a locale. What a server gives to programs is in the language of the source.
    fn files(&self, number: u16, service: &Service, locale: LocaleId) -> Vec<(String, String)> {
        let texts = profile_texts(self.site, locale, number);
        let account = Account { service, texts: &texts, has_address: self.options.address.is_some() };
        let known = Filled { values: &self.values, address: self.options.address.as_deref(), site: self.site.base_url.as_deref() };
        let is_for_servers = self.server_locale() == Some(locale);
        let mut files = Vec::new();
        for format in &self.formats {
            let Some(text) = format.write(&account, &known) else { continue };
            let places = format.lookup.paths().iter().filter(|_| is_for_servers);
            files.extend(places.map(|place| ((*place).to_owned(), text.clone())));
            files.push((format!("{}/{}{}", self.site.locale(locale).locale, service.id, format.ending), text));
        }
        files
    }

    /// The language of what a server gives to programs: the source's, if it is wanted.
    fn server_locale(&self) -> Option<LocaleId> {
        let source = self.site.source_locale();
        if self.locales.contains(&source) { Some(source) } else { self.locales.first().copied() }
    }

    /// What the reader of the terminal may have expected, and is not written.
    fn leave_out(&self) -> Vec<String> {
        let mut left = self.open.clone();
        let without_address = self.options.address.is_none() && self.formats.iter().any(|format| format.name == "qr");
        left.extend(without_address.then(|| "QR codes, which need `--address`".to_owned()));
        left
    }
}

/// The services that were asked for; else those that guides use.
fn wanted<'a>(options: &Profiles, site: &'a Site) -> Result<Vec<(u16, &'a Service)>, String> {
    let ids: Vec<&str> = site.services().iter().map(|service| &*service.id).collect();
    if let Some(unknown) = options.service.iter().find(|id| !ids.contains(&id.as_str())) {
        return Err(format!("unknown service `{unknown}`; {}", allowed(unknown, &ids)));
    }
    let used: Vec<&str> = site.services_in_use().iter().map(|service| &*service.id).collect();
    let is_wanted = |service: &Service| match options.service[..] {
        [] => used.contains(&&*service.id),
        _ => options.service.contains(&service.id),
    };
    Ok((0..).zip(site.services()).filter(|(_, service)| is_wanted(service)).collect())
}

/// The settings that the hosts of a service need and that nobody gave.
fn missing(service: &Service, values: &Values) -> Vec<String> {
    let parameters = service.host_parameters().into_iter().filter_map(|index| service.parameters.get(index));
    let open = parameters.filter(|parameter| values.get(&service.id, &parameter.name).is_none());
    open.map(|parameter| format!("--set {}.{}=…", service.id, parameter.name)).collect()
}

fn with_domains(service: &Service, domains: &[String]) -> Service {
    let mut service = service.clone();
    if !domains.is_empty() {
        service.domains = domains.to_vec();
    }
    service
}
