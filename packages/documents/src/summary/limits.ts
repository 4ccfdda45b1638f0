import type { ContractLimit } from "@concordat/model";
import { clause, type Section } from "../document/document.js";
import { listed, say, strong, text } from "../document/phrase.js";
import { lookThrough } from "../sentences/look-through.js";
import { titleOf } from "../sentences/names.js";
import { eachPeriod } from "../sentences/period.js";
import type { Reader } from "../sentences/reader.js";

/** Limits on payments together, in the order in which they apply. */
export const limits = (reader: Reader): Section => ({
  id: "limits",
  heading: text("Limits on payments together"),
  blocks: (reader.contract.limits ?? []).map((limit) => clause(sentence(limit, reader))),
});

function sentence(limit: ContractLimit, reader: Reader) {
  const all = limit.payments.length === reader.contract.payments.length;
  const titles = limit.payments.map((name) =>
    text(titleOf(reader.contract.payments.find((payment) => payment.name === name)!)),
  );
  const what = all ? text("All payments") : listed(titles);
  const most = reader.phrase(limit.most);
  // An amount that is written out says itself what it is for.
  const said = lookThrough(limit.most, reader);
  const span = said.kind === "dated" && said.flow === limit.span ? text("") : say`, ${eachPeriod(limit.span)}`;
  const come = limit.payments.length === 1 ? "comes" : "together come";
  return say`${strong(titleOf(limit))}: ${what} ${come} to at most ${most}${span}, after every other line and limit. Only what is paid to those whom a payment names counts. What is above that is not paid: ${text(WAYS[limit.way])}`;
}

const WAYS = {
  "in-proportion":
    "every payment, and every participant's, is reduced in proportion, and the pennies left over go to the largest remainders.",
  "earliest-first":
    "what falls due earliest is paid first; of what falls due on one day, that which comes first by the participant's key or the payment's name.",
  "as-listed": "what falls due earliest is paid first; of what falls due on one day, that which is listed first.",
} as const;
