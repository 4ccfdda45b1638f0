import { entry } from "./diagnostic.js";

/** Mistakes in what a contract says of persons: how long, whose row, which person. */
export const people = {
  "derived-from-derived": entry({
    severity: "error",
    title: "Records are taken from rows that are reported",
    message: (p: { name: string; from: string }) =>
      p.name === p.from
        ? `${p.name} is taken from itself.`
        : `${p.name} is taken from ${p.from}, whose rows are taken from others.`,
    why: "Which rows these are must be readable in one line.",
    whatToDo: "Name the records that are reported as rows, with all of the conditions.",
  }),
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
  "price-not-whole": entry({
    severity: "error",
    title: "A price for a person is a whole number of pence",
    message: (p: { price: string }) => `${p.price} is not a whole number of pence.`,
    why: "What persons are paid for is added up in whole pence; a part of a penny for each would have to be rounded thousands of times.",
    whatToDo: "Write the price in pounds and pence.",
  }),
  "limit-not-whole": entry({
    severity: "error",
    title: "Things that happen are counted in whole numbers",
    message: (p: { limit: string }) => `"at most ${p.limit}" for a person must be a whole number, and at least 1.`,
    why: "Nothing happens half a time.",
    whatToDo: "Write a whole number: at most 3 over the term.",
  }),
  "state-without-end": entry({
    severity: "error",
    title: "A state that lasts has a last day",
    message: (p: { records: string; line: string }) =>
      `${p.line} is paid for a state that lasts, but ${p.records} does not say to which day a row lasts.`,
    why: "How long somebody was in work is found from the first and the last day of each row.",
    whatToDo:
      "Say which field holds the last day: records … dated by started lasting to ended { … ended date, may be missing }.",
  }),
  "limit-twice": entry({
    severity: "error",
    title: "A limit of one kind is written once",
    message: (p: { line: string }) => `${p.line} has two limits of the same kind.`,
    why: "Only one of the two can be meant.",
    whatToDo: "Keep one of them.",
  }),
  "share-of-paid": entry({
    severity: "error",
    title: "A share of what is paid is above 0% and below 100%",
    message: (p: { share: string }) => `"at most ${p.share} of all that are paid" limits nothing, or pays nothing.`,
    why: "At 100% every one is within the limit; at 0% none ever is.",
    whatToDo: "Write the largest share that the line may have: at most 70% of all started-work that are paid.",
  }),
  "share-elsewhere": entry({
    severity: "error",
    title: "A line is limited to a share of what it is itself paid for",
    message: (p: { line: string; of: string; paid: string }) =>
      `${p.line} is paid for ${p.paid}, so it is no part of all ${p.of} that are paid.`,
    why: "The limit says which part of a whole one line may be: the line must belong to the whole.",
    whatToDo: "Name what the line is paid for, or the records for all lines of the card.",
  }),
  "share-alone": entry({
    severity: "error",
    title: "A share of what is paid leaves a rest to other lines",
    message: (p: { line: string; of: string }) => `${p.line} is the only line that is paid for ${p.of}.`,
    why: "It is all that is paid, so no limit below 100% could ever be kept.",
    whatToDo: "Give the other groups lines of their own, told apart with where.",
  }),
  "share-twice": entry({
    severity: "error",
    title: "One line of a whole is limited to a share of it",
    message: (p: { line: string; other: string }) =>
      `${p.line} and ${p.other} are both limited to a share of what both are part of.`,
    why: "How many of one are paid would depend on how many of the other are, and the other way round.",
    whatToDo: "Keep the limit of one of them, or name for each what only it and unlimited lines are paid for.",
  }),
  "card-for-each": entry({
    severity: "error",
    title: "A rate card is one for all persons",
    message: (p: { payment: string; axis: string }) =>
      `${p.payment} is worked out for each ${p.axis}, and a rate card is worked out for each person.`,
    why: "What a person is paid for is limited over all rows of that person, whoever they are with.",
    whatToDo: "Take the words for each away, or write one line for each with where.",
  }),
  "percentile-range": entry({
    severity: "error",
    title: "A percentile is a whole number from 1 to 99",
    message: (p: { rank: string }) => `There is no percentile ${p.rank}: percentiles are whole numbers from 1 to 99.`,
    why: "A percentile says how many rows in a hundred are not above the value.",
    whatToDo: "Write a whole number from 1 to 99, such as percentile 90. The ends are minimum of and maximum of.",
  }),
  "intakes-overlap": entry({
    severity: "error",
    title: "A person is of one intake",
    message: (p: { first: string; second: string }) =>
      `The intakes ${p.first} and ${p.second} share days, so one person could be of both.`,
    why: "What happens to a person counts for the intake of the day of entry, and for one only.",
    whatToDo: "Let each intake begin on the day after the one before it ends.",
  }),
  "intake-backwards": entry({
    severity: "error",
    title: "An intake ends after it begins",
    message: (p: { intake: string }) => `The intake ${p.intake} ends before it begins.`,
    why: "Nobody can enter in it.",
    whatToDo: "Change the dates round, or mend the year.",
  }),
  "cohort-over-term": entry({
    severity: "error",
    title: "A cohort is measured over its follow-up",
    message: (p: { metric: string; cohort: string }) =>
      `${p.metric} is worked out for each ${p.cohort}, so it is measured over the term.`,
    why: "Each person is followed for the same time from the day of entry, whatever the year. There is one value for each intake.",
    whatToDo:
      "Write measured over the term. It is reported once the last person of an intake has been followed to the end.",
  }),
} as const;
