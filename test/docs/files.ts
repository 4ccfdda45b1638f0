import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Does to the files of a session what a page tells its reader to do. A block with a file's name is the whole file. With a
 * `+` after the name, its lines go before the last `}`; with a `~`, each of them takes the place of the line that begins
 * with the same two words.
 */
export function writeAsShown(folder: string, name: string, shown: string): void {
  const file = path.join(folder, name.replace(/[+~]$/, ""));
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  mkdirSync(path.dirname(file), { recursive: true });
  if (name.endsWith("+")) writeFileSync(file, before.replace(/\}\s*$/, `\n${shown}}\n`));
  else if (name.endsWith("~")) writeFileSync(file, shown.trimEnd().split("\n").reduce(replaceLine, before));
  else writeFileSync(file, shown);
}

function replaceLine(text: string, line: string): string {
  const lines = text.split("\n");
  const index = lines.findIndex((old) => firstWords(old) === firstWords(line));
  if (index < 0) throw new Error(`no line begins with "${firstWords(line)}"`);
  return lines.with(index, line).join("\n");
}

const firstWords = (line: string): string => line.trim().split(/\s+/).slice(0, 2).join(" ");
