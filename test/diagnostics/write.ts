// Writes under each mistake what is said of it now: npx tsx test/diagnostics/write.ts. Read each message before it is kept.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { casesOf, check, readSubject, rendered, subjects } from "./case-file.js";

for (const name of subjects) {
  let file = readSubject(name);
  const cases = casesOf(file);
  const checked = await check(cases);
  for (const [index, found] of [...cases.entries()].reverse()) {
    const said = rendered(found, checked[index]!);
    const after = file.slice(found.end).replace(/^\n+/, "");
    file = `${file.slice(0, found.start)}${said ? `\n${said}\n` : ""}${after ? `\n${after}` : ""}`;
  }
  writeFileSync(path.join(import.meta.dirname, name), file);
}
