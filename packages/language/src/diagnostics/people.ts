import { entry } from "./diagnostic.js";

/** Mistakes in what a contract says of persons: how long, whose row, which person. */
export const people = {
  "no-such-duration": entry({
    severity: "error",
    title: "A length of time is so many days, weeks, months or years",
    message: (p: { written: string }) => `"${p.written}" is not a length of time.`,
    why: "A window begins on one day and ends on another; only a length that the calendar knows says which.",
    whatToDo:
      "Write it as 30 days, 26 weeks, 6 months or 1 year. Weeks have seven days; months are those of the calendar.",
  }),
  "person-unsure": entry({
    severity: "error",
    title: "Rows that belong together say whose they are",
    message: (p: { records: string; field?: string }) =>
      p.field === undefined
        ? `${p.records} has no field of type pseudonym, so its rows cannot be told to be of the same person.`
        : `${p.field} of ${p.records} may be missing, so some of its rows could not be told to be of the same person.`,
    why: "What happens to a person is found by the pseudonym. A row without one would count as somebody to whom nothing happened.",
    whatToDo: "Give the records a field: person  pseudonym. Rows without it are then set aside and listed.",
  }),
  "not-a-date": entry({
    severity: "error",
    title: "A window begins with a date",
    message: (p: { field: string; records: string }) => `${p.field} of ${p.records} is not a date.`,
    why: "Days are counted from a date of the row, and what follows is found by a date of its own.",
    whatToDo: "Name a field of type date.",
  }),
} as const;
