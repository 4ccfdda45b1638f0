import { entry } from "./diagnostic.js";

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

/** Where the words of a contract and its rules part. */
export const prose = {
  "prose-against-rule": entry({
    severity: "warning",
    title: "The words say what the rule says",
    message: (p: { text: string; written: string; rule: string; says: readonly string[] }) =>
      `${p.text} says ${p.written}, ${p.rule} says ${listed(p.says)}.`,
    why: "The rule is what is worked out, the words are what the parties signed: two amounts for one thing are a dispute to come.",
    whatToDo: "Write the rule's amount in the words, or mend the rule if the words are right.",
  }),
  "clauses-in-circle": entry({
    severity: "warning",
    title: "Clauses that give way to each other do not form a circle",
    message: (p: { names: readonly string[] }) =>
      p.names.length === 2
        ? `${p.names[0]} goes before ${p.names[1]}, and ${p.names[1]} goes before ${p.names[0]}.`
        : `${p.names.join(" goes before ")}, which goes before ${p.names[0]}.`,
    why: "Where they disagree nobody can say which of them holds.",
    whatToDo: "Decide which clause goes before the other, and take the opposite words out of one of them.",
  }),
  "clause-before-itself": entry({
    severity: "warning",
    title: "A clause gives way to others, not to itself",
    message: (p: { name: string }) => `${p.name} cannot stand before or behind itself.`,
    why: "The words say nothing as they are; another clause was probably meant.",
    whatToDo: "Name the clause that was meant, or take the words out.",
  }),
} as const;
