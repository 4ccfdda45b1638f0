import { ratio, truth } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

/** The policy that a figure, a metric or a weight states for a value that is not reported. */
export function policyOf(lines: readonly AstNode[]): ast.MissingPolicy | undefined {
  return lines.find(ast.isMissingLine)?.policy;
}

/**
 * Puts the policy of a declared value around it (rule 11). "Treat as met", "treat as missed" and "share its weight" have
 * a meaning only where the value is scored or tested: they are handed to the score or test that is being lowered.
 */
export function remedyValue(
  value: Typed,
  own: ast.MissingPolicy | undefined,
  declared: { name: string; baseline?: ast.Amount; node: AstNode },
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const policy = site.policy ?? own;
  if (!policy) {
    return lowering.report(
      "no-policy",
      { name: declared.name, reader: site.owner, scored: site.scored !== undefined },
      declared.node,
      {
        property: "name",
      },
    );
  }
  const place = { ...site, unit: value.unit };
  switch (policy.rule) {
    case "treat as met":
    case "treat as missed":
    case "share its weight":
      if (!site.scored) {
        return lowering.report("policy-needs-score", { name: declared.name, policy: policy.rule }, policy);
      }
      site.scored.push(policy);
      return value;
    case "treat as baseline": {
      if (!declared.baseline) return lowering.report("policy-needs-baseline", { name: declared.name }, policy);
      const instead = lowerExpression(declared.baseline, place, lowering);
      return instead && present(value, policy, { instead: instead.id }, site, lowering);
    }
    case "hold at the previous value": {
      const first = policy.first ?? declared.baseline;
      if (!first) return lowering.report("hold-needs-first", { name: declared.name }, policy);
      const at = lowerExpression(first, place, lowering);
      return at && present(value, policy, { first: at.id }, site, lowering);
    }
    default:
      return present(value, policy, {}, site, lowering);
  }
}

/** Carries out "treat as met" and "treat as missed" on the score or test in which the value stands. */
export function remedyScore(
  score: Typed,
  policies: readonly ast.MissingPolicy[],
  as: "truth" | "ratio",
  at: AstNode,
  site: Site,
  lowering: Lowering,
): Typed {
  return policies.reduce((value, policy) => {
    if (policy.rule === "share its weight") {
      if (site.scored) site.scored.push(policy);
      else lowering.report("share-needs-weight", { name: site.owner }, at);
      return value;
    }
    const met = policy.rule === "treat as met";
    const unit = as === "truth" ? truth : ratio;
    const written = as === "truth" ? `${met}` : met ? "1" : "0";
    const type = { unit, grain: null, axes: [], time: "timeless" } as const;
    const instead = lowering.add(site.owner, { kind: "constant", value: written }, at, type);
    return present(value, policy, { instead: instead.id }, site, lowering);
  }, score);
}

function present(
  value: Typed,
  policy: ast.MissingPolicy,
  more: { instead?: string; first?: string },
  site: Site,
  lowering: Lowering,
): Typed {
  const { instead, first } = more;
  const lowered = { ...lowering.policy(policy), ...(first ? { first } : {}) };
  return lowering.add(
    site.owner,
    { kind: "present", of: value.id, policy: lowered, ...(instead ? { instead } : {}) },
    policy,
    typeOf(value.unit, value),
  );
}
