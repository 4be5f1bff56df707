// A server before the tests' server that sends pages in pieces, as a slow line does, each when it is asked for.
import { createServer } from "node:http";

/** The places in a page at which its pieces end: before each text of its body, and in the middle of it. */
export function cuts(html) {
  const body = html.indexOf("<body");
  const places = [];
  for (const { index, 1: text } of html.slice(body).matchAll(/>([^<]+)/g)) {
    const start = body + index + 1;
    if (text.trim()) places.push(start, start + Math.ceil(text.length / 2));
  }
  return places;
}

/** Serves what `origin` does, but a page asked for with `?pieces` by `send`. */
export class Pieces {
  async start(origin) {
    this.server = createServer((request, response) => this.#answer(new URL(request.url, origin), response));
    await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
    return new URL(new URL(origin).pathname, `http://127.0.0.1:${this.server.address().port}`).href;
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }

  async #answer(url, response) {
    const answer = await fetch(url);
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") });
    if (!url.searchParams.has("pieces")) return response.end(body);
    response.socket.setNoDelay(true);
    this.html = body.toString();
    this.response = response;
    return response.write(this.html.slice(0, this.html.indexOf("<body")));
  }

  /** Opens a page and gives it to the browser piece by piece; `look` is called after each has been painted. */
  async open(page, address, look = () => {}) {
    delete this.response;
    const opened = page.goto(`${address}?pieces`);
    while (!this.response) await new Promise((done) => setTimeout(done, 5));
    let from = this.html.indexOf("<body");
    for (const to of [...cuts(this.html), this.html.length]) {
      this.response.write(this.html.slice(from, to));
      from = to;
      await painted(page, this.html.slice(0, to).match(/<[a-z]/g).length);
      await look(to / this.html.length);
    }
    this.response.end();
    await opened;
  }
}

/** Waits until so many elements have been parsed, and shown in a frame. */
async function painted(page, elements) {
  await page.waitForFunction((least) => document.querySelectorAll("*").length >= least, elements, { polling: "raf" });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
