//! Stands in for the pipeline until it is there: no site, but its interface.

#![allow(missing_docs)]

use crate::{
    diagnostic::Diagnostic,
    locale::Locale,
    path::OutputPath,
    progress::Progress,
    render::sink::Sink,
    service::{Grammar, HostTemplate, Parameter, Service, Values},
    source::SourceTree,
};
use std::io;

#[derive(Debug)]
pub struct Corpus;

#[derive(Debug)]
pub struct Site(Vec<Service>);

#[derive(Debug)]
pub struct Selection {
    pub locales: Vec<Locale>,
    pub base_url: Option<String>,
}

#[derive(Debug)]
pub struct Report {
    pub pages: Vec<(Locale, usize, usize)>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Site {
    pub fn services(&self) -> &[Service] {
        &self.0
    }

    pub fn services_in_use(&self) -> Vec<&Service> {
        self.0.first().into_iter().collect()
    }

    pub fn locales(&self) -> Vec<Locale> {
        ["en-gb", "fr-fr"].into_iter().filter_map(Locale::parse).collect()
    }
}

pub fn parse(tree: &SourceTree, progress: &dyn Progress) -> (Corpus, Vec<Diagnostic>) {
    progress.phase("parse", tree.len());
    (Corpus, Vec::new())
}

pub fn resolve(_corpus: Corpus, _selection: &Selection) -> (Site, Vec<Diagnostic>) {
    let service = |id: &str| Service {
        id: id.into(),
        names: Default::default(),
        parameters: vec![Parameter { name: "server".into(), grammar: Grammar::Integer(1, 99), mark: "?".into(), find: None }],
        host: HostTemplate { parts: Vec::new() },
        endpoints: Vec::new(),
    };
    (Site(vec![service("email-pro"), service("exchange")]), Vec::new())
}

pub fn render(site: &Site, _tree: &SourceTree, values: &Values, sink: &dyn Sink, progress: &dyn Progress) -> io::Result<Report> {
    progress.phase("render", 1);
    if let Some(path) = OutputPath::parse("index.html") {
        sink.write(&path, format!("{values:?}").as_bytes())?;
    }
    Ok(Report { pages: site.locales().into_iter().map(|locale| (locale, 0, 0)).collect(), diagnostics: Vec::new() })
}
