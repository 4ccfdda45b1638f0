import { entry } from "./diagnostic.js";

/** What a contract promises of every outcome. */
export const guarantees = {
  "change-of-nothing": entry({
    severity: "error",
    title: "A change is more than nothing",
    message: () => "A change by less than nothing is no change at all.",
    why: "The promise would hold of every contract, and say nothing.",
    whatToDo: "Write how small a change is meant: by less than 0.1.",
  }),
} as const;
