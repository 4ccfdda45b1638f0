import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { limited } from "./limited.js";

/** `then at least …`: a floor on the amount so far. Where it stands among the steps matters (rule 6). */
export const AtLeastNode = NodeBase.extend({ kind: z.literal("at-least"), of: z.string(), limit: z.string() });
export type AtLeastNode = z.infer<typeof AtLeastNode>;

export const atLeast = {
  operands: (node: AtLeastNode): string[] => [node.of, node.limit],
  /** Inputs: the amount, the limit. `reached` is set where the floor binds. */
  evaluate: (node: AtLeastNode, place: Place, evaluation: Evaluation): Evaluated =>
    limited("below", node.of, node.limit, place, evaluation),
};
