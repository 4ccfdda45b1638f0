import { type Period, type PeriodKind, periodsOf } from "@concordat/model";
import * as ast from "../../generated/ast.js";
import { calendarIn, contractAround } from "../calendar.js";
import type { Offer, Place } from "./place.js";

/** Which periods each terminal names. A year of the calendar is written as a plain number. */
const KINDS: Record<string, readonly PeriodKind[]> = {
  PERIOD: ["year", "quarter", "half-year"],
  NUMBER: ["year"],
  MONTH: ["month"],
};
/** Years are meant most often, months least. */
const GROUPS: Record<string, number> = { NUMBER: 0, PERIOD: 1, MONTH: 2 };
const WRITTEN: Record<string, RegExp> = { PERIOD: /[/QH]/, NUMBER: /^\d+$/, MONTH: /^[A-Z]/ };

/** The periods of the term, in the form that a terminal takes. */
export function periodsAt({ node, terminal }: Place): Offer[] {
  const calendar = calendarIn(contractAround(node));
  if (!calendar) return [];
  const periods = (KINDS[terminal] ?? []).flatMap((kind) => periodsOf(kind, calendar));
  return periods
    .filter(({ label }) => WRITTEN[terminal]?.test(label))
    .map((period) => offer(period, GROUPS[terminal] ?? 0));
}

const offer = ({ label, kind, from, fullFrom, to, fullTo }: Period, group: number): Offer => ({
  label,
  group,
  detail: from === fullFrom && to === fullTo ? kind : `part of a ${kind}`,
});

/** Years that a table has no row for yet. */
export function yearsOfTable(place: Place): Offer[] {
  const table = place.node.$type === ast.Table.$type ? place.node : place.node.$container;
  const rows = ast.isTable(table) ? table.rows.map(({ key }) => key) : [];
  return periodsAt(place).filter(({ label, detail }) => detail?.endsWith("year") && !rows.includes(label));
}
