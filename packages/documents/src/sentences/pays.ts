import { type Clause, clause } from "../document/document.js";
import { say } from "../document/phrase.js";
import type { LineInHand } from "./line.js";

/** `pays …`: an amount line. Amount lines add (rule 6). */
export const paysLine = ({ line, adds, reader, after }: LineInHand): Clause[] => [
  clause(
    after(adds ? say`${reader.phrase(line.node)} is added to that` : say`the amount is ${reader.phrase(line.node)}`),
  ),
];
