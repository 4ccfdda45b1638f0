import type { NodeOf } from "@concordat/model";
import { type Phrase, say } from "../document/phrase.js";
import type { Reader } from "./reader.js";

/** A value of other periods: "Patient experience of the period before (in the first period, 85%)". */
export function reach(node: NodeOf<"reach">, reader: Reader): Phrase {
  const of = reader.operand(node.of);
  const first = node.first === undefined ? "" : say` (where the term has no such period, ${reader.phrase(node.first)})`;
  switch (node.how) {
    case "previous":
      return say`${of} of the period before${first}`;
    case "average-of-the-last":
      return say`the average of ${of} over the last ${node.count ?? 0} periods${first}`;
    case "year-to-date":
      return say`${of} from the start of the contract’s year to the end of the period${again(node)}`;
    case "since-the-start":
      return say`${of} from the start of the term to the end of the period${again(node)}`;
  }
}

const again = ({ recompute }: NodeOf<"reach">): string => (recompute ? ", worked out again over all of that time" : "");
