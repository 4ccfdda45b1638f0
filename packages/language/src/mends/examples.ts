import { AstUtils } from "langium";
import { rangeOf } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { fix, replace, textOf } from "./edits.js";
import type { Mends } from "./mends.js";

export const exampleMends: Mends = {
  "only-some": ({ node }) => {
    const line = node as ast.ExpectLine;
    const subject = line.subject?.ref;
    const money = ast.isMoney(line.amount);
    const verb = ast.isPayment(subject)
      ? money && "earns"
      : ast.isParty(subject)
        ? money && "receives"
        : line.amount && !money && "is";
    if (!verb || line.payment || line.when) return [];
    return [fix(`Write ${verb}`, replace(line, verb, "verb"))];
  },
  "no-such-period": ({ node }) => {
    const year = ast.isExample(node.$container) ? firstYear(node.$container) : undefined;
    return year ? [fix(`Write ${year}`, replace(node, year, "period"))] : [];
  },
  "row-of-one": ({ node, parameters: { row } }) => {
    const { offset, length } = rangeOf(node);
    const written = textOf(node);
    const at = written.search(new RegExp(`\\s+of\\s+${row}\\b`));
    const words = /\s+of\s+\S+/.exec(written.slice(at))?.[0] ?? "";
    return at >= 0 && length > at
      ? [fix(`Leave out "of ${row}"`, { offset: offset + at, length: words.length, text: "" })]
      : [];
  },
};

/** The first year of the contract that the example stands in, as a period. */
export function firstYear(example: ast.Example): string | undefined {
  const contract = AstUtils.getContainerOfType(example, ast.isContract);
  const first = Number(contract?.items.find(ast.isTermLine)?.from.slice(0, 4));
  return first ? `${first}/${String((first + 1) % 100).padStart(2, "0")}` : undefined;
}
