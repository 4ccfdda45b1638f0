import type { ContractModel, Clause as Prose } from "@concordat/model";
import { type Block, clause, type Section } from "../document/document.js";
import { joined, type Phrase, say, strong, term, text, wordsIn } from "../document/phrase.js";
import { anchor, plainName, titleOf, whoIs } from "../sentences/names.js";

/** Clauses word for word, each reference by the title of what it names. */
export const clauses = (contract: ContractModel): Section => ({
  id: "clauses",
  heading: text("Clauses"),
  blocks: [],
  sections: contract.clauses
    .filter(({ kind }) => kind === "clause")
    .map((prose) => ({
      id: anchor("clause", prose.name),
      heading: text(titleOf(prose)),
      blocks: paragraphs(prose, contract).map((words): Block => clause(words)),
    })),
});

/** Why the parties made the contract, before its terms. */
export const recitals = (contract: ContractModel): Section => ({
  id: "recitals",
  heading: text("Recitals"),
  blocks: contract.clauses
    .filter(({ kind }) => kind === "recital")
    .flatMap((prose) =>
      paragraphs(prose, contract).map(
        (words, index): Block => clause(words, [], index === 0 ? anchor("clause", prose.name) : undefined),
      ),
    ),
});

/** Definitions in words. */
export const legalDefinitions = (contract: ContractModel): Section => ({
  id: "meanings",
  heading: text("Definitions"),
  blocks: contract.clauses
    .filter(({ kind }) => kind === "definition")
    .map((prose) => {
      const [first, ...more] = paragraphs(prose, contract);
      const meaning = more.length === 0 ? (first ?? []) : joined([first!, ...more], " ");
      return clause(say`${strong(titleOf(prose))}: ${meaning}`, [], anchor("clause", prose.name));
    }),
});

/** The prose with its references, cut at blank lines. */
function paragraphs({ parts }: Prose, contract: ContractModel): Phrase[] {
  const result: Phrase[][] = [[]];
  for (const part of parts) {
    if (part.kind === "reference") {
      result.at(-1)!.push(term(referenceTitle(part, contract), target(part.name, contract)));
      continue;
    }
    part.text.split(/\n\s*\n/).forEach((piece, index) => {
      if (index > 0) result.push([]);
      result.at(-1)!.push(text(piece.replace(/\s+/g, " ")));
    });
  }
  return result.map((pieces) => trimmed(joined(pieces))).filter((phrase) => phrase.length > 0);
}

function trimmed(phrase: Phrase): Phrase {
  const last = phrase.length - 1;
  return phrase
    .map((run, index) => {
      const start = index === 0 ? run.text.trimStart() : run.text;
      return { ...run, text: index === last ? start.trimEnd() : start };
    })
    .filter((run) => run.text !== "");
}

/** The title of what a clause refers to; a thing without one by its name in plain words. */
const referenceTitle = ({ name, title }: { name: string; title: string }, contract: ContractModel): string =>
  title !== name
    ? title
    : wordsIn(whoIs(name, contract)) === plainName(name)
      ? titleOf({ name })
      : wordsIn(whoIs(name, contract));

function target(name: string, contract: ContractModel): string | undefined {
  const lists = {
    metric: contract.metrics,
    payment: contract.payments,
    figure: contract.figures,
    table: contract.tables,
    clause: contract.clauses,
    records: contract.records,
    example: contract.examples,
    board: contract.governance ?? [],
  };
  for (const [kind, list] of Object.entries(lists))
    if (list.some((one) => one.name === name)) return anchor(kind, name);
  return contract.values[name] === undefined ? undefined : anchor("value", name);
}
