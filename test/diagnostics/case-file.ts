import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type CheckedFile, checkFiles, type Finding, type Fix } from "@concordat/language";

/**
 * A file of mistakes, to be read: under each heading a mistake in the words of the contract, and what is said of it.
 *
 * - A block `concordat` stands in the contract of `standing.concordat`, unless it begins with `contract`: then it is one.
 * - `concordat without rounding`: there without the lines that begin with that word.
 * - `concordat in payment`: the lines of a payment each year; `in quarterly payment`, `in metric` and `in example` alike.
 * - Under the block each finding is one line: the line of the block that it is at, its id, its message. Below it what one
 *   key makes of the text, where one key can mend it.
 */
export interface Case {
  readonly heading: string;
  readonly line: number;
  readonly block: string;
  /** The whole contract. */
  readonly text: string;
  /** The line of `text` on which the block begins. */
  readonly begins: number;
  /** As it stands in the file. */
  readonly expected: string;
  readonly start: number;
  readonly end: number;
}

const here = import.meta.dirname;
const standing = readFileSync(path.join(here, "standing.concordat"), "utf8");
export const subjects = readdirSync(here).filter((name) => name.endsWith(".md") && name !== "README.md");
export const readSubject = (name: string): string => readFileSync(path.join(here, name), "utf8");

const WRAPPERS: Record<string, string> = {
  payment: "payment tried each year {",
  "quarterly payment": "payment tried each quarter {",
  metric: "metric tried {",
  example: "example tried {",
};

export function casesOf(file: string): Case[] {
  const cases: Case[] = [];
  for (const match of file.matchAll(/^## (.+)\n+```concordat ?(.*)\n([\s\S]*?)^```\n((?:\n?(?:- | {2}- ).+\n)*)/gm)) {
    const [section, heading = "", info = "", block = "", expected = ""] = match;
    const end = match.index + section.length;
    const line = file.slice(0, match.index).split("\n").length;
    cases.push({
      heading,
      line,
      block,
      ...inContract(info, block),
      expected: expected.trim(),
      start: end - expected.length,
      end,
    });
  }
  return cases;
}

function inContract(info: string, block: string): { text: string; begins: number } {
  if (/^\s*(?:\/\/.*\n\s*)*contract\b/.test(block)) return { text: block, begins: 1 };
  const [, leftOut] = /^without (.+)$/.exec(info) ?? [];
  const [, inside] = /^in (.+)$/.exec(info) ?? [];
  const kept = standing
    .split("\n")
    .filter((line) => !leftOut?.split(", ").some((word) => line.trim().startsWith(word)))
    .join("\n")
    .replace(/\}\s*$/, "");
  const before = inside ? `${kept}${WRAPPERS[inside]}\n` : kept;
  return { text: `${before}${block}${inside ? "}\n" : ""}}\n`, begins: before.split("\n").length };
}

export const check = (texts: readonly string[]): Promise<CheckedFile[]> =>
  checkFiles(
    texts.map((text, index) => ({ file: `contract-${index}.concordat`, text })),
    (file) => (existsSync(path.join(here, file)) ? readFileSync(path.join(here, file), "utf8") : undefined),
  );

export const mended = (text: string, { edits }: Fix): string =>
  [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce((now, { offset, length, text: put }) => now.slice(0, offset) + put + now.slice(offset + length), text);

/** What is said, as the file shows it. */
export const rendered = (text: string, begins: number, findings: readonly Finding[]): string =>
  findings
    .map((finding) => {
      const { id, message, range, fix } = finding;
      const line = `- ${place(range.line - begins + 1)} \`${id}\` ${message}`;
      return fix ? `${line}\n  - one key, *${fix.title}*: ${changed(text, mended(text, fix))}` : line;
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
