import { entry } from "./diagnostic.js";

/** Worked examples: when they happen, what they give and what they expect. */
export const examples = {
  "no-such-period": entry({
    severity: "error",
    title: "A period is one of the contract's",
    message: (p: { period: string; like: string }) => `"${p.period}" is not a period of this contract.`,
    why: "Periods follow the contract's year and lie inside its term.",
    whatToDo: "Write a period of the term, such as 2026/27 or 2026/27 Q1.",
  }),
  "example-too-long": entry({
    severity: "error",
    title: "An example is as long as the payments that read its values",
    message: (p: { name: string; payment: string; each: string; period: string }) =>
      `${p.name} is given for ${p.period}, but ${p.payment} needs it each ${p.each}.`,
    why: "One value for the whole does not say what belongs to each part of it.",
    whatToDo:
      "Make the example as long as the payment's own period, such as 2026/27 Q1 for one that is worked out each quarter.",
  }),
  "example-empty": entry({
    severity: "warning",
    title: "A worked example expects something",
    message: (p: { name: string }) => `The example ${p.name} expects nothing, so it can never fail.`,
    why: "A worked example is there to be checked.",
    whatToDo: "Add a line such as: expect outcomes earns £1,200,000.",
  }),
  "only-some": entry({
    severity: "error",
    title: "An expectation fits its subject",
    message: (p: { name: string; verb: string; kind: string }) =>
      `${p.name} is ${p.kind}; "${p.verb}" cannot be expected of it.`,
    why: "A payment earns, charges, pays or recovers, a party receives or pays, a named value is.",
    whatToDo: "Choose the word that fits.",
  }),
} as const;
