import { type Field, type Figure, Rational, type RecordSet, showDate } from "@concordat/model";
import { type Block, clause, type Section, type Table } from "../document/document.js";
import { say, strong, text } from "../document/phrase.js";
import { bare } from "../sentences/amount.js";
import { derivedClause } from "../sentences/derived.js";
import { anchor, plainName, titleOf, whoIs } from "../sentences/names.js";
import { declaredSentence } from "../sentences/present.js";
import type { Reader } from "../sentences/reader.js";
import { rowsTable } from "./rows.js";

/** What must be reported: records, row by row, and figures. */
export function inputs(reader: Reader): Section {
  const { contract } = reader;
  return {
    id: "inputs",
    heading: text("What is reported"),
    blocks: [],
    sections: [
      ...contract.records.map((records) => recordSection(records, reader)),
      ...(contract.figures.length > 0 ? [figureSection(reader)] : []),
      ...contract.participants
        .filter(({ fields, place }) => fields.length > 0 && !place)
        .map((set) => ({
          id: anchor("terms", set.name),
          heading: text(`What the terms say of each ${titleOf(set)}`),
          blocks: [
            fieldTable(`One row of ${set.file} for each ${titleOf(set)}`, set.fields, contract.currency),
            ...rowsTable(set, contract.currency),
          ],
        })),
    ],
  };
}

const recordSection = (records: RecordSet, { contract }: Reader): Section => ({
  id: anchor("records", records.name),
  heading: text(titleOf(records)),
  blocks: records.derived
    ? [derivedClause(records, records.derived, contract)]
    : [
        clause(
          say`${strong(titleOf(records))} are reported as rows. A row counts in the period that holds its date ${strong(plainName(records.datedBy))}.`,
        ),
        fieldTable("What each row holds", records.fields, contract.currency),
      ],
});

function fieldTable(caption: string, fields: readonly Field[], currency: string): Table {
  return {
    kind: "table",
    caption: text(caption),
    columns: [
      { heading: text("Name"), align: "left" },
      { heading: text("Holds"), align: "left" },
      { heading: text("May be missing"), align: "left" },
    ],
    rows: fields.map(({ name, type, mayBeMissing }) => [
      text(plainName(name)),
      text(holds(type, currency)),
      text(mayBeMissing ? "yes" : "no"),
    ]),
  };
}

function holds(type: Field["type"], currency: string): string {
  switch (type.type) {
    case "pseudonym":
      return "a pseudonym that stands for a person; never printed";
    case "money":
      return `an amount of money (${currency})`;
    case "percentage":
      return type.fraction ? "a percentage, written as a fraction (0.125 is 12.5%)" : "a percentage";
    case "truth":
      return "yes or no";
    case "category":
      return `one of ${type.values.map((value) => `“${value}”`).join(", ")}`;
    case "whole":
      return `a whole number${between(type)}`;
    case "number":
      return `a number${between(type)}`;
    case "count":
      return `a number of ${type.of}`;
    case "member":
      return `the ${plainName(type.of)} it belongs to`;
    default:
      return type.type === "date" ? "a date" : "text";
  }
}

function between({ from, to }: { from?: string | undefined; to?: string | undefined }): string {
  const shown = (text: string): string => bare(Rational.parse(text), { kind: "quantity", dims: {}, shown: "number" });
  if (from !== undefined && to !== undefined) return ` from ${shown(from)} to ${shown(to)}`;
  return from !== undefined ? ` of at least ${shown(from)}` : to !== undefined ? ` of at most ${shown(to)}` : "";
}

const figureSection = (reader: Reader): Section => ({
  id: "figures",
  heading: text("Figures"),
  blocks: reader.contract.figures.flatMap((figure) => figureClauses(figure, reader)),
});

function figureClauses(figure: Figure, reader: Reader): Block[] {
  const { contract } = reader;
  const axes = figure.axes.map((axis) => ` for each ${plainName(axis)}`).join("");
  const found = figure.foundBy === undefined ? text("") : say`, found by ${whoIs(figure.foundBy, contract)}`;
  const before =
    figure.from === undefined
      ? ""
      : `. It is reported from ${showDate(figure.from)}, before the term, and values of earlier periods, of the year to date and since the start count it from then`;
  const missing = figure.policy
    ? say` ${declaredSentence(figure.name, figure.policy, reader)}`
    : text(" What happens if it is not reported is said where it is used.");
  return [
    clause(
      say`${strong(titleOf(figure))} is ${holds(figure.type, contract.currency)}${axes}, ${TIMING[figure.timing](figure.each, ADDED.has(figure.type.type))}${found}${before}.${missing}`,
      [],
      anchor("figure", figure.name),
    ),
  ];
}

/** Percentages do not add up. */
const ADDED: ReadonlySet<string> = new Set(["money", "whole", "number", "count"]);
const TIMING: Record<Figure["timing"], (each: string, adds: boolean) => string> = {
  during: (each, adds) => `reported over each ${each}${adds ? "; over longer periods it is added up" : ""}`,
  "at-end": (each) => `reported as it stands at the end of each ${each}`,
  "at-start": (each) => `reported as it stands at the start of each ${each}`,
  once: () => "reported once for the whole contract",
};
