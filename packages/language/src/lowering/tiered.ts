import { currencyOf, Rational } from "@concordat/model";
import { tiersCoverOnce } from "../checks/tiers.js";
import * as ast from "../generated/ast.js";
import { readRows } from "./curve-file.js";
import { lowerExpression } from "./expressions.js";
import { lowerCondition } from "./logic.js";
import type { Lowering } from "./lowering.js";
import { matched, typeOf } from "./match.js";
import { comparison, comparisonOf } from "./test.js";
import type { Site, Typed } from "./typed.js";

/** `tiered 100% when below 12%, 50% when from 12% to below 13.5%, otherwise 0%`. */
export function lowerTiered(
  shape: ast.Tiered,
  x: Typed | undefined,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const rows: { when: Typed; value: Typed }[] = [];
  if (shape.path !== undefined) {
    const steps = x
      ? stepRows(shape, x, site, lowering)
      : lowering.report("nothing-to-shape", { shape: "tiered" }, shape);
    if (!steps) return undefined;
    rows.push(...steps);
  }
  for (const tier of shape.tiers) {
    if (!tier.test) return undefined;
    const when = ast.isPartialTest(tier.test)
      ? partial(tier.test, x, site, lowering)
      : lowerCondition(tier.test.condition, { ...site, unit: undefined }, lowering);
    const value = lowerExpression(tier.value, { ...site, unit: undefined }, lowering);
    if (!when || !value) return undefined;
    const values = rows[0] ? matched(value, rows[0].value, "in one set of tiers with", tier, lowering) : [value];
    if (!values) return undefined;
    rows.push({ when, value: values[0]! });
  }
  const first = rows[0];
  if (!first) return undefined;
  const otherwise = shape.otherwise
    ? lowerExpression(shape.otherwise, { ...site, unit: undefined }, lowering)
    : undefined;
  if (shape.otherwise && !otherwise) return undefined;
  const last = otherwise && matched(otherwise, first.value, "in one set of tiers with", shape.otherwise!, lowering);
  if (otherwise && !last) return undefined;
  if (!tiersCoverOnce(shape, x, lowering)) return undefined;
  const type = typeOf(first.value.unit, ...(x ? [x] : []), ...rows.flatMap((row) => [row.when, row.value]));
  return lowering.add(
    site.owner,
    {
      kind: "tiered",
      ...(x ? { x: x.id } : {}),
      rows: rows.map((row) => ({ when: row.when.id, value: row.value.id })),
      ...(last ? { otherwise: last[0].id } : {}),
    },
    shape,
    type,
  );
}

/** `below 12%`, `from 12% to below 13.5%`: a test of the value that the tiers stand on. */
function partial(test: ast.PartialTest, x: Typed | undefined, site: Site, lowering: Lowering): Typed | undefined {
  if (!x) return lowering.report("nothing-to-shape", { shape: "tiered" }, test);
  const place = { ...site, unit: x.unit };
  const bare = [test.from, test.to].find(ast.isPercent);
  if (bare && currencyOf(x.unit)) return lowering.report("tier-limit-unit", { limit: `${bare.value}%` }, test);
  const from = lowerExpression(test.from, place, lowering);
  if (test.kind !== "from") return comparison(x, comparisonOf(test.kind), from, test, site, lowering);
  const to = lowerExpression(test.to, place, lowering);
  const least = comparison(x, "at-least", from, test, site, lowering);
  const most = comparison(x, test.below ? "below" : "at-most", to, test, site, lowering);
  if (!least || !most) return undefined;
  return lowering.add(
    site.owner,
    { kind: "logic", operator: "and", operands: [least.id, most.id] },
    test,
    typeOf(least.unit, least, most),
  );
}

/** The rows of a file of steps: each value holds from its row to the next; below the first one `otherwise` does. */
function stepRows(
  shape: ast.Tiered,
  x: Typed,
  site: Site,
  lowering: Lowering,
): { when: Typed; value: Typed }[] | undefined {
  const read = readRows(shape, "from", x, site, lowering);
  if (!read) return undefined;
  const rows: { when: Typed; value: Typed }[] = [];
  for (const [index, row] of read.entries()) {
    const next = read[index + 1];
    const least = comparison(x, "at-least", row.at, shape, site, lowering);
    const most = next && comparison(x, "below", next.at, shape, site, lowering);
    const values = matched(row.value, read[0]!.value, "in one set of tiers with", shape, lowering);
    if (!least || (next && !most) || !values) return undefined;
    if (next && !Rational.parse(constant(next.at, lowering)).above(Rational.parse(constant(row.at, lowering)))) {
      const text = `row ${index + 3} must stand above row ${index + 2}: the steps rise from row to row`;
      return lowering.report("file-not-right", { path: shape.path!, text }, shape, { property: "path" });
    }
    const when = most
      ? lowering.add(
          site.owner,
          { kind: "logic", operator: "and", operands: [least.id, most.id] },
          shape,
          typeOf(least.unit, least, most),
        )
      : least;
    rows.push({ when, value: values[0] });
  }
  return rows;
}

function constant(typed: Typed, lowering: Lowering): string {
  const node = lowering.nodes.get(typed.id);
  return node?.kind === "constant" ? node.value : "0";
}
