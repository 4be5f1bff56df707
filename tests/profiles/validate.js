// Validates what `profiles` wrote below a folder against the schemas beside this file: `node validate.js FOLDER [RNG]`.
// RNG is a further schema for autoconfig, such as the one that the authors of the draft publish.
import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { validateXML } from "xmllint-wasm";

const here = dirname(fileURLToPath(import.meta.url));
const [folder, published] = process.argv.slice(2);
const names = (await readdir(folder, { recursive: true })).sort();
const file = async (fileName, path) => ({ fileName, contents: await readFile(path, "utf8") });

/** Validates the files whose names end so; how many mistakes they have. */
async function validate(ending, schema, extension, preload = []) {
  const found = names.filter((name) => name.endsWith(ending));
  if (found.length === 0) throw new Error(`no ${ending} below ${folder}`);
  const { errors } = await validateXML({
    xml: await Promise.all(found.map((name) => file(name, join(folder, name)))),
    schema: await readFile(schema, "utf8"),
    extension,
    preload,
  });
  errors.forEach(({ rawMessage }) => console.error(rawMessage));
  console.log(`${schema}: ${found.length} files, ${errors.length} mistakes`);
  return errors.length;
}

const outlook = await file("autodiscover-outlook.xsd", join(here, "autodiscover-outlook.xsd"));
const mistakes = [
  await validate("autodiscover.xml", join(here, "autodiscover.xsd"), "schema", [outlook]),
  await validate("autoconfig.xml", join(here, "autoconfig.rng"), "relaxng"),
  await validate("config-v1.1.xml", join(here, "autoconfig.rng"), "relaxng"),
  published ? await validate("autoconfig.xml", published, "relaxng") : 0,
];
process.exit(mistakes.some((count) => count > 0) ? 1 : 0);
