import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkFiles, type Finding, type Fix, type SourceFile } from "@concordat/language";

/**
 * A file of mistakes, to be read: under each heading a mistake in the words of the contract, and what is said of it.
 *
 * - A block `concordat` stands in the contract of `standing.concordat`, unless it begins with `contract`: then it is one.
 * - `concordat without rounding`: there without the lines that begin with that word.
 * - `concordat in payment`: the lines of a payment each year; `in quarterly payment`, `in metric` and `in example` alike.
 * - `concordat deed-1.concordat`: a file of that name, as it is. A mistake may need several, one block after the other;
 *   `standing.concordat` lies beside them.
 * - Under the blocks each finding is one line: the line of the block that it is at (after the file's name, where it has
 *   one), its id, its message. Below it what one key makes of the text, where one key can mend it.
 */
export interface Case {
  readonly heading: string;
  readonly line: number;
  readonly files: readonly ShownFile[];
  /** As it stands in the file. */
  readonly expected: string;
  readonly start: number;
  readonly end: number;
}

export interface ShownFile {
  /** None where the block stands in a contract that has no need of a name. */
  readonly name?: string;
  readonly block: string;
  /** The whole file. */
  readonly text: string;
  /** The line of `text` on which the block begins. */
  readonly begins: number;
}

const here = import.meta.dirname;
const STANDING = "standing.concordat";
const standing = readFileSync(path.join(here, STANDING), "utf8");
export const subjects = readdirSync(here).filter((name) => name.endsWith(".md") && name !== "README.md");
export const readSubject = (name: string): string => readFileSync(path.join(here, name), "utf8");

const WRAPPERS: Record<string, string> = {
  payment: "payment tried each year {",
  "quarterly payment": "payment tried each quarter {",
  metric: "metric tried {",
  example: "example tried {",
};

const SECTION = /^## (.+)\n+((?:```concordat ?.*\n[\s\S]*?^```\n+)+)((?:\n?(?:- | {2}- ).+\n)*)/gm;
const BLOCK = /^```concordat ?(.*)\n([\s\S]*?)^```$/gm;

export function casesOf(file: string): Case[] {
  return [...file.matchAll(SECTION)].map((match) => {
    const [section, heading = "", blocks = "", expected = ""] = match;
    const end = match.index + section.length;
    const blank = /\n*$/.exec(blocks)![0].length - 1;
    return {
      heading,
      line: file.slice(0, match.index).split("\n").length,
      files: [...blocks.matchAll(BLOCK)].map(([, info = "", block = ""]) => shownFile(info, block)),
      expected: expected.trim(),
      start: end - expected.length - blank,
      end,
    };
  });
}

function shownFile(info: string, block: string): ShownFile {
  if (/^\S+\.concordat$/.test(info)) return { name: info, block, text: block, begins: 1 };
  if (/^\s*(?:\/\/.*\n\s*)*contract\b/.test(block)) return { block, text: block, begins: 1 };
  const [, leftOut] = /^without (.+)$/.exec(info) ?? [];
  const [, inside] = /^in (.+)$/.exec(info) ?? [];
  const kept = standing
    .split("\n")
    .filter((line) => !leftOut?.split(", ").some((word) => line.trim().startsWith(word)))
    .join("\n")
    .replace(/\}\s*$/, "");
  const before = inside ? `${kept}${WRAPPERS[inside]}\n` : kept;
  return { block, text: `${before}${block}${inside ? "}\n" : ""}}\n`, begins: before.split("\n").length };
}

/** What is found in each case. Those of one file without a name are checked together, which is quicker. */
export async function check(cases: readonly Pick<Case, "files">[]): Promise<Finding[][]> {
  const found: Finding[][] = cases.map(() => []);
  const single = [...cases.entries()].flatMap(([index, { files }]) =>
    files.filter(({ name }) => name === undefined).map(({ text }) => ({ index, text })),
  );
  const together = await checkFiles(
    single.map(({ index, text }) => ({ file: `contract-${index}.concordat`, text })),
    readBeside,
  );
  for (const [at, { findings }] of together.entries()) found[single[at]!.index] = [...findings];
  for (const [index, { files }] of cases.entries()) {
    const named = files.flatMap(({ name, text }): SourceFile[] => (name === undefined ? [] : [{ file: name, text }]));
    if (named.length === 0) continue;
    const folder = named.some(({ file }) => file === STANDING) ? named : [...named, { file: STANDING, text: standing }];
    const checked = await checkFiles(
      folder,
      (wanted) => folder.find(({ file }) => file === wanted)?.text ?? readBeside(wanted),
    );
    found[index] = checked.flatMap(({ findings }) => findings);
  }
  return found;
}

const readBeside = (file: string): string | undefined =>
  existsSync(path.join(here, file)) ? readFileSync(path.join(here, file), "utf8") : undefined;

/** The file of the case that a finding is in. */
export const fileOf = ({ files }: Pick<Case, "files">, { file }: Finding): ShownFile =>
  files.find(({ name }) => name === file) ??
  (files[0]!.name === undefined ? files[0]! : { name: STANDING, block: standing, text: standing, begins: 1 });

/** The case with one of its findings mended. */
export const mended = (found: Case, finding: Finding, fix: Fix): Pick<Case, "files"> => {
  const wrong = fileOf(found, finding);
  return { files: found.files.map((file) => (file === wrong ? { ...file, text: edited(file.text, fix) } : file)) };
};

export const edited = (text: string, { edits }: Fix): string =>
  [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce((now, { offset, length, text: put }) => now.slice(0, offset) + put + now.slice(offset + length), text);

/** What is said, as the file shows it. */
export const rendered = (found: Case, findings: readonly Finding[]): string =>
  findings
    .map((finding) => {
      const { id, message, range, fix } = finding;
      const { name, text, begins } = fileOf(found, finding);
      const line = `- ${name ? `${name}, ` : ""}${place(range.line - begins + 1)} \`${id}\` ${message}`;
      return fix ? `${line}\n  - one key, *${fix.title}*: ${changed(text, edited(text, fix))}` : line;
    })
    .join("\n");

/** What is missing is told at the name of the thing that it is missing from, which may stand outside the block. */
const place = (line: number): string =>
  line > 0 ? `line ${line}` : line === 0 ? "at the name of it" : "at the contract, above";

/** The lines that are not as they were. */
function changed(before: string, after: string): string {
  const [old, made] = [before.split("\n"), after.split("\n")];
  let first = 0;
  while (first < made.length && old[first] === made[first]) first++;
  let last = 0;
  while (last < made.length - first && last < old.length - first && old.at(-1 - last) === made.at(-1 - last)) last++;
  const lines = made.slice(first, made.length - last).map((line) => line.trim());
  return lines.length > 0 ? lines.map((line) => `\`${line}\``).join(" ") : "the line is taken out";
}
