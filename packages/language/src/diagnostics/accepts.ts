import { entry } from "./diagnostic.js";

/** Advice that a contract says it does not take. */
export const accepts = {
  "accepts-unknown": entry({
    severity: "error",
    title: "What is accepted is something that can be said",
    message: (p: { finding: string; hint: string }) =>
      `Nothing that is said of contracts is called ${p.finding}${p.hint ? `: did you mean ${p.hint}?` : "."}`,
    why: "A word that is misspelt would accept nothing, and the advice would stay.",
    whatToDo: "Write the name that stands beside the advice.",
  }),
  "accepts-error": entry({
    severity: "error",
    title: "A mistake cannot be accepted",
    message: (p: { finding: string }) => `${p.finding} is a mistake, and a mistake cannot be accepted.`,
    why: "Advice may be weighed and left; a contract with a mistake in it has no meaning that could be settled.",
    whatToDo: "Mend what the finding names, and leave this line out.",
  }),
  "accepts-nothing": entry({
    severity: "warning",
    title: "What is accepted is said somewhere",
    message: (p: { finding: string; block: string }) =>
      `${p.finding} is said of nothing in ${p.block}, so there is nothing to accept.`,
    why: "A reason that answers nothing misleads whoever reads the contract, and would hide the advice if it came back.",
    whatToDo: "Leave the line out, or move it to where the advice is given.",
  }),
  "accepts-without-reason": entry({
    severity: "error",
    title: "What is accepted has a reason",
    message: (p: { finding: string }) => `Why the parties accept ${p.finding} is not said.`,
    why: "The reason is what stands in the summary that the parties sign.",
    whatToDo: 'Write it in the quotation marks: because "The commissioners asked for it".',
  }),
} as const;
