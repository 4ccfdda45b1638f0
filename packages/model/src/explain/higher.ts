import type { Step } from "../evaluate/evaluation.js";
import type { HigherNode } from "../nodes/higher.js";
import { extremeOf } from "./extreme.js";
import type { Words } from "./words.js";

/** "the higher of £5 and £7 is …". */
export const higher = (_node: HigherNode, step: Step, words: Words): string => extremeOf("higher", step, words);
