// Validates the XLIFF files below a folder against the schema of the standard: `node validate.js FOLDER`.
import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { validateXML } from "xmllint-wasm";

const schemas = join(dirname(fileURLToPath(import.meta.url)), "schema");
const XML = "informativeCopiesOf3rdPartySchemas/w3c/xml.xsd";

const folder = process.argv[2];
const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".xlf")).sort();
if (names.length === 0) {
    console.error(`no .xlf file below ${folder}`);
    process.exit(1);
}
const file = async (fileName, path) => ({ fileName, contents: await readFile(path, "utf8") });
const { valid, errors } = await validateXML({
    xml: await Promise.all(names.map((name) => file(name, join(folder, name)))),
    schema: await readFile(join(schemas, "xliff_core_2.0.xsd"), "utf8"),
    preload: [await file(XML, join(schemas, XML))],
});
errors.forEach(({ rawMessage }) => console.error(rawMessage));
console.log(`${names.length} files, ${errors.length} errors`);
process.exit(valid ? 0 : 1);
