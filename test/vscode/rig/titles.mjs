import { readFileSync } from "node:fs";

/** What the tests in these files are called: where there is no VS Code to run them in, they are skipped by name. */
export function titlesIn(files) {
  return files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^\s*it\(["`](.*?)["`],/gm)].map(([, title]) => title),
  );
}
