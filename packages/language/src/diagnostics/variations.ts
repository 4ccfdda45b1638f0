import { entry } from "./diagnostic.js";

/** Mistakes of deeds of variation: what they change, when, and what the contract is then. */
export const variations = {
  "deed-outside-term": entry({
    severity: "error",
    title: "A deed takes effect inside the contract's term",
    message: (p: { deed: string; date: string; from: string; to: string }) =>
      `${p.deed} takes effect on ${p.date}; the term runs from ${p.from} to ${p.to}.`,
    why: "Outside the term there is nothing to vary.",
    whatToDo: "Mend the date, or change the term by a deed that takes effect before it ends.",
  }),
  "deed-nothing-there": entry({
    severity: "error",
    title: "A deed changes what is there",
    message: (p: { thing: string; contract: string }) => `${p.contract} has no ${p.thing} on that day.`,
    why: "A line can be changed or removed only where the contract, as earlier deeds left it, has it.",
    whatToDo: "Mend the name, or add the thing with: add.",
  }),
  "deed-adds-twice": entry({
    severity: "error",
    title: "A deed adds what is not there yet",
    message: (p: { thing: string; contract: string }) => `${p.contract} has ${p.thing} already.`,
    why: "Two things of one name could not be told apart.",
    whatToDo: "To alter what is there write change in place of add; else choose another name.",
  }),
  "deed-line-unclear": entry({
    severity: "error",
    title: "A deed's line takes the place of one line",
    message: (p: { line: string; thing: string }) =>
      `${p.thing} has several lines "${p.line}": it is not clear which one is meant.`,
    why: "A line of a deed takes the place of the line that begins as it does.",
    whatToDo: "Remove the payment and add it anew, or give its steps names in the contract (then cap: at most …).",
  }),
  "deeds-clash": entry({
    severity: "error",
    title: "Two deeds of one day do not touch one thing",
    message: (p: { deed: string; other: string; thing: string; date: string }) =>
      `${p.deed} and ${p.other} both touch ${p.thing}, and both take effect on ${p.date}.`,
    why: "Neither comes before the other, so it is not decided which of them stands.",
    whatToDo: "Put both changes into one deed, or let one take effect on another day.",
  }),
  "deed-breaks": entry({
    severity: "error",
    title: "A contract still makes sense after a deed",
    message: (p: { deed: string; finding: string }) => `With ${p.deed} the contract has a mistake. ${p.finding}`,
    why: "From that day the contract would be the one with the mistake.",
    whatToDo: "Change in the same deed whatever else depends on what it changes.",
  }),
  "deed-inside-period": entry({
    severity: "error",
    title: "A deed that takes effect inside a period says how metrics are measured in it",
    message: (p: { deed: string; date: string; thing: string; period: string }) =>
      `${p.deed} takes effect on ${p.date}, inside ${p.period}, a period of ${p.thing}, and does not say how metrics are measured then.`,
    why: "Half of such a period lies before the deed, half after it.",
    whatToDo:
      "Write: effective …, metrics measured over the whole year. Or let it take effect on the first day of a period.",
  }),
  "deed-not-split": entry({
    severity: "error",
    title: "Inside a period only amounts are split by days",
    message: (p: { deed: string; date: string; what: string; period: string }) =>
      `${p.deed} takes effect on ${p.date}, inside ${p.period}: ${p.what} cannot change inside a period.`,
    why: "Amounts written out after pays, pool and define are split by days, and metrics, weights and points are as at the end of the period. For anything else there is no rule for a part of a period.",
    whatToDo: "Let this change take effect on the first day of a period, in a deed of its own if need be.",
  }),
} as const;
