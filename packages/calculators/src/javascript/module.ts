import { type ContractModel, MODEL_VERSION } from "@concordat/model";
import { writeCalendar } from "./calendar.js";
import { writeTypes } from "./declarations.js";
import type { Helper } from "./helper.js";
import { writeInputs } from "./inputs.js";
import { commentText, Names } from "./names.js";
import { ON_ACCOUNT } from "./on-account.js";
import { writePayment } from "./payment.js";
import { CALCULATE, writeCalculation } from "./quick/calculate.js";
import { QUICK_RUNTIME } from "./quick/runtime.js";
import { EMITTERS } from "./registry.js";
import { RUNNING_REMAINDER } from "./running-remainder.js";
import { CORE, RUNTIME } from "./runtime.js";
import { SETTLE, writeMoney, writeSettlement } from "./settle.js";
import { writeSummary } from "./summary.js";
import { Writer } from "./writer.js";

/**
 * A contract as one JavaScript module without imports, and its type declarations (the text of a `.d.ts`). The module's
 * `settle` gives the same money as the model's: exact fractions, whole pence, missing never zero. It holds no text of the
 * contract but as strings and words of comments. Throws only where the contract was not checked.
 */
export function compileJavaScript(contract: ContractModel): { code: string; types: string } {
  const w = new Writer(contract, new Names(runtimeNames()));
  for (const helper of CORE) w.use(helper);
  const payments = contract.payments.map((payment) => writePayment(payment, w));
  const settlement = writeSettlement(contract, w);
  w.use(SETTLE);
  w.use(CALCULATE);
  const calculation = writeCalculation(contract, w);
  const { helpers, constants, tables, functions } = w.written();
  const code = sections([
    [null, [heading(contract), writeSummary(contract)]],
    ["The contract's calendar, inputs and money", [writeCalendar(contract), writeInputs(contract)]],
    ["Exact numbers, and the rules that the terms are made of", helpers.map(({ text }) => text)],
    ["What the contract says: numbers and tables", [writeMoney(contract), constants.join("\n"), tables.join("\n")]],
    ["What the contract says: values", functions],
    ["What the contract says: payments", [...payments, settlement]],
    [
      "The same as straight code, for one period in which everything is reported",
      [...calculation.functions, calculation.tables],
    ],
  ]);
  return { code, types: writeTypes(contract) };
}

const heading = ({ name, title }: ContractModel): string =>
  [
    `// ${[name, ...(title === undefined ? [] : [title])].map(commentText).join(": ")}`,
    `// Calculator written by Concordat from the contract (${MODEL_VERSION}). Change the contract, not this file.`,
  ].join("\n");

const sections = (all: readonly (readonly [string | null, readonly string[]])[]): string =>
  `${all
    .flatMap(([title, texts]) => [...(title === null ? [] : [`// ${title}`]), ...texts.filter((text) => text !== "")])
    .join("\n\n")}\n`;

/** Names that the runtime declares, or may declare: what a contract names is called otherwise. */
function runtimeNames(): string[] {
  const declared = (text: string): string[] =>
    [...text.matchAll(/^(?:export )?(?:const|function|class) (\w+)/gm)].map(([, name]) => name!);
  const all = new Set<Helper>();
  const add = (helper: Helper): void => {
    all.add(helper);
    helper.needs?.forEach(add);
  };
  [
    ...RUNTIME,
    ON_ACCOUNT,
    RUNNING_REMAINDER,
    CALCULATE,
    ...QUICK_RUNTIME,
    ...Object.values(EMITTERS).flatMap(({ helpers }) => helpers),
  ].forEach(add);
  const fixed = [
    "TERM",
    "CALENDAR",
    "BEFORE",
    "MEMBERS",
    "INPUTS",
    "PENNY",
    "TIES",
    "DECIMALS",
    "CARRIES",
    "PAYMENTS",
    "LIMITS",
    "PARTIES",
    "NEEDS_DATA",
    "QUICK",
    "QUICK_ROWS",
    "FIRST_PERIOD",
  ];
  return [...fixed, ...[...all].flatMap(({ text }) => declared(text))];
}
