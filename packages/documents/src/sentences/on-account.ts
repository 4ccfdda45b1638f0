import type { Payment } from "@concordat/model";
import { type Block, clause } from "../document/document.js";
import { cite, say } from "../document/phrase.js";
import { eachPeriod, thePeriod } from "./period.js";
import type { Reader } from "./reader.js";

/** What is paid before the payment is worked out, and how it is set against it. */
export function onAccountClauses({ onAccount, each, branches }: Payment, reader: Reader): Block[] {
  if (onAccount === undefined) return [];
  const { value, over, branch } = onAccount;
  const of = over === "whole" ? ` of the whole ${each}, whether or not the term cuts it short` : "";
  const way = branches.length > 1 ? " It is paid as the amount would be if those named were to receive it." : "";
  const named = branches[branch]!.direction === "to" ? "paid to" : "paid by";
  return [
    clause(
      say`On account of it, ${reader.phrase(value)}${of} is ${named} the same parties, in the same parts, ${eachPeriod(onAccount.each)}, rounded as ${cite("clause", "rounding")} says; a part period has its part by days.${way}`,
    ),
    clause(
      say`When ${thePeriod(each)} is settled, what was paid on account is set against the amount, payer by payee. Only the difference is then paid, or paid back where more was paid on account.`,
    ),
  ];
}
