import { entry } from "./diagnostic.js";

/** Mistakes of determinations: what is decided, of which payment and period. */
export const determinations = {
  "decided-no-period": entry({
    severity: "error",
    title: "A determination is of a period of the payment, inside the term",
    message: (p: { payment: string; period: string; each: string }) =>
      `${p.payment} is settled ${p.each}, and ${p.period} is no such period of the term.`,
    why: "A decision stands in the place of one amount that is computed: that of one payment in one of its periods.",
    whatToDo: "Name one of the payment's own periods, such as 2027/28, or 2027/28 Q1 where it is settled each quarter.",
  }),
  "decided-twice": entry({
    severity: "error",
    title: "One thing is decided once on a day",
    message: (p: { name: string; other: string; date: string }) =>
      `${p.name} and ${p.other} decide the same payment and period, both on ${p.date}.`,
    why: "Of two decisions the later one stands, and here neither is the later.",
    whatToDo: "Leave one of them out.",
  }),
} as const;
