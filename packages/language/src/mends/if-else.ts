import type { Fix } from "../diagnostics/finding.js";

const CONDITION = "(?<condition>[^{}]+?)";
const VALUE = "(?<value>[^{}]+?)";
const OTHER = "(?<other>[^{}]+?)";

/** What one key makes of `if … then … else …`: tiers for a choice between values, a gate for a condition alone. */
export function ifElseMend(text: string, offset: number): Fix | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = text.indexOf("\n", offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).replace(/\s*(?:\/\/.*)?$/, "");
  const [before, after] = [line.slice(0, offset - lineStart), line.slice(offset - lineStart)];
  return choice(after, offset) ?? trailing(before, after, lineStart) ?? gate(before, after, offset);
}

/** `if … then £5,000 else £0` */
function choice(after: string, offset: number): Fix | undefined {
  const groups = new RegExp(`^if\\s+${CONDITION}\\s+then\\s+${VALUE}\\s+(?:else|otherwise)\\s+${OTHER}$`).exec(
    after,
  )?.groups;
  return groups && tiers(groups.value, groups.condition, groups.other, offset, after.length);
}

/** `£5,000 if … else £0`: the value is what stands right before the word. */
function trailing(before: string, after: string, lineStart: number): Fix | undefined {
  const written = /(?<value>[£$€]?[\w.,%-]+)\s+$/.exec(before);
  const groups = new RegExp(`^if\\s+${CONDITION}\\s+(?:else|otherwise)\\s+${OTHER}$`).exec(after)?.groups;
  if (!written?.groups || !groups) return undefined;
  const length = before.length + after.length - written.index;
  return tiers(written.groups.value, groups.condition, groups.other, lineStart + written.index, length);
}

/** A line that is a condition and nothing else. */
function gate(before: string, after: string, offset: number): Fix | undefined {
  const groups = new RegExp(`^(?<word>if|unless)\\s+${CONDITION}$`).exec(after)?.groups;
  if (!groups || before.trim() !== "") return undefined;
  const { word, condition } = groups;
  return mend(word === "if" ? `only when ${condition}` : `only when not (${condition})`, offset, after.length);
}

const tiers = (value = "", condition = "", other = "", offset: number, length: number): Fix =>
  mend(`tiered ${value} when ${condition}, otherwise ${other}`, offset, length);

const mend = (text: string, offset: number, length: number): Fix => ({
  title: `Write ${text.length > 60 ? `${text.slice(0, 57)}…` : text}`,
  edits: [{ offset, length, text }],
});
