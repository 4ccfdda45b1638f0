import type { ContractModel, FieldType, Figure } from "@concordat/model";
import { axisKeys, type FiguresNeed, keysOf, needsOf, type RecordsNeed } from "./needs.js";

/** A column of a table that a contract reads. */
export interface TableColumn {
  readonly name: string;
  /** A period has a type of its own: 2026/27 Q1, 2026/27 or April 2026. */
  readonly type: FieldType | { readonly type: "period"; readonly example: string };
  readonly mayBeMissing: boolean;
  /** What it is, in words: its title in the contract, its unit, how it is written. */
  readonly says: string;
  /** The only values that it can have, where the contract lists them. */
  readonly allowed?: readonly string[];
}

/** The table that a contract reads something from, by the contract's names. */
export interface TableOfContract {
  readonly name: string;
  readonly role: "figures" | "records";
  readonly title?: string;
  readonly columns: readonly TableColumn[];
}

/** Every table that a contract reads, records first. */
export const tablesOf = (contract: ContractModel): TableOfContract[] =>
  needsOf(contract).map((need) =>
    need.role === "records" ? recordsTable(need, contract) : figuresTable(need, contract),
  );

function recordsTable({ name, records }: RecordsNeed, contract: ContractModel): TableOfContract {
  const columns = records.fields.map(({ name: field, type, mayBeMissing }): TableColumn => {
    const dated = field === records.datedBy ? " It says in which period the row counts." : "";
    const ends = field === records.lastingTo ? " The last day of what the row tells; empty while it lasts." : "";
    return {
      name: field,
      type,
      mayBeMissing,
      says: `${inWords(type, contract)}${dated}${ends}`,
      ...allowed(type, contract),
    };
  });
  return { name, role: "records", ...(records.title === undefined ? {} : { title: records.title }), columns };
}

function figuresTable({ name, figures }: FiguresNeed, contract: ContractModel): TableOfContract {
  const timeless = figures.every(({ timing, each }) => timing === "once" || each === "term");
  const period: TableColumn = {
    name: "period",
    type: { type: "period", example: exampleOf(figures, contract) },
    mayBeMissing: false,
    says: `The period that the row is of, as ${exampleOf(figures, contract)}.`,
  };
  const axes = [...new Set(figures.flatMap((figure) => figure.axes))].map((axis): TableColumn => {
    const keys = axisKeys(contract, axis);
    return {
      name: axis,
      type: { type: "member", of: axis },
      mayBeMissing: !figures.every((figure) => figure.axes.includes(axis)),
      says: `Whose the row is: the key of one of ${axis}.`,
      ...(keys.length === 0 ? {} : { allowed: keys }),
    };
  });
  const values = figures.map(
    (figure): TableColumn => ({
      name: figure.column,
      type: figure.type,
      mayBeMissing: true,
      says: `${figure.title === undefined ? "" : `${figure.title}. `}${inWords(figure.type, contract)} ${WHEN[figure.timing](figure)} An empty cell is not reported, which is not zero.`,
      ...allowed(figure.type, contract),
    }),
  );
  return { name, role: "figures", columns: [...(timeless ? [] : [period]), ...axes, ...values] };
}

const WHEN: Record<Figure["timing"], (figure: Figure) => string> = {
  during: ({ each }) => `What it came to during each ${each}.`,
  "at-end": ({ each }) => `As it stood at the end of each ${each}.`,
  "at-start": ({ each }) => `As it stood at the start of each ${each}.`,
  once: () => "Reported once.",
};

function exampleOf(figures: readonly Figure[], { term, yearStarts }: ContractModel): string {
  const year = Number(term.from.slice(0, 4));
  const name =
    yearStarts.month === 1 && yearStarts.day === 1 ? `${year}` : `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
  const each = figures.find(({ timing, each: kind }) => timing !== "once" && kind !== "term")?.each;
  switch (each) {
    case "month":
      return `${year}-04`;
    case "quarter":
      return `${name} Q1`;
    case "half-year":
      return `${name} H1`;
    default:
      return name;
  }
}

function allowed(type: FieldType, contract: ContractModel): Pick<TableColumn, "allowed"> {
  if (type.type === "category") return { allowed: type.values };
  const keys = type.type === "member" ? keysOf(contract, type.of) : [];
  return keys.length === 0 ? {} : { allowed: keys };
}

/** What may stand in a cell of a type, in a sentence. */
function inWords(type: FieldType, { currency }: ContractModel): string {
  switch (type.type) {
    case "pseudonym":
      return "A code that stands for a person; it is counted, and never shown.";
    case "date":
      return "A date, written 2026-04-30 unless data.json says otherwise.";
    case "text":
      return "Text.";
    case "money":
      return `An amount in ${currency}, written 1234.50, without a minus.`;
    case "percentage":
      return type.fraction
        ? "A percentage written as a fraction: 0.125 is 12.5%."
        : "A percentage, written 12.5 or 12.5%; 0.125 would be one eighth of one per cent.";
    case "truth":
      return "yes or no.";
    case "category":
      return `One of ${type.values.slice(0, 20).join(", ")}${type.values.length > 20 ? ", …" : ""}.`;
    case "whole":
      return `A whole number${range(type)}.`;
    case "number":
      return `A number${range(type)}.`;
    case "count":
      return `A count of ${type.of}: a whole number, 0 or more.`;
    case "member":
      return `The key of one of ${type.of}.`;
  }
}

function range({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): string {
  if (from !== undefined && to !== undefined) return ` from ${from} to ${to}`;
  return from === undefined ? (to === undefined ? "" : ` of at most ${to}`) : ` of at least ${from}`;
}
