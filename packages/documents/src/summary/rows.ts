import { groupDigits, money, type ParticipantSet, Rational, ratio, showDate } from "@concordat/model";
import { type Note, note, type Table } from "../document/document.js";
import { text } from "../document/phrase.js";
import { amount } from "../sentences/amount.js";
import { capital, plainName, titleOf } from "../sentences/names.js";

type Field = ParticipantSet["fields"][number];

/** More rows than this stay in the file that the contract names. */
const MOST_ROWS = 60;

/** What the terms say of every participant, row by row: it is part of what is signed. */
export function rowsTable(set: ParticipantSet, currency: string): (Table | Note)[] {
  if (set.rows.length > MOST_ROWS) {
    return [
      note(
        text(
          `${set.file ?? titleOf(set)} has ${groupDigits(`${set.rows.length}`)} rows; they are part of this contract and are not repeated here.`,
        ),
      ),
    ];
  }
  return [
    {
      kind: "table",
      caption: text(`Every ${titleOf(set)}`),
      columns: [
        { heading: text(titleOf(set)), align: "left" },
        ...set.fields.map(({ name, type }) => ({
          heading: text(capital(plainName(name))),
          align: NUMBERS.has(type.type) ? ("right" as const) : ("left" as const),
        })),
      ],
      rows: set.rows.map(({ key, title, values }) => [
        text(title ?? key),
        ...set.fields.map((field) => text(cell(values[field.name], field, currency))),
      ]),
    },
  ];
}

const NUMBERS: ReadonlySet<string> = new Set(["money", "percentage", "whole", "number", "count"]);

function cell(value: string | null | undefined, { type }: Field, currency: string): string {
  if (value == null) return "missing";
  switch (type.type) {
    case "money":
      return amount(Rational.parse(value), money(currency));
    case "percentage":
      return amount(Rational.parse(value), ratio);
    case "whole":
    case "number":
    case "count":
      return amount(Rational.parse(value), { kind: "quantity", dims: {}, shown: "number" });
    case "date":
      return showDate(value);
    case "truth":
      return value === "true" ? "yes" : "no";
    case "pseudonym":
      return "not printed";
    default:
      return value;
  }
}
