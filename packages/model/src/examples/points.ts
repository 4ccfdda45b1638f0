import type { Comparison } from "../contract/conditions.js";
import type { ContractModel } from "../contract/contract.js";
import type { Slice } from "../nodes/banded.js";
import type { ContractNode } from "../nodes/node.js";

/** What a node can do, side by side: the side as `reached` names it, and what it is in words. */
export interface NodePoint {
  readonly side: string;
  readonly what: string;
}

/** Every row of a shape, every side of a gate, and whether a cap or a floor binds; `say` shows a value of the contract. */
export function pointsOfNode(node: ContractNode, contract: ContractModel, say: Say): NodePoint[] {
  switch (node.kind) {
    case "tiered":
      return [
        ...node.rows.map((row, index) => ({
          side: `row ${index}`,
          what: `the tier "${say(row.value)} when ${condition(row.when, contract, say, node.x === undefined)}"`,
        })),
        ...(node.otherwise ? [{ side: "otherwise", what: `the tier "otherwise ${say(node.otherwise)}"` }] : []),
      ];
    case "scaled": {
      const at = (index: number): string => say(node.points[index]!.at);
      const last = node.points.length - 1;
      const outside = (index: number) => ({ side: `outside ${index}`, what: `the flat part beyond ${at(index)}` });
      const lines = node.points
        .slice(1)
        .map((_, index) => ({ side: `between ${index}`, what: `the line from ${at(index)} to ${at(index + 1)}` }));
      return [outside(0), ...lines, outside(last)];
    }
    case "banded":
      return node.slices.map((slice, index) => ({
        side: `slice ${index}`,
        what: `the band "${sliceWords(slice, say)}"`,
      }));
    case "only-when":
      return [
        { side: "passed", what: `the case that "${condition(node.when, contract, say, true)}" is met` },
        { side: "failed", what: `the case that "${condition(node.when, contract, say, true)}" is not met` },
      ];
    case "at-most":
      return [{ side: "binds", what: `the cap of ${say(node.limit)}` }];
    case "at-least":
      return [{ side: "binds", what: `the floor of ${say(node.limit)}` }];
    default:
      return [];
  }
}

type Say = (id: string) => string;

/** "at least 12% and below 13.5%", with what is tested before it where the shape does not say that once for all rows. */
function condition(id: string, contract: ContractModel, say: Say, withSubject: boolean): string {
  const node = contract.nodes[id]!;
  if (node.kind === "test") {
    const test = `${SAID[node.comparison]} ${say(node.right)}`;
    return withSubject ? `${say(node.left)} ${test}` : test;
  }
  if (node.kind !== "logic") return say(id);
  const parts = node.operands.map((operand) => condition(operand, contract, say, withSubject));
  return node.operator === "not" ? `not ${parts[0]}` : parts.join(` ${node.operator} `);
}

const SAID: Record<Comparison, string> = {
  is: "is",
  "is-not": "is not",
  "at-least": "at least",
  "at-most": "at most",
  above: "above",
  below: "below",
};

function sliceWords(slice: Slice, say: Say): string {
  const rate = say(slice.rate);
  switch (slice.part) {
    case "first":
    case "next":
      return `${rate} of the ${slice.part} ${say(slice.width)}`;
    case "rest":
      return `${rate} of the rest`;
    case "below":
      return `${rate} of the part below ${say(slice.to)}`;
    case "between":
      return `${rate} of the part from ${say(slice.from)} to ${say(slice.to)}`;
    case "above":
      return `${rate} of the part above ${say(slice.from)}`;
  }
}
