import type { ContractModel, ContractNode, NodeKind } from "@concordat/model";
import { type Phrase, term, text } from "../document/phrase.js";

/** "registered-65" → "registered 65"; of a dotted name the last part. */
export const plainName = (name: string): string => (name.split(".").at(-1) ?? name).replace(/[-_]+/g, " ");

export const anchor = (kind: string, name: string): string => `${kind}-${name.replace(/[^A-Za-z0-9_-]/g, "-")}`;

interface Titled {
  readonly name: string;
  readonly title?: string | undefined;
}
/** The title, or the name with a capital: a defined term either way. */
export const titleOf = ({ name, title }: Titled): string => title ?? capital(plainName(name));
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A party, a participant set, one of its rows, or a board, by the name that the contract uses. */
export function whoIs(name: string, contract: ContractModel): Phrase {
  const named = [
    ...contract.parties,
    ...contract.groups,
    ...contract.participants,
    ...(contract.governance ?? []),
  ].find((who) => who.name === name);
  const row = contract.participants.flatMap(({ rows }) => rows).find(({ key }) => key === name);
  return text(named ? titleOf(named) : (row?.title ?? plainName(name)));
}

/** "that practice", for the participant in hand. */
export const thatOne = (axis: string): Phrase => text(`that ${plainName(axis)}`);

/** Kinds that are named after what they read. */
const NAMED_AFTER: ReadonlySet<NodeKind> = new Set<NodeKind>([
  "metric",
  "given",
  "payment-value",
  "line-value",
  "balance",
  "reach",
  "span",
  "lookup",
  "attribute",
  "present",
]);

/** The name under which the contract defines a value; undefined where the node has none of its own. */
export function definedName(node: ContractNode, contract: ContractModel): string | undefined {
  const { name } = node;
  if (name === undefined || /\s/.test(name) || NAMED_AFTER.has(node.kind)) return undefined;
  // The baseline and the target of a metric belong to its section.
  if (node.kind === "constant" && (name === "baseline" || name === "target")) return undefined;
  return [...contract.metrics, ...contract.figures, ...contract.payments].some((one) => one.name === name)
    ? undefined
    : name;
}

/** What a node reads, as a term that leads to where the document says it. */
export function inputTerm(kind: "metric" | "figure" | "payment", name: string, contract: ContractModel): Phrase {
  const list = { metric: contract.metrics, figure: contract.figures, payment: contract.payments }[kind];
  const found: Titled | undefined = list.find((one) => one.name === name);
  return term(titleOf(found ?? { name }), found && anchor(kind, name));
}

/** The table for each year that has a column of this name: its cells are read as one value that changes. */
export const yearTable = (name: string, { tables }: ContractModel): string | undefined =>
  tables.find(({ key, columns }) => key === "year" && columns.some((column) => column.name === name))?.name;

/** Where the document says what a named value is: its clause, or the table that it is a column of. */
export function placeOf(name: string, contract: ContractModel): string {
  const table = yearTable(name, contract);
  return table === undefined ? anchor("value", name) : anchor("table", table);
}
