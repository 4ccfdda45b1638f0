import { entry } from "./diagnostic.js";

/** Mistakes in limits on several payments together. */
export const limits = {
  "limit-without-span": entry({
    severity: "error",
    title: "A limit on payments says for how long it is",
    message: (p: { limit: string }) => `${p.limit} does not say for how long it is.`,
    why: "£5,000,000 for a year and £5,000,000 over the term are different limits.",
    whatToDo: "Write each year, or over the term, after the amount.",
  }),
  "limit-shorter-than-payment": entry({
    severity: "error",
    title: "A limit is for as long as its payments, or longer",
    message: (p: { limit: string; payment: string; each: string; span: string }) =>
      `${p.limit} is ${p.span}, and ${p.payment} is worked out for a longer time: each ${p.each}.`,
    why: "A payment falls into one span of the limit as a whole, or nobody knows how much of it does.",
    whatToDo: "Give the limit a longer span, or leave the payment out of it.",
  }),
  "limit-in-proportion": entry({
    severity: "error",
    title: "Payments are reduced in proportion when all of them are known",
    message: (p: { limit: string; payment: string; each: string; span: string }) =>
      `${p.limit} is ${p.span}, and ${p.payment} is paid each ${p.each}, before it is known how much all come to.`,
    why: "What is reduced in proportion depends on everything that falls under the limit, and the first payments would wait for the last.",
    whatToDo: "Write the earliest first, or give the limit the payments' own period.",
  }),
} as const;
