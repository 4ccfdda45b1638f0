import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { PeriodKind } from "../time/period.js";
import { limited, limitedOver } from "./limited.js";

/** `then at most …`: a cap on the amount so far. Where it stands among the steps matters (rule 6). */
export const AtMostNode = NodeBase.extend({
  kind: z.literal("at-most"),
  of: z.string(),
  limit: z.string(),
  /** A cap over a longer span than the payment's own period (rule 7): what it let through before counts. */
  over: z.object({ span: PeriodKind, payment: z.string() }).optional(),
});
export type AtMostNode = z.infer<typeof AtMostNode>;

export const atMost = {
  operands: (node: AtMostNode): string[] => [node.of, node.limit],
  /** Inputs: the amount, the limit, then for a longer span what it let through before. `reached` is set where it binds. */
  evaluate: (node: AtMostNode, place: Place, evaluation: Evaluation): Evaluated =>
    node.over
      ? limitedOver(node, node.over, place, evaluation)
      : limited("above", node.of, node.limit, place, evaluation),
};
