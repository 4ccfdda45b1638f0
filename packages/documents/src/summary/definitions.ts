import { type ContractNode, Rational, showDate, type Table as Terms, type Unit } from "@concordat/model";
import { type Block, clause, item, type Section, type Table } from "../document/document.js";
import { type Phrase, say, strong, term, text } from "../document/phrase.js";
import { amount } from "../sentences/amount.js";
import { bandItems } from "../sentences/banded.js";
import { lookThrough } from "../sentences/look-through.js";
import { anchor, capital, definedName, plainName, titleOf, yearTable } from "../sentences/names.js";
import type { Reader } from "../sentences/reader.js";
import { tierItems } from "../sentences/tiered.js";

/** Values that the contract names, and its tables of terms. */
export const definitions = (reader: Reader): Section => ({
  id: "definitions",
  heading: text("Defined values and tables"),
  blocks: [
    ...definedValues(reader).flatMap(({ name, node }) => definition(name, node, reader)),
    ...reader.contract.tables.flatMap((table) => termsTable(table, reader)),
  ],
});

/** Each defined value once: it may be worked out for several kinds of period, by the same rule. */
function definedValues({ contract }: Reader): { name: string; node: ContractNode }[] {
  const found = new Map<string, ContractNode>();
  for (const node of Object.values(contract.nodes)) {
    const name = definedName(node, contract);
    if (name !== undefined && !found.has(name) && !yearTable(name, contract)) found.set(name, node);
  }
  return [...found]
    .map(([name, node]) => ({ name, node }))
    .sort((a, b) => a.node.source.offset - b.node.source.offset || (a.name < b.name ? -1 : 1));
}

function definition(name: string, node: ContractNode, reader: Reader): Block[] {
  const title = titleOf({ name, title: node.title });
  const behind = node.kind === "present" ? lookThrough(node.of, reader) : node;
  const each = node.axes
    .filter((axis) => axis !== "party")
    .map((axis) => ` for each ${plainName(axis)}`)
    .join("");
  const id = anchor("value", name);
  if (behind.kind === "tiered") {
    const on = behind.x ? say` according to ${reader.phrase(behind.x)}` : text("");
    return [
      clause(
        say`${strong(title)}${each} is one of these${on}:`,
        tierItems(behind, reader, reader.phrase).map((row) => item(row)),
        id,
      ),
    ];
  }
  if (behind.kind === "banded") {
    const of = say`${strong(title)}${each} is the total of these parts of ${reader.phrase(behind.x)}, each part at its own rate:`;
    return [
      clause(
        of,
        bandItems(behind, reader).map((part) => item(part)),
        id,
      ),
    ];
  }
  return [clause(say`${strong(title)}${each} is ${reader.meaning(node.id)}.`, [], id), ...datedTable(behind, title)];
}

/** The amounts that an uplift makes, one by one: a reader need not compound anything. */
function datedTable(node: ContractNode, title: string): Table[] {
  if (node.kind !== "dated" || !node.uplift) return [];
  return [
    {
      kind: "table",
      caption: text(`${title}, year by year`),
      columns: [
        { heading: text("From"), align: "left" },
        { heading: text("Amount"), align: "right" },
      ],
      rows: node.rows.map(({ from, value }) => [
        text(from === null ? "the start" : showDate(from)),
        text(amount(Rational.parse(value), node.unit)),
      ]),
    },
  ];
}

function termsTable(table: Terms, { contract }: Reader): Block[] {
  const title = titleOf(table);
  const sole = table.columns.length === 1 && table.columns[0]!.name === table.name;
  return [
    clause(
      say`${term(title)} is a table of terms: one row for each ${plainName(table.key)}. “none” means that there is no such limit or term.`,
      [],
      anchor("table", table.name),
    ),
    {
      kind: "table",
      caption: text(title),
      columns: [
        { heading: text(capital(plainName(table.key))), align: "left" },
        ...table.columns.map(({ name }) => ({
          heading: text(sole ? title : capital(plainName(name))),
          align: "right" as const,
        })),
      ],
      rows: table.rows.map(({ key, cells }) => [
        rowTitle(key),
        ...table.columns.map(({ name, unit }) => cellText(cells[name], unit)),
      ]),
    },
  ];

  function rowTitle(key: string): Phrase {
    const row = contract.participants.find(({ name }) => name === table.key)?.rows.find((one) => one.key === key);
    const party = contract.parties.find(({ name }) => name === key);
    return text(row?.title ?? party?.title ?? key);
  }
}

const cellText = (cell: string | null | undefined, unit: Unit): Phrase =>
  text(cell == null ? "none" : amount(Rational.parse(cell), unit));
