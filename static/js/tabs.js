// Alternatives become tabs (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/). A group is changed as soon as it has been read,
// before the browser paints it, so that nothing moves; until then a style hides it.
const tabs = {
  groups: [],
  // Shows the tab that holds a place, for a link or a search to lead there. Says whether it was hidden.
  open(place) {
    const hidden = this.groups.flat().filter(({ panel }) => panel.hidden && panel.contains(place));
    hidden.forEach((tab) => this.show(tab));
    return hidden.length > 0;
  },
  show(chosen) {
    for (const tab of chosen.group) {
      const shown = tab === chosen;
      tab.button.ariaSelected = shown;
      tab.button.tabIndex = tab.panel.tabIndex = shown ? 0 : -1;
      // The browser's search looks into what is hidden like this, and tells before it goes there.
      if (shown) tab.panel.removeAttribute("hidden");
      else tab.panel.setAttribute("hidden", "until-found");
    }
  },
};
{
  let labels = memory.list("tabs");

  // The reader's own choice holds for each group that offers it, here and on other pages. The tab stays where it is on the screen.
  const choose = (chosen) => {
    const top = () => chosen.button.getBoundingClientRect().top;
    const before = top();
    labels = [chosen.label, ...labels.filter((label) => label !== chosen.label)].slice(0, 50);
    memory.set("tabs", JSON.stringify(labels));
    for (const group of tabs.groups) {
      const same = group.find((tab) => tab.label === chosen.label);
      if (same) tabs.show(group === chosen.group ? chosen : same);
    }
    scrollBy({ top: top() - before, behavior: "instant" });
  };

  // Which tab a key leads to from the one at a place.
  const next = (key, at, { length }, list) => {
    const forwards = getComputedStyle(list).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (key === "Home") return 0;
    if (key === "End") return length - 1;
    if (key === "ArrowLeft" || key === "ArrowRight") return (at + (key === forwards ? 1 : -1) + length) % length;
  };

  const first = (group) => {
    const target = anchored();
    const rank = ({ label }) => (labels.includes(label) ? labels.indexOf(label) : labels.length);
    return group.find(({ panel }) => panel.contains(target)) ?? [...group].sort((a, b) => rank(a) - rank(b))[0];
  };

  const build = (element) => {
    const group = [];
    const list = make("div", { role: "tablist", class: "tab-list" });
    for (const panel of element.querySelectorAll(":scope > .tab")) {
      const label = panel.querySelector(".tab-label");
      const button = make("button", { type: "button", role: "tab", "aria-controls": (panel.id = `${label.id}_panel`) });
      button.append(...label.cloneNode(true).childNodes);
      // Ids would stand twice, and a button holds no link.
      for (const part of button.querySelectorAll("a, [id]")) part.replaceWith(...part.childNodes);
      panel.role = "tabpanel";
      const tab = { group, button, panel, label: label.textContent.trim() };
      button.addEventListener("click", () => choose(tab));
      list.append(button);
      group.push(tab);
    }
    list.addEventListener("keydown", (event) => {
      const tab = group[next(event.key, group.findIndex(({ button }) => button === event.target), group, list)];
      if (!tab || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      tab.button.focus();
      choose(tab);
    });
    element.prepend(list);
    element.dataset.ready = "";
    tabs.groups.push(group);
    tabs.show(first(group));
  };

  // A group has been read when something follows it.
  const scan = () => {
    for (const element of document.querySelectorAll("[data-tabs=alternatives]:not([data-ready])")) {
      if (element.nextSibling || document.readyState !== "loading") build(element);
    }
  };
  const observer = new MutationObserver(scan);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    scan();
    observer.disconnect();
  });
  document.addEventListener("beforematch", (event) => tabs.open(event.target));
}
