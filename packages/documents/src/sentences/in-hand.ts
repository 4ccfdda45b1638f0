import type { Branch, LineConstruct, Payment } from "@concordat/model";
import { text } from "../document/phrase.js";
import { afterThat, type LineInHand, sentence } from "./line.js";
import { lookThrough } from "./look-through.js";
import type { Reader } from "./reader.js";

/**
 * The lines of a branch in order, each with the amount that it works on. Amount lines add up; a gate leaves the amount as
 * it was; every other line makes a new one (rule 6).
 */
export function linesInHand(branch: Branch, payment: Payment, reader: Reader): LineInHand[] {
  const amounts = branch.lines.filter(({ construct }) => AMOUNT_LINES.has(construct)).map(({ node }) => node);
  let it = branch.compares;
  let begun = false;
  return branch.lines.map((line) => {
    const compared = it !== undefined && it === branch.compares;
    const adds = amounts.indexOf(line.node) > 0;
    const hand: LineInHand = {
      line,
      node: lookThrough(line.node, reader),
      it,
      adds,
      branch,
      payment,
      reader: it === undefined ? reader : reader.saying(it, text(compared ? "the difference" : "the amount so far")),
      amount: text(compared ? "the difference" : "the amount"),
      after: begun && !adds ? afterThat : sentence,
    };
    if (line.construct !== "only-when") it = line.node === amounts.at(-1) ? sumOf(amounts, reader) : line.node;
    if (line.construct !== "compares") begun = true;
    return hand;
  });
}

const AMOUNT_LINES: ReadonlySet<LineConstruct> = new Set<LineConstruct>(["pays", "pool", "points"]);

/** The node in which amount lines that stand side by side are added. */
function sumOf(amounts: readonly string[], { contract }: Reader): string | undefined {
  if (amounts.length < 2) return amounts[0];
  const sum = Object.values(contract.nodes).find(
    (node) =>
      node.kind === "plus" && node.terms.length === amounts.length && amounts.every((id) => node.terms.includes(id)),
  );
  return sum?.id ?? amounts.at(-1);
}
