import { entry } from "./diagnostic.js";

/** Mistakes about other periods, and about what a contract remembers from one to the next. */
export const time = {
  "balance-period": entry({
    severity: "error",
    title: "A balance is read in its own period",
    message: (p: { name: string; each: string; period: string }) =>
      `${p.name} is kept each ${p.each}, and is read here each ${p.period}.`,
    why: "A balance changes in every one of its periods, so over another stretch of time it could be any of several amounts.",
    whatToDo: "Write the reader's period behind the name of the balance, such as: balance advance-owed each quarter.",
  }),
};
