import type { Branch, Payment } from "@concordat/model";
import { type PayoffCurve, payoffCurves } from "../charts/payoff.js";
import { type Block, type Clause, clause, type Section, subheading } from "../document/document.js";
import { say, strong, text } from "../document/phrase.js";
import { difference } from "../sentences/compares.js";
import { linesInHand } from "../sentences/in-hand.js";
import { anchor, plainName, titleOf } from "../sentences/names.js";
import { onAccountClauses } from "../sentences/on-account.js";
import { eachPeriod } from "../sentences/period.js";
import type { Reader } from "../sentences/reader.js";
import { LINES } from "../sentences/registry.js";
import { missingClauses } from "./missing.js";
import { sharingClauses } from "./sharing.js";

/** What is paid: one section for each payment, every line of it in order. */
export const payments = (reader: Reader): Section => ({
  id: "payments",
  heading: text("What is paid"),
  blocks: [],
  sections: reader.contract.payments.map((payment) => ({
    id: anchor("payment", payment.name),
    heading: text(titleOf(payment)),
    blocks: [
      opening(payment, reader),
      ...payment.branches.flatMap((branch) => branchBlocks(branch, payment, reader)),
      ...onAccountClauses(payment, reader),
      ...missingClauses(payment, reader),
    ],
  })),
});

function opening(payment: Payment, reader: Reader): Block {
  const rows = payment.forEach === undefined ? "" : ` and for each ${plainName(payment.forEach)} on its own`;
  const worked = say`${strong(titleOf(payment))} is worked out ${eachPeriod(payment.each)}${rows}.`;
  const sides = payment.branches.map(({ compares }) => (compares === undefined ? undefined : reader.node(compares)));
  const node = sides[0];
  if (node?.kind !== "compares") return clause(worked);
  const compared = say`${worked} It compares ${reader.phrase(node.actual)} with ${reader.phrase(node.expected)}`;
  const missing = (["below", "above"] as const).filter((side) => !payment.branches.some(({ when }) => when === side));
  const other = missing.length === 1 ? ` Where it is ${missing[0]}, nothing is due.` : "";
  return clause(say`${compared}. Where the two are equal, nothing is due.${other}`);
}

/** Payments that look back: on the whole to date, and those that may flow back. */
function overTime({ cumulative, mayBeRecovered }: Payment): Block[] {
  const whole =
    "All of this is worked out on everything since the start of the term up to the end of the period. What was computed for earlier periods, each to the penny, is then taken off, and the rest is the amount.";
  const never = " It is never below nothing: what was paid before is not paid back.";
  const back =
    "The amount may pass below nothing. Then what was paid before is paid back: those who were to receive pay, those who were to pay receive, in the same parts, and no limit on a party applies.";
  return [
    ...(cumulative ? [clause(text(mayBeRecovered ? whole : whole + never))] : []),
    ...(mayBeRecovered ? [clause(text(back))] : []),
  ];
}

function branchBlocks(branch: Branch, payment: Payment, reader: Reader): Block[] {
  const node = branch.compares === undefined ? undefined : reader.node(branch.compares);
  const heading =
    node?.kind === "compares"
      ? [subheading(say`If ${reader.phrase(node.actual)} is ${node.side} ${reader.phrase(node.expected)}`)]
      : [];
  const said = branch.lines.some(({ construct }) => construct === "compares");
  const gap = node?.kind === "compares" && !said ? [clause(difference(node, reader))] : [];
  const whole = branch.lines.every(({ construct }) => construct === "compares" || construct === "only-when");
  const all = node?.kind === "compares" && whole ? [clause(text("The amount is the whole of the difference."))] : [];
  return [
    ...heading,
    ...gap,
    ...lineClauses(branch, payment, reader),
    ...all,
    ...overTime(payment),
    ...sharingClauses(branch, payment, reader),
  ];
}

/** Every line in order, with the curves that it has. */
function lineClauses(branch: Branch, payment: Payment, reader: Reader): Block[] {
  const curves = payoffCurves(reader.contract, payment.name);
  return linesInHand(branch, payment, reader).flatMap((hand): Block[] => [
    ...LINES[hand.line.construct](hand).map((one) => ({
      ...labelled(hand.line.label, one),
      source: hand.line.source,
    })),
    ...curves.filter(({ node }) => node === hand.line.node).map(figureOf),
  ]);
}

const labelled = (label: string | undefined, one: Clause): Clause =>
  label === undefined ? one : { ...one, text: say`${strong(`${plainName(label)}:`)} ${one.text}` };

const figureOf = ({ title, description, svg }: PayoffCurve): Block => ({
  kind: "figure",
  caption: text(title),
  svg,
  description,
});
