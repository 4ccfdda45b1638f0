import type { Branch, ContractNode, Payment, PaymentLine } from "@concordat/model";
import { capitalised, type Phrase, say } from "../document/phrase.js";
import type { Reader } from "./reader.js";

/** One line of a payment while its sentence is written. */
export interface LineInHand {
  readonly line: PaymentLine;
  /** The node of the amount after the line; a policy for missing data around it is looked through. */
  readonly node: ContractNode;
  /** The node of the amount before the line; undefined for the first. */
  readonly it: string | undefined;
  /** It is an amount line that adds to the ones above it. */
  readonly adds: boolean;
  readonly branch: Branch;
  readonly payment: Payment;
  /** Says "the difference" or "the amount so far" for `it`. */
  readonly reader: Reader;
  /** What a step works on: "the amount", or "the difference" where nothing has changed that yet. */
  readonly amount: Phrase;
  /** Makes a sentence of a phrase: "After that, …." wherever something comes before it (rule 6: order matters). */
  readonly after: (phrase: Phrase) => Phrase;
}

export const sentence = (phrase: Phrase): Phrase => say`${capitalised(phrase)}.`;
export const afterThat = (phrase: Phrase): Phrase => say`After that, ${phrase}.`;
