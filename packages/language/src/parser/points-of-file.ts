import type { IToken } from "chevrotain";
import type { Fix } from "../diagnostics/finding.js";

/** How the points of a shape are written out, in the words of the manual. */
const WRITTEN: Record<string, string> = {
  Scaled: "scaled 0% at baseline, 100% at target",
  Tiered: "tiered 100% when at least 85%, otherwise 0%",
};

/** `scaled from 0% at baseline`: after `from` stands a file, and points that are written out stand without it. */
export function withoutFrom(rule: string, from: IToken, actual: IToken): { message: string; fix: Fix } | undefined {
  const like = WRITTEN[rule];
  if (!like || from.tokenType.name !== "from" || from.endLine !== actual.startLine) return undefined;
  const message = `After "from" stands a file, as in from "curve.csv". Written out it is without that word: ${like}.`;
  const offset = from.startOffset;
  return {
    message,
    fix: { title: "Leave out from", edits: [{ offset, length: actual.startOffset - offset, text: "" }] },
  };
}
