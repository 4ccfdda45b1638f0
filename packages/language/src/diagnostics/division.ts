import { entry } from "./diagnostic.js";

/** How an amount is divided among those who share it. */
export const division = {
  "share-and-rule": entry({
    severity: "error",
    title: "Either shares are written, or a rule divides",
    message: () => "This party has a share here, and the line also says how the amount is divided.",
    why: "Fixed shares and a rule (equally, or by a value) are two answers to one question.",
    whatToDo: "Take out the percentages, or take out “equally” or “by …”.",
  }),
  "divides-nothing": entry({
    severity: "error",
    title: "An amount is divided by a value of each who shares",
    message: (p: { what: string }) => `${p.what} is the same for all who share, so it does not say who gets how much.`,
    why: "To divide by a value there must be one for each party or participant: its list size, its cost, its fall in admissions.",
    whatToDo: "Name a value that is declared “for each”, or write “equally”.",
  }),
} as const;
