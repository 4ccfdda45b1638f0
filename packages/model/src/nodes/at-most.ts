import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { limited } from "./limited.js";

/** `then at most …`: a cap on the amount so far. Where it stands among the steps matters (rule 6). */
export const AtMostNode = NodeBase.extend({ kind: z.literal("at-most"), of: z.string(), limit: z.string() });
export type AtMostNode = z.infer<typeof AtMostNode>;

export const atMost = {
  operands: (node: AtMostNode): string[] => [node.of, node.limit],
  /** Inputs: the amount, the limit. `reached` is set where the cap binds. */
  evaluate: (node: AtMostNode, place: Place, evaluation: Evaluation): Evaluated =>
    limited("above", node.of, node.limit, place, evaluation),
};
