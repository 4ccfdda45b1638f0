// Writes under each mistake what is said of it now: npx tsx test/diagnostics/write.ts. Read each message before it is kept.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { casesOf, check, readSubject, rendered, subjects } from "./case-file.js";

for (const name of subjects) {
  let file = readSubject(name);
  const cases = casesOf(file);
  const checked = await check(cases.map(({ text }) => text));
  for (const [index, { text, begins, start, end }] of [...cases.entries()].reverse()) {
    const said = rendered(text, begins, checked[index]!.findings);
    file = `${file.slice(0, start)}${said ? `\n${said}\n` : "\n"}${file.slice(end)}`;
  }
  writeFileSync(path.join(import.meta.dirname, name), file);
}
