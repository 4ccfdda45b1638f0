import type { ContractModel, ContractNode } from "@concordat/model";
import type { Phrase } from "../document/phrase.js";

/** What a sentence may ask while it is written. Sentences know each other only through this. */
export interface Reader {
  readonly contract: ContractModel;
  node(id: string): ContractNode;
  /** The value as a noun phrase: by its name where the contract gives it one, else as what it is made of. */
  phrase(id: string): Phrase;
  /** As `phrase`, in brackets where it is a sum or a product that would otherwise run into its neighbour. */
  operand(id: string): Phrase;
  /** What the value is made of, even where it has a name: the text of its definition. */
  meaning(id: string): Phrase;
  /** The same reader, with words of its own for one value ("the amount so far"). */
  saying(id: string, words: Phrase): Reader;
  /** What the contract rounds money to: "penny". */
  readonly penny: string;
}
