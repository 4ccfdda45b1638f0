import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const SKIPPED = new Set(["node_modules", "dist"]);

/** SHA-256 of the names and the content of files, and of folders with all below; of what is not there, that it is not. */
export function fingerprint(root, places) {
  const hash = createHash("sha256");
  for (const file of places.flatMap((place) => filesBelow(path.join(root, place)))) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(place) {
  const there = statSync(place, { throwIfNoEntry: false });
  if (!there?.isDirectory()) return there ? [place] : [];
  return readdirSync(place)
    .filter((name) => !SKIPPED.has(name) && !name.endsWith(".tsbuildinfo") && !name.endsWith(".vsix"))
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name)));
}
