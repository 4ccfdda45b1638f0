import { type ContractModel, showDate } from "@concordat/model";
import type { LegalDocument, Section } from "../document/document.js";
import { text } from "../document/phrase.js";
import { titleOf } from "../sentences/names.js";
import { readerOf } from "../sentences/registry.js";
import { writeHtml } from "../writers/html.js";
import { writeMarkdown } from "../writers/markdown.js";
import { accepted } from "./accepted.js";
import { agreement } from "./agreement.js";
import { balances } from "./balances.js";
import { definitions } from "./definitions.js";
import { examples } from "./examples.js";
import { governance } from "./governance.js";
import { guarantees } from "./guarantees.js";
import { inputs } from "./inputs.js";
import { limits } from "./limits.js";
import { metrics } from "./metrics.js";
import { payments } from "./payments.js";
import { places } from "./places.js";
import { clauses, legalDefinitions, recitals } from "./prose.js";
import { signatures } from "./signatures.js";

export interface SummaryOptions {
  /** For a page whose content security policy allows one style by its nonce. */
  readonly nonce?: string;
}

/**
 * The plain-English summary that a lawyer reads and signs: every rule of the contract as numbered clauses, nothing left
 * out and nothing added. The same contract gives the same bytes. HTML is one file with no script.
 */
export function summarise(contract: ContractModel, format: "html" | "md", options: SummaryOptions = {}): string {
  const document = summaryOf(contract);
  return format === "html" ? writeHtml(document, options) : writeMarkdown(document);
}

/** The summary before anyone writes it out. */
export function summaryOf(contract: ContractModel): LegalDocument {
  const reader = readerOf(contract);
  const parts: readonly Section[] = [
    recitals(contract),
    agreement(contract),
    places(contract),
    inputs(reader),
    definitions(reader),
    metrics(reader),
    payments(reader),
    balances(reader),
    limits(reader),
    guarantees(reader),
    examples(contract),
    clauses(contract),
    governance(contract),
    accepted(contract),
    legalDefinitions(contract),
    signatures(contract),
  ];
  return {
    language: "en-GB",
    title: text(titleOf(contract)),
    kind: "Summary of the contract in plain English",
    facts: [
      ...(contract.reference === undefined ? [] : [{ label: "Reference", value: text(contract.reference) }]),
      { label: "Term", value: text(`${showDate(contract.term.from)} to ${showDate(contract.term.to)}`) },
    ],
    sections: parts.filter(({ blocks, sections }) => blocks.length > 0 || (sections ?? []).length > 0),
  };
}
