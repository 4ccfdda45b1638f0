import * as ast from "../generated/ast.js";
import { contractOf } from "../names/declared.js";
import { addLine, fix, insertAfter, replace } from "./edits.js";
import type { Mends } from "./mends.js";

/** Policies that need nothing more to be written, the most careful first; "met" has a meaning only in a score or a test. */
const ALWAYS = ["defer to reconciliation"];
const SCORED = ["treat as missed", "treat as met"];

export const missingMends: Mends = {
  "no-policy": ({ node, parameters: { scored } }) => {
    const baseline = ast.isMetric(node) && node.lines.some(ast.isBaselineLine);
    const decider = contractOf(node)?.items.filter(ast.isParty)[0]?.name;
    const policies = [
      ...ALWAYS,
      ...(scored ? SCORED : []),
      ...(baseline ? ["treat as baseline", "hold at the previous value, at first the baseline"] : []),
      ...(decider ? [`${decider} decides`] : []),
    ];
    return policies.map((policy) => {
      const text = `if not reported ${policy}`;
      return fix(
        `Write ${text}`,
        ast.isMetric(node) ? addLine(node, node.lines, text) : insertAfter(node, `, ${text}`),
      );
    });
  },
  "policy-needs-score": ({ node }) => [fix("Write defer to reconciliation", replace(node, "defer to reconciliation"))],
  "policy-needs-baseline": ({ node }) => [
    fix("Write defer to reconciliation", replace(node, "defer to reconciliation")),
  ],
};
