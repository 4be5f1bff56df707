// What an author's window keeps, and where the server's own addresses are. These scripts are one module, which no build writes.
const script = document.querySelector("script[src$='/_polyguide/author.js']");
const own = (address) => new URL(address, script.src);

const kept = (name) => {
  try {
    return JSON.parse(sessionStorage.getItem(`polyguide:author:${name}`));
  } catch {
    return null;
  }
};

const keep = (name, value) => {
  try {
    sessionStorage.setItem(`polyguide:author:${name}`, JSON.stringify(value));
  } catch {
    // Then it holds for this page.
  }
};
