import { entry } from "./diagnostic.js";

/** Slips of writing: text that does not parse, or that parses as something else than its writer meant. */
export const syntax = {
  "unexpected-text": entry({
    severity: "error",
    title: "The text does not follow the form of a contract",
    message: (p: { text: string }) => p.text,
    why: "The contract cannot be read beyond this place as it stands.",
    whatToDo: "Write what the message says is expected, or look at the same kind of line in one of the examples.",
  }),
  "unknown-word": entry({
    severity: "error",
    title: "A line begins with a word that means nothing there",
    message: (p: { word: string; place: string; hint: string }) =>
      `"${p.word}" begins no line of ${p.place}.${p.hint ? ` ${p.hint}` : ""}`,
    why: "Each line of a block begins with a word that says what the line is for.",
    whatToDo: "Correct the word, or move the line to the block that it belongs to.",
  }),
  "misspelt-word": entry({
    severity: "error",
    title: "A misspelt word of the language",
    message: (p: { written: string; word: string }) => `"${p.written}" means nothing here. Did you mean "${p.word}"?`,
    why: "The words of the language are read to the letter.",
    whatToDo: "Correct the word as the message shows, if that is what you meant.",
  }),
  "unclosed-text": entry({
    severity: "error",
    title: "A text is opened and never closed",
    message: (p: { mark: string; where: string }) => `This text is not closed: ${p.mark} is missing ${p.where}.`,
    why: "Without its end, the lines below would be read as part of the text.",
    whatToDo: "Close the text with the same marks that opened it.",
  }),
  "typographic-quotes": entry({
    severity: "error",
    title: "Typographic quotation marks",
    message: (p: { meant: string }) => `Write straight quotation marks: ${p.meant}.`,
    why: "A word processor bends quotation marks; a contract is read with straight ones only.",
    whatToDo: "Replace the bent marks by straight ones.",
  }),
  "money-suffix": entry({
    severity: "error",
    title: "A letter stands for thousands or millions",
    message: (p: { written: string; digits: string; words: string }) =>
      `Write ${p.digits} or ${p.words} instead of ${p.written}.`,
    why: "m, k and bn are read differently by different people; a contract spells its amounts out.",
    whatToDo: "Write all the digits, or the word thousand, million or billion.",
  }),
  "number-form": entry({
    severity: "error",
    title: "An amount written in another way",
    message: (p: { written: string; meant: string }) => `Write ${p.meant} instead of ${p.written}.`,
    why: "There is one way to write an amount, so that nobody has to ask whether two ways mean the same.",
    whatToDo: "Write the amount as the message shows.",
  }),
  "thousands-separator": entry({
    severity: "error",
    title: "A comma between digits that can be read in two ways",
    message: (p: { written: string }) =>
      `${p.written} can be read in two ways: thousands stand in threes (1,000), decimals have a point (1.5), and in a list a space follows the comma (1, 5).`,
    why: "A comma in the wrong place can change an amount a hundredfold.",
    whatToDo: "Write thousands in threes, decimals with a point, or a space after the comma of a list.",
  }),
  "numeric-date": entry({
    severity: "error",
    title: "A date in numbers alone",
    message: (p: { written: string; readings: readonly string[] }) =>
      p.readings.length > 1
        ? `${p.written} can be read as ${p.readings.join(" or ")}. Write ${p.readings[0]}.`
        : `Write ${p.readings[0]} instead of ${p.written}.`,
    why: "Day and month are written in either order in different places; the name of the month leaves no doubt.",
    whatToDo: "Write the date with the name of its month, such as 1 April 2026.",
  }),
  "date-form": entry({
    severity: "error",
    title: "A date or a period written in another way",
    message: (p: { written: string; meant: string }) => `Write ${p.meant} instead of ${p.written}.`,
    why: "There is one way to write a date and one to write a period, so that searching finds them all.",
    whatToDo:
      "Write dates as 1 April 2026, days of the year as 1 April, financial years as 2026/27, quarters as 2026/27 Q1.",
  }),
  "impossible-date": entry({
    severity: "error",
    title: "A date that no calendar has",
    message: (p: { written: string; fact: string }) => `There is no ${p.written}: ${p.fact}.`,
    why: "Rules that turn on this date would never apply.",
    whatToDo: "Check the day against the source of the contract.",
  }),
  "sign-for-word": entry({
    severity: "error",
    title: "A sign of arithmetic where a contract has a word",
    message: (p: { sign: string; word: string }) => `Write "${p.word}" instead of ${p.sign}.`,
    why: "A contract is read aloud: plus, less, times, divided by, at least, at most, above, below and is are its signs.",
    whatToDo: "Write the word.",
  }),
  "other-word": entry({
    severity: "error",
    title: "Another word for a word of the language",
    message: (p: { written: string; word: string }) => `Write "${p.word}" instead of "${p.written}".`,
    why: "There is one way to say a thing, so that two lines which mean the same also look the same.",
    whatToDo: "Write the word that the message shows.",
  }),
  "if-else": entry({
    severity: "error",
    title: "if and else",
    message: (p: { word: string }) =>
      `"${p.word}" is no word of a contract. To pay on a condition write "only when …"; to choose between values write "tiered 100% when at least 85%, otherwise 0%".`,
    why: "A choice is written as a condition of a payment or as tiers of a value, so that every case is covered and none is covered twice.",
    whatToDo: "Say the condition with only when, or the choice with tiered … when …, otherwise ….",
  }),
  "negative-number": entry({
    severity: "error",
    title: "A negative number",
    message: (p: { amount: string }) => `Leave out the minus before ${p.amount}: amounts have no sign.`,
    why: "An amount is a size with a payer and a receiver; who pays says which way it goes.",
    whatToDo: "Leave out the minus, and say with paid to, paid by, less or below which way the amount goes.",
  }),
  "name-form": entry({
    severity: "error",
    title: "A name in a form that names do not have",
    message: (p: { written: string; meant: string }) =>
      `${p.written} cannot be a name: names begin with a letter and have letters, digits and hyphens, such as ${p.meant}.`,
    why: "Names and numbers must look different for a reader to tell them apart.",
    whatToDo: "Choose a name that begins with a letter, with hyphens between its words.",
  }),
  hyphen: entry({
    severity: "error",
    title: "A dash inside a name",
    message: (p: { written: string; meant: string }) =>
      `Write ${p.meant}, with a plain hyphen, instead of ${p.written}.`,
    why: "A word processor makes a hyphen longer; the two names look the same and would not be.",
    whatToDo: "Write the hyphen again, as the minus key of the keyboard gives it.",
  }),
  "dotted-name": entry({
    severity: "error",
    title: "A name with the name of its group before it",
    message: (p: { written: string; meant: string }) => `Write ${p.meant} instead of ${p.written}.`,
    why: "Names are unique in a contract, so that one word is enough.",
    whatToDo: "Leave out the group and the point.",
  }),
  "nested-too-deep": entry({
    severity: "error",
    title: "Brackets inside brackets, too many",
    message: (p: { most: number }) => `More than ${p.most} brackets stand inside each other here.`,
    why: "Nobody can check such a formula by reading it.",
    whatToDo: "Give parts of the formula names of their own with define, and use the names.",
  }),
  "stray-mark": entry({
    severity: "error",
    title: "A mark that means nothing in a contract",
    message: (p: { mark: string }) => `${p.mark} has no meaning here.`,
    why: "The contract cannot be read with this mark in it.",
    whatToDo: "Leave the mark out. Text that is for people only stands in quotation marks or after //.",
  }),
  "unknown-name": entry({
    severity: "error",
    title: "A name that nothing has",
    message: (p: { kind: string; name: string; hint: string; where?: string }) =>
      `There is no ${p.kind} called ${p.name}${p.hint ? `. ${p.hint}` : ` in ${p.where ?? "this contract"}.`}`,
    why: "Everything that a line names must be declared somewhere in the contract.",
    whatToDo: "Mend the spelling, or declare what is missing.",
  }),
  "word-for-name": entry({
    severity: "error",
    title: "A word of the language where a name is missing",
    message: (p: { kind: string; word: string }) =>
      `Here the contract needs the name of ${article(p.kind)}, and nothing is called ${p.word}: a name or an amount may be missing before it.`,
    why: "A word of the language may be a name, so the word that comes next is taken for the name that is missing.",
    whatToDo: "Write the name or the amount that is missing.",
  }),
  "wrong-kind": entry({
    severity: "error",
    title: "A name of another kind of thing",
    message: (p: { name: string; kind: string; wanted: string }) =>
      `${p.name} is ${article(p.kind)}; here the contract needs the name of ${article(p.wanted)}.`,
    why: "Only some kinds of thing can stand in this place.",
    whatToDo: "Name a thing of the kind that is needed, or move the line to where this name belongs.",
  }),
} as const;

const article = (kind: string): string => `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`;

export type SyntaxId = keyof typeof syntax;
export type SyntaxParameters<I extends SyntaxId> = Parameters<(typeof syntax)[I]["message"]>[0];
