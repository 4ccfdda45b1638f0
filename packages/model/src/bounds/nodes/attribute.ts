import type { Place } from "../../evaluate/evaluation.js";
import type { AttributeNode } from "../../nodes/attribute.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { exactly } from "../interval.js";
import { anyOf, numbers, type Possible } from "../possible.js";

/** What the row in hand says, or any row where none is in hand. */
export function attribute(node: AttributeNode, place: Place, { contract }: Bounding): Possible {
  const key = place.of[node.of];
  const set = contract.participants.find((candidate) => candidate.name === node.of);
  const { field } = node;
  if (field === undefined) {
    if (key !== undefined) return { names: [key] };
    return { names: set ? set.rows.map((row) => row.key) : "any" };
  }
  const rows = (set?.rows ?? []).filter((row) => key === undefined || row.key === key);
  return anyOf(rows.map(({ values }) => read(node, values[field] ?? null)));
}

function read({ unit }: AttributeNode, text: string | null): Possible {
  if (text === null) return {};
  switch (unit.kind) {
    case "quantity":
      return numbers(exactly(Rational.parse(text)));
    case "truth":
      return { truths: [text === "true"] };
    case "date":
      return { dates: true };
    default:
      return { names: [text] };
  }
}
