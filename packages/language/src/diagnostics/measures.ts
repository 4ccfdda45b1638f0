import { entry } from "./diagnostic.js";

/** Mistakes in what is measured. */
export const measures = {
  "from-itself": entry({
    severity: "error",
    title: "Time runs from one date to another",
    message: (p: { field: string }) => `From ${p.field} to ${p.field} is no time at all.`,
    why: "The time between a date and itself is 0 days for every row.",
    whatToDo: "Name two dates of a row: days from referred to seen.",
  }),
} as const;
