import type { Step } from "../evaluate/evaluation.js";
import { capitalised, type Words } from "./words.js";

export function sentenceOf(step: Step, words: Words): string {
  return `${capitalised(words.named(step))}.`;
}
