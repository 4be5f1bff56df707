// The engine, pagefind, runs in a worker that speaks for itself: messages `{id, method, args}`, answers `{id, result}`. Its own
// script for pages is not used, since it would start the worker past our policy.
const engine = {
  /** Starts the worker of the index at `index`; addresses of what it finds are below `root`. */
  start(index, root) {
    if (engine.worker) return;
    const address = new URL("pagefind-worker.js", index).href;
    const allowed = (text) => {
      if (text !== address) throw new TypeError(text);
      return text;
    };
    engine.policy ??= globalThis.trustedTypes?.createPolicy("polyguide-search", { createScriptURL: allowed }) ?? { createScriptURL: allowed };
    engine.worker = new Worker(engine.policy.createScriptURL(address));
    engine.open = new Map();
    engine.worker.onmessage = ({ data: { id, result, error } }) => {
      const { resolve, reject } = engine.open.get(id) ?? {};
      engine.open.delete(id);
      if (error) reject?.(new Error(error));
      else resolve?.(result);
    };
    engine.worker.onerror = () => engine.open.forEach(({ reject }) => reject(new Error("worker")));
    const ranking = { metaWeights: { title: 5, path: 0.5 } };
    const language = document.documentElement.lang.split("-")[0].toLowerCase();
    // Where these fail, so does the search after them. Every search needs the languages of pages.
    engine.ask("init", { basePath: index, baseUrl: root, language, ranking, excerptLength: 24, excerptEllipsis: "…" }).catch(() => {});
    // A word that no guide holds: its search costs nothing, and what it needs is compiled before the reader has typed.
    engine.ask("search", "\uffff").catch(() => {});
    engine.languages = engine.ask("filters").then(({ language = {} }) => Object.keys(language), () => []);
  },
  /** Forgets the worker with all that it found. */
  stop() {
    engine.worker?.terminate();
    delete engine.worker;
  },
  ask(method, ...args) {
    engine.last = (engine.last ?? 0) + 1;
    const id = engine.last;
    engine.worker.postMessage({ id, method, args });
    return new Promise((resolve, reject) => engine.open.set(id, { resolve, reject }));
  },
  /** What is found in the reader's language, then what is shown in another for want of a translation. */
  async find(query) {
    const own = { language: document.documentElement.lang };
    const filters = (await engine.languages).some((language) => language !== own.language) ? [own, { not: own }] : [own];
    const found = await Promise.all(filters.map((one) => engine.ask("search", query, { filters: one })));
    return found.flatMap(({ results }) => results.map(({ data }) => data));
  },
  /** A result's page: its title, path, language and sections. */
  async read(data) {
    const { url, meta, filters, excerpt, sub_results: sections } = await engine.ask("getData", data);
    return { url, title: meta.title ?? "", path: meta.path, language: filters.language?.[0], excerpt, sections };
  },
};
