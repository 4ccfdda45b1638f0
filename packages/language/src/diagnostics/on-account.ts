import { entry } from "./diagnostic.js";

/** Mistakes in what is paid on account. */
export const onAccount = {
  "on-account-how-often": entry({
    severity: "error",
    title: "What is paid on account says how often",
    message: (p: { payment: string }) => `${p.payment} is paid on account, and nothing says how often.`,
    why: "An instalment is paid in each of some shorter periods; without them nobody knows when, or how many there are.",
    whatToDo: "Write the periods after the amount, such as: on account £50,000 each month, settled each year.",
  }),
  "on-account-settled": entry({
    severity: "error",
    title: "What is paid on account is settled with its payment",
    message: (p: { payment: string; settled: string; each: string }) =>
      `${p.payment} is worked out ${p.each}, so what is paid on account cannot be settled ${p.settled}.`,
    why: "Instalments are set against what the payment comes to, and that is known for the payment's own periods.",
    whatToDo: "Settle it in the payment's own periods, or give the payment others.",
  }),
  "on-account-shorter": entry({
    severity: "error",
    title: "Instalments are paid more often than they are settled",
    message: (p: { payment: string; on: string; each: string }) =>
      `${p.payment} is worked out ${p.each}, and an instalment ${p.on} does not come before that.`,
    why: "What is paid on account is paid before the payment is worked out.",
    whatToDo: "Write shorter periods for the instalments, or leave the line out.",
  }),
  "pool-of-no-payment": entry({
    severity: "error",
    title: "The pool is that of the payment in hand",
    message: () => 'There is no pool here that "the pool" could mean.',
    why: '"The pool" is the amount of the line pool of the same payment, in its line on account.',
    whatToDo: "Name the value, or write its pool after a payment's name.",
  }),
} as const;
