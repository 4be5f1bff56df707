// Each heading has a link to itself, to be shared. It stands beside the heading, whose name it must be no part of.
for (const heading of sections.all) {
  if (!heading.closest("summary")) {
    heading.after(make("a", { class: "heading-link", href: `#${heading.id}`, "aria-label": textWith("heading_link", heading.textContent.trim()) }));
  }
}
