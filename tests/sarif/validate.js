// Holds that SARIF logs are valid by the official schema, which the pinned package ships.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";

const require = createRequire(import.meta.url);
const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
// The schema is of draft 4, whose `id` and meta-schema ajv takes only when it is told.
const ajv = new Ajv({ allErrors: true, schemaId: "auto", meta: false });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const isValid = ajv.compile(schema);

for (const file of process.argv.slice(2)) {
  const log = JSON.parse(readFileSync(file, "utf8"));
  if (!isValid(log)) {
    console.error(file, JSON.stringify(isValid.errors.slice(0, 20), null, 2));
    process.exit(1);
  }
  const results = log.runs.flatMap((run) => run.results);
  if (results.length === 0) {
    console.error(`${file}: a log without results shows nothing`);
    process.exit(1);
  }
  console.log(`${file}: valid, ${results.length} results`);
}
