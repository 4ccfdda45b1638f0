import { type Statement, type StatementPayment, withoutProvenance } from "@concordat/model";
import type { VerifyOptions } from "../commands/verify.js";
import { mustBeOf, readStatement } from "../data/closed-statements.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { settlement } from "./settle.js";

/** Works a statement out again and says whether it is what its contract and data give (rule 18). */
export async function verifyStatement(name: string, named: string, options: VerifyOptions, io: Io): Promise<ExitCode> {
  const written = await readStatement(name, "statement", io);
  const { contract, statement } = await settlement(named, options, io);
  mustBeOf(contract, written, name);
  const receipt = receiptLines(written.receipt, statement.receipt);
  const differences = differencesBetween(written, statement);
  const same = text(written) === text(statement);
  const verdict = same
    ? `${name} is what this contract and this data give, to the last letter.`
    : differences.length > 0
      ? `${name} is not what this contract and this data give:\n${differences.map((line) => `  ${line}`).join("\n")}`
      : text(withoutProvenance(written)) === text(withoutProvenance(statement))
        ? `${name} is what this contract and this data give. The data lie in other files than then, and come to the same.`
        : `Every amount of ${name} is what this contract and this data give. What is said beside the amounts differs.`;
  io.stdout.write(`${receipt.join("\n")}\n\n${verdict}\n`);
  return same ? EXIT.fine : EXIT.findings;
}

const text = (of: object): string => JSON.stringify(of);

function receiptLines(written: Statement["receipt"], now: Statement["receipt"]): string[] {
  const line = (what: string, before: string | null, after: string | null): string =>
    `${what.padEnd(9)} ${before === after ? `the same: ${before}` : `differs: ${before} then, ${after} now`}`;
  return [
    line("contract", written.contract, now.contract),
    line("data", written.data, now.data),
    line("software", written.software, now.software),
  ];
}

/** Each amount that differs, and each period or payment that only one of the two has. */
function differencesBetween(written: Statement, now: Statement): string[] {
  const [then, again] = [entriesOf(written), entriesOf(now)];
  const keys = [...new Set([...then.keys(), ...again.keys()])];
  return keys.flatMap((key) => {
    const [before, after] = [then.get(key), again.get(key)];
    if (!before) return [`${key}: the statement has no such entry; now it is ${said(after!)}`];
    if (!after) return [`${key}: the statement says ${said(before)}; now there is no such entry`];
    const told = said(before) === said(after) ? "" : `the statement says ${said(before)}; now it is ${said(after)}`;
    const moved = JSON.stringify(before.flows) === JSON.stringify(after.flows);
    return told ? [`${key}: ${told}`] : moved ? [] : [`${key}: the amount is the same, and is divided otherwise`];
  });
}

function entriesOf({ periods }: Statement): Map<string, StatementPayment> {
  return new Map(
    periods.flatMap(({ period, payments }) =>
      payments.map((entry) => [
        [period, entry.payment, entry.for && `of ${entry.for}`, kindOf(entry)].filter(Boolean).join(" "),
        entry,
      ]),
    ),
  );
}

const kindOf = ({ onAccount }: StatementPayment): string =>
  onAccount === undefined ? "" : onAccount.kind === "instalment" ? "(on account)" : "(settlement)";

const said = ({ amount, status, recovered }: StatementPayment): string =>
  amount === null ? status : `${amount}${recovered ? " paid back" : ""}`;
