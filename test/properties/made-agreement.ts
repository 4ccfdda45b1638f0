import type { InputValue } from "@concordat/model";
import fc from "fast-check";
import { comparedPayment, type MadePayment, plainPayment } from "./made-payment.js";

/** A contract as text, its declarations apart so that they can be put in another order, and data for it. */
export interface MadeAgreement {
  readonly declarations: readonly string[];
  readonly payments: readonly (MadePayment & { readonly name: string })[];
  readonly values: readonly InputValue[];
}

export const textOf = (declarations: readonly string[]): string =>
  `contract made "Made at random" {\n${[...HEADER, ...declarations].join("\n")}\n}\n`;

const HEADER = [
  'reference "R/1"',
  "currency GBP",
  "term from 1 April 2026 to 31 March 2028",
  "year starts 1 April",
  "settled each year",
  "rounding nearest penny, halves away from zero",
  "division by largest remainder",
];

/** Who is listed first decides where an odd penny goes, so the parties keep their order among themselves. */
const PARTIES = `commissioner board "Board", contributes 62%
commissioner council "Council", contributes 38%
provider hospital "Hospital"
provider practices "Practices"
provider charity "Charity"`;

const FIGURES = [
  "figure actual : money, during each quarter, if not reported defer to reconciliation",
  "figure visits : visits, during each quarter, if not reported defer to reconciliation",
  "figure quality : percentage, during each year, if not reported share its weight",
  "figure safety : percentage, during each year, if not reported share its weight",
  "figure score : percentage, during each year, if not reported treat as missed",
  "figure agreed : yes or no, during each year, if not reported treat as missed",
  "define target-cost as £1,000,000 each year, uplifted by 2% on 1 April each year from 2027",
  "define composite as weighted 45% quality, 55% safety, at least 1 reported",
];

const group = fc
  .tuple(fc.integer({ min: 1, max: 49 }), fc.integer({ min: 1, max: 49 }))
  .map(([a, b]) => `group providers "The providers" { hospital ${a}%, practices ${b}%, charity ${100 - a - b}% }`);

const payment = (name: string) =>
  fc
    .oneof({ weight: 3, arbitrary: plainPayment(name) }, { weight: 2, arbitrary: comparedPayment(name) })
    .map((made) => ({ ...made, name }));

/** Hundredths as exact text, or nothing reported now and then. */
const hundredths = (max: number) =>
  fc.option(
    fc.integer({ min: 0, max }).map((value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`),
    { nil: null, freq: 20 },
  );

const YEARS = [2026, 2027].map((year) => ({ from: `${year}-04-01`, to: `${year + 1}-04-01` }));
const QUARTERS = [2026, 2027].flatMap((year) => [
  { from: `${year}-04-01`, to: `${year}-07-01` },
  { from: `${year}-07-01`, to: `${year}-10-01` },
  { from: `${year}-10-01`, to: `${year + 1}-01-01` },
  { from: `${year + 1}-01-01`, to: `${year + 1}-04-01` },
]);

const reported = (name: string, periods: readonly { from: string; to: string }[], value: fc.Arbitrary<string | null>) =>
  fc
    .tuple(...periods.map(() => value))
    .map((all) => all.map((each, index): InputValue => ({ name, of: {}, ...periods[index]!, value: each })));

export const values: fc.Arbitrary<InputValue[]> = fc
  .tuple(
    reported("actual", QUARTERS, hundredths(60_000_000)),
    reported("visits", QUARTERS, fc.integer({ min: 0, max: 400 }).map(String)),
    reported("quality", YEARS, hundredths(100)),
    reported("safety", YEARS, hundredths(100)),
    reported("score", YEARS, hundredths(100)),
    reported("agreed", YEARS, fc.constantFrom("0", "1", null)),
  )
  .map((all) => all.flat());

export const agreement: fc.Arbitrary<MadeAgreement> = fc
  .tuple(group, fc.tuple(payment("alpha"), payment("beta"), payment("gamma")), fc.integer({ min: 1, max: 3 }), values)
  .map(([providers, all, count, given]) => {
    const payments = all.slice(0, count);
    return {
      declarations: [PARTIES, providers, ...FIGURES, ...payments.map(({ text }) => text)],
      payments,
      values: given,
    };
  });

/** The declarations of a contract whose payments are these. */
export const declarationsWith = (payments: readonly string[]): string[] => [
  PARTIES,
  'group providers "The providers" { hospital 41%, practices 33%, charity 26% }',
  ...FIGURES,
  ...payments,
];
