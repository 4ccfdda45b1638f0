import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { extreme } from "./extreme.js";

/** `the lower of A and B`. */
export const LowerNode = NodeBase.extend({ kind: z.literal("lower"), operands: z.array(z.string()).min(2) });
export type LowerNode = z.infer<typeof LowerNode>;

export const lower = {
  operands: (node: LowerNode): string[] => node.operands,
  evaluate: (node: LowerNode, place: Place, evaluation: Evaluation): Evaluated =>
    extreme("lower", node.operands, place, evaluation),
};
