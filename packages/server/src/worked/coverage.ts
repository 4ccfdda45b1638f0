import {
  type ContractModel,
  type CoveragePoint,
  coverage,
  type ExampleResult,
  type SourceRange,
} from "@concordat/model";
import type { TextPlace } from "../preview/protocol.js";
import type { Placed } from "../what-if/explained.js";
import type { RuleCoverage } from "./protocol.js";

/** Every rule of a contract that can go several ways, with the ways that these examples reach. */
export function rulesReached(
  contract: ContractModel,
  results: readonly ExampleResult[],
  placed: Placed,
): RuleCoverage[] {
  const rules = new Map<string, RuleCoverage>();
  for (const point of coverage(contract, results).points) {
    const range = placed(point.source);
    if (!range) continue; // it stands in another file
    const own = firstLine(range);
    // The two ways that a comparison goes stand on lines of their own.
    const key = contract.nodes[point.node] ? point.node : point.key;
    const rule = rules.get(key) ?? { rule: ruleOf(point, contract), range: own, ways: [] };
    rule.ways.push({
      what: whatOf(point),
      range: placeOf(point, contract, placed) ?? own,
      examples: [...point.examples],
    });
    rules.set(key, rule);
  }
  return [...rules.values()];
}

/** A block is marked where it begins. */
const firstLine = ({ start, end }: TextPlace): TextPlace =>
  start.line === end.line ? { start, end } : { start, end: { line: start.line, character: start.character + 1 } };

function ruleOf({ payment, node }: CoveragePoint, contract: ContractModel): string {
  const title = contract.payments.find(({ name }) => name === payment)?.title ?? payment;
  const kind = contract.nodes[node]?.kind;
  return kind === undefined ? title : `${title}: ${kind.replace("-", " ")}`;
}

/** "the tier "50% when …"" of "No example reaches the tier … in outcomes." */
const whatOf = ({ sentence, payment }: CoveragePoint): string =>
  sentence.replace(/^.*? reaches /, "").replace(new RegExp(` in ${payment}\\.$`), "");

/** Each tier and band where its own rate is written. */
function placeOf({ key, node: id }: CoveragePoint, contract: ContractModel, placed: Placed): TextPlace | undefined {
  const node = contract.nodes[id];
  const index = Number(key.split(" ").at(-1));
  const source = (operand: string | undefined): SourceRange | undefined =>
    operand === undefined ? undefined : contract.nodes[operand]?.source;
  let written: SourceRange | undefined;
  if (node?.kind === "tiered") written = source(Number.isNaN(index) ? node.otherwise : node.rows[index]?.value);
  if (node?.kind === "banded") written = source(node.slices[index]?.rate);
  if (node?.kind === "scaled") written = source(node.points[index]?.at);
  return written && placed(written);
}
