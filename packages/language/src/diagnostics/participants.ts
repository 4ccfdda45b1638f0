import { entry } from "./diagnostic.js";

/** Mistakes about participants that join and leave. */
export const participants = {
  "joining-no-date": entry({
    severity: "error",
    title: "Participants join and leave on a date",
    message: (p: { words: string; field: string }) => `"${p.words} ${p.field}" names no day: ${p.field} is not a date.`,
    why: "A participant takes part from the day on which it joins to the day after which it has left.",
    whatToDo: "Name a field of the type date, or make the field one.",
  }),
  "left-before-joining": entry({
    severity: "error",
    title: "Nobody leaves before joining",
    message: (p: { key: string; joined: string; left: string }) =>
      `${p.key} joins on ${p.joined} and has left after ${p.left}, so it never takes part.`,
    why: "Such a row takes part on no day, which is hardly meant.",
    whatToDo: "Mend the dates in the file, or take the row out of it.",
  }),
  "cumulative-joining": entry({
    severity: "error",
    title: "A cumulative payment is for participants from the start",
    message: (p: { payment: string; set: string }) =>
      `${p.payment} is cumulative, and each ${p.set} may join or leave during the term.`,
    why: "A cumulative payment is worked out on everything since the start of the term, which a participant that joined later does not have.",
    whatToDo: "Leave out cumulative over the term, or keep what is carried forward in a balance.",
  }),
} as const;
