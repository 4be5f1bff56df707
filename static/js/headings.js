// Each heading has a link to itself, to be shared.
for (const heading of sections.all) {
  if (!heading.closest("summary")) {
    heading.append(make("a", { class: "heading-link", href: `#${heading.id}`, "aria-label": texts.heading_link }));
  }
}
