import type { Step } from "../evaluate/evaluation.js";
import type { AtLeastNode } from "../nodes/at-least.js";
import { limitedBy } from "./limited.js";
import type { Words } from "./words.js";

/** Whether the floor binds. */
export const atLeast = (_node: AtLeastNode, step: Step, words: Words): string => limitedBy("floor", step, words);
