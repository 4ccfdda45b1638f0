import type { Step } from "../evaluate/evaluation.js";
import type { LowerNode } from "../nodes/lower.js";
import { extremeOf } from "./extreme.js";
import type { Words } from "./words.js";

/** "the lower of £5 and £7 is …". */
export const lower = (_node: LowerNode, step: Step, words: Words): string => extremeOf("lower", step, words);
