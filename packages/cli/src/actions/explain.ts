import {
  type ContractModel,
  explainPayment,
  forReading,
  type Statement,
  type StatementPayment,
  settle,
} from "@concordat/model";
import type { ExplainOptions } from "../commands/explain.js";
import { readOneContract } from "../contracts/one-contract.js";
import { knownOn } from "../data/known-on.js";
import { namedPeriod } from "../data/named-period.js";
import { readData } from "../data/outcome-data.js";
import { didYouMean } from "../did-you-mean.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { withoutRepeats } from "../output/without-repeats.js";
import { listed } from "../output/words.js";
import { Refusal } from "../refusal.js";
import { forParty } from "./explain-party.js";

/** Writes how a payment came to its amount. */
export async function explain(named: string, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const { contract } = await readOneContract(named, options.contract, io);
  known(
    options.payment,
    contract.payments.map(({ name }) => name),
    "payment",
    contract,
  );
  if (options.party !== undefined) known(options.party, partiesOf(contract), "party", contract);
  const period = namedPeriod(options.period, contract);
  const { data } = await readData(contract, options.data, io, knownOn(options.as));
  const statement = forReading(settle(contract, data, period === undefined ? {} : { period }));
  const entries = chosen(statement, options, contract);
  const texts = entries.map(({ period: label, entry }) => {
    const said =
      options.party === undefined ? explainPayment(entry, contract.currency) : forParty(entry, options.party, contract);
    return `${label}\n${withoutRepeats(said)
      .map((line) => `${line}\n`)
      .join("")}`;
  });
  io.stdout.write(texts.join("\n"));
  return entries.some(({ entry }) => entry.status === "undetermined") ? EXIT.findings : EXIT.fine;
}

interface Entry {
  readonly period: string;
  readonly entry: StatementPayment;
}

/** The payment in each period that was named, or in the newest; for one row where rows are many. */
function chosen(
  { periods, notes }: Statement,
  { payment, period, for: row }: ExplainOptions,
  contract: ContractModel,
): Entry[] {
  const all = periods.flatMap(({ period: label, payments }) =>
    payments.filter((entry) => entry.payment === payment).map((entry) => ({ period: label, entry })),
  );
  if (all.length === 0) {
    const when = period === undefined ? "in any period that outcome data is known for" : `inside ${period}`;
    throw new Refusal(`${payment} is not settled ${when}.`, notes.join(" ") || eachOf(payment, contract));
  }
  const rows = [...new Set(all.map(({ entry }) => entry.for).filter((key) => key !== undefined))];
  if (row !== undefined) known(row, rows, "row", contract, payment);
  else if (rows.length > 1) {
    const some = rows.length > 12 ? `${rows.slice(0, 12).join(", ")}, …` : listed(rows);
    throw new Refusal(
      `${payment} is worked out for each of ${rows.length}: ${some}.`,
      `Say which, as: --for ${rows[0]}`,
    );
  }
  const mine = row === undefined ? all : all.filter(({ entry }) => entry.for === row);
  return period === undefined ? mine.filter((entry) => entry.period === mine.at(-1)!.period) : mine;
}

const eachOf = (name: string, { payments }: ContractModel): string =>
  `It is settled each ${payments.find((payment) => payment.name === name)!.each}.`;

const partiesOf = ({ parties, participants }: ContractModel): string[] => [
  ...parties.map(({ name }) => name),
  ...participants.filter(({ role }) => role !== undefined).flatMap(({ rows }) => rows.map(({ key }) => key)),
];

function known(
  name: string,
  names: readonly string[],
  what: string,
  contract: ContractModel,
  of = contract.name,
): void {
  if (names.includes(name)) return;
  const some = names.length > 12 ? `${names.slice(0, 12).join(", ")}, …` : listed(names);
  throw new Refusal(
    `${of} has no ${what} ${name}.${didYouMean(name, names)}`,
    some === "" ? undefined : `It has ${some}.`,
  );
}
