import { entry } from "./diagnostic.js";

/** Mistakes in what is withheld, credited and scored. */
export const risk = {
  "weights-of-which": entry({
    severity: "error",
    title: "The weights of a payment divide one amount",
    message: (p: { payment: string }) =>
      `${p.payment} has a pool and something withheld, and its weights cannot say which of the two they earn.`,
    why: "A weight earns its part of the pool, or earns back its part of what is withheld.",
    whatToDo: "Give one of the two a payment of its own.",
  }),
  "minimum-out-of-reach": entry({
    severity: "error",
    title: "No more parts can be reported than a score has",
    message: (p: { minimum: string; parts: string }) =>
      `At least ${p.minimum} parts must be reported, but this score has ${p.parts}.`,
    why: "With a minimum that cannot be reached the score would never be reported.",
    whatToDo: "Write a whole number from 1 to the number of parts.",
  }),
} as const;
