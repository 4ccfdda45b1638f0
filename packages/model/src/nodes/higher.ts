import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { extreme } from "./extreme.js";

/** `the higher of A and B`. */
export const HigherNode = NodeBase.extend({ kind: z.literal("higher"), operands: z.array(z.string()).min(2) });
export type HigherNode = z.infer<typeof HigherNode>;

export const higher = {
  operands: (node: HigherNode): string[] => node.operands,
  evaluate: (node: HigherNode, place: Place, evaluation: Evaluation): Evaluated =>
    extreme("higher", node.operands, place, evaluation),
};
