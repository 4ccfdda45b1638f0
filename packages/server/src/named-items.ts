import { type CstNode, GrammarUtils, type LangiumDocument } from "langium";
import { type ContractText, textsIn } from "./contracts.js";

/** What a contract of a file declares, with the word that names it. */
export interface NamedItem {
  readonly contract: ContractText;
  readonly item: ContractText["items"][number];
  readonly word: CstNode;
}

export function namedItems(document: LangiumDocument): NamedItem[] {
  return textsIn(document).flatMap((contract) =>
    contract.items.flatMap((item) => {
      const word = GrammarUtils.findNodeForProperty(item.$cstNode, "name");
      return word ? [{ contract, item, word }] : [];
    }),
  );
}
