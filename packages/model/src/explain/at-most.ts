import type { Step } from "../evaluate/evaluation.js";
import type { AtMostNode } from "../nodes/at-most.js";
import { limitedBy } from "./limited.js";
import type { Words } from "./words.js";

/** Whether the cap binds. */
export const atMost = (_node: AtMostNode, step: Step, words: Words): string => limitedBy("cap", step, words);
