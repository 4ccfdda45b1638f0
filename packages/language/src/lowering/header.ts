import { type ContractModel, type IsoDate, type PeriodKind, showDate } from "@concordat/model";
import type { Report } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { kindOf } from "./lowering.js";

/** What the first lines of a contract say: all of it is needed, none of it has a default. */
export interface Header {
  readonly reference?: string;
  readonly currency: string;
  readonly term: { from: IsoDate; to: IsoDate };
  /** The last day that the term had, where it ends early. */
  readonly plannedTo?: IsoDate;
  readonly yearStarts: { month: number; day: number };
  readonly settled: PeriodKind;
  readonly rounding: ContractModel["rounding"];
  readonly division: ContractModel["division"];
}

export function lowerHeader(contract: ast.Contract, report: Report): Header | undefined {
  const one = <T extends ast.ContractItem>(is: (item: unknown) => item is T): T | undefined => contract.items.find(is);
  const currency = one(ast.isCurrencyLine);
  const term = one(ast.isTermLine);
  const year = one(ast.isYearLine);
  const settled = one(ast.isSettledLine);
  const rounding = one(ast.isRoundingLine);
  const division = one(ast.isDivisionLine);
  const lacking = Object.entries({ currency, term, year, settlement: settled, rounding, division })
    .filter(([, line]) => line === undefined)
    .map(([name]) => name);
  if (lacking.length > 0) {
    report("header-incomplete", { lacking: inWords(lacking) }, contract, { property: "name" });
  }
  const planned = term ? readTerm(term, report) : undefined;
  const early = one(ast.isEndsEarlyLine);
  const dates = planned && early ? endEarly(planned, early, report) : planned;
  if (currency && !/^[A-Z]{3}$/.test(currency.code)) {
    return report("currency-code", { code: currency.code }, currency, { property: "code" });
  }
  const kind = kindOf(settled?.each);
  if (!currency || !dates || !year || !kind || !rounding || !division) return undefined;
  const reference = one(ast.isReferenceLine)?.text;
  const [, month, day] = /^--(\d\d)-(\d\d)$/.exec(year.day) ?? [];
  return {
    ...(reference ? { reference } : {}),
    currency: currency.code,
    term: { from: dates.from, to: dates.to },
    ...(planned && planned.to !== dates.to ? { plannedTo: planned.to } : {}),
    yearStarts: { month: Number(month), day: Number(day) },
    settled: kind,
    rounding: {
      unit: rounding.to === "nearest pound" ? "1" : "0.01",
      ties: rounding.ties === "halves to even" ? "to-even" : "away-from-zero",
    },
    division: divisionOf(division),
  };
}

function divisionOf({ rule, to }: ast.DivisionLine): ContractModel["division"] {
  if (to) return { rule: "residual", to: to.$refText };
  return { rule: rule === "by running remainder" ? "running-remainder" : "largest-remainder" };
}

function readTerm(term: ast.TermLine, report: Report): { from: IsoDate; to: IsoDate } | undefined {
  const { from, to } = term;
  if (!from || !to) return undefined;
  if (to < from) return report("term-backwards", { from: showDate(from), to: showDate(to) }, term);
  return { from, to };
}

/** `ends early on 30 September 2028`: the term as it is then, whose last periods are part periods (rule 5). */
function endEarly(
  { from, to }: { from: IsoDate; to: IsoDate },
  early: ast.EndsEarlyLine,
  report: Report,
): { from: IsoDate; to: IsoDate } | undefined {
  const { date } = early;
  if (!date) return undefined;
  if (date >= from && date < to) return { from, to: date };
  return report("ends-early-outside", { date: showDate(date), from: showDate(from), to: showDate(to) }, early);
}

const inWords = (words: string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
