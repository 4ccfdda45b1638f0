import type { ContractModel } from "@concordat/model";
import { clause, type Section } from "../document/document.js";
import { text } from "../document/phrase.js";
import { titleOf } from "../sentences/names.js";

/** Where the parties sign what they have read. */
export const signatures = ({ parties }: ContractModel): Section => ({
  id: "signatures",
  heading: text("Signatures"),
  blocks:
    parties.length === 0
      ? []
      : [
          clause(text("Each party below has read this summary and the contract it was made from.")),
          {
            kind: "table",
            caption: text("Signed for each party"),
            columns: ["Party", "Name", "Signature", "Date"].map((heading) => ({
              heading: text(heading),
              align: "left" as const,
            })),
            rows: parties.map((party) => [text(titleOf(party)), text(""), text(""), text("")]),
          },
        ],
});
