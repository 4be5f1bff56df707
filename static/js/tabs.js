// Alternatives become tabs (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/). A group is changed as soon as it has been read,
// before the browser paints it, so that nothing moves; until then a style hides it.
{
  // Of all groups, each with its group's element, its button, its panel and its label.
  const tabs = [];
  let labels = memory.list("tabs");

  const show = (chosen) => {
    for (const { group, button, panel } of tabs) {
      if (group !== chosen.group) continue;
      const shown = panel === chosen.panel;
      button.ariaSelected = shown;
      button.tabIndex = panel.tabIndex = shown ? 0 : -1;
      // The browser's search looks into what is hidden like this, and tells before it goes there.
      if (shown) panel.removeAttribute("hidden");
      else panel.setAttribute("hidden", "until-found");
    }
  };
  const open = (place) => {
    const hidden = tabs.filter(({ panel }) => panel.hidden && panel.contains(place));
    hidden.forEach(show);
    return hidden.length > 0;
  };
  openers.push(open);

  // The reader's own choice holds for each group that offers it, here and on other pages. The tab stays where it is on the screen.
  const choose = (chosen) => {
    const top = () => chosen.button.getBoundingClientRect().top;
    const before = top();
    labels = [...new Set([chosen.label, ...labels])].slice(0, 50);
    memory.set("tabs", labels);
    for (const tab of [...tabs, chosen]) if (tab.label === chosen.label) show(tab);
    scrollBy({ top: top() - before, behavior: "instant" });
  };

  const build = (group) => {
    const own = [];
    const list = make("div", { role: "tablist", class: "tab-list" });
    for (const panel of group.querySelectorAll(":scope > .tab")) {
      const label = panel.querySelector(".tab-label");
      const button = make("button", { type: "button", role: "tab", "aria-controls": (panel.id = `${label.id}_panel`) });
      button.append(...label.cloneNode(true).childNodes);
      // Ids would stand twice, and a button holds no link.
      for (const part of button.querySelectorAll("a, [id]")) part.replaceWith(...part.childNodes);
      panel.role = "tabpanel";
      const tab = { group, button, panel, label: label.textContent.trim() };
      button.addEventListener("click", () => choose(tab));
      list.append(button);
      own.push(tab);
    }
    list.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const at = own.findIndex(({ button }) => button === event.target);
      const right = getComputedStyle(list).direction === "rtl" ? -1 : 1;
      const to = { Home: 0, End: -1, ArrowRight: at + right, ArrowLeft: at - right }[event.key];
      const tab = own.at(to % own.length);
      if (to === undefined) return;
      event.preventDefault();
      tab.button.focus();
      choose(tab);
    });
    group.prepend(list);
    group.dataset.ready = "";
    tabs.push(...own);
    const known = labels.map((text) => own.find(({ label }) => label === text));
    show(own.find(({ panel }) => panel.contains(anchored())) ?? known.find(Boolean) ?? own[0]);
  };

  // A group has been read when something follows it.
  const scan = () => {
    for (const group of document.querySelectorAll("[data-tabs=alternatives]:not([data-ready])")) {
      if (group.nextSibling || document.readyState !== "loading") build(group);
    }
  };
  const observer = new MutationObserver(scan);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    scan();
    observer.disconnect();
  });
  document.addEventListener("beforematch", (event) => open(event.target));
}
