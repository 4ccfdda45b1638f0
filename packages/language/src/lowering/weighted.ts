import { Rational } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import { percentAsRatio } from "./literals.js";
import type { Lowering } from "./lowering.js";
import { matched, typeOf } from "./match.js";
import { offWhole } from "./pool.js";
import { remedyScore } from "./present.js";
import type { Site, Typed } from "./typed.js";

/** `weighted 40% safety, 30% experience, 30% outcomes, at least 2 reported`. */
export function lowerWeighted(weighted: ast.Weighted, site: Site, lowering: Lowering): Typed | undefined {
  const parts: { value: Typed; sharesWeight: boolean; part: ast.WeightedPart }[] = [];
  for (const part of weighted.parts) {
    const scored: ast.MissingPolicy[] = [];
    const value = lowerExpression(part.value, { ...site, scored, unit: undefined }, lowering);
    if (!value) return undefined;
    const values = parts[0] ? matched(value, parts[0].value, "in one score with", part, lowering) : [value];
    if (!values) return undefined;
    const carried = scored.filter((policy) => policy.rule !== "share its weight");
    const remedied = remedyScore(values[0]!, carried, "ratio", part, site, lowering);
    parts.push({ value: remedied, sharesWeight: carried.length < scored.length, part });
  }
  const total = Rational.sum(parts.map(({ part }) => Rational.parse(percentAsRatio(part.weight.value))));
  if (!total.equals(Rational.one)) {
    const shown = `${total.times(Rational.of(100n)).toDecimal()}%`;
    return lowering.report("weights-not-whole", { payment: site.owner, total: shown, off: offWhole(total) }, weighted);
  }
  const minimum = Number(weighted.minimum ?? "1");
  if (!Number.isInteger(minimum) || minimum < 1 || minimum > parts.length) {
    return lowering.report("minimum-out-of-reach", { minimum: weighted.minimum!, parts: `${parts.length}` }, weighted, {
      property: "minimum",
    });
  }
  const type = typeOf(parts[0]!.value.unit, ...parts.map(({ value }) => value));
  return lowering.add(
    site.owner,
    {
      kind: "weighted",
      minimum,
      parts: parts.map(({ value, sharesWeight, part }) => ({
        weight: percentAsRatio(part.weight.value),
        on: ast.isNameRef(part.value) ? part.value.target.$refText : (part.value.$cstNode?.text ?? ""),
        value: value.id,
        sharesWeight,
        source: lowering.source(part),
      })),
    },
    weighted,
    { ...type, time: type.time === "timeless" ? "timeless" : "rate" },
  );
}
