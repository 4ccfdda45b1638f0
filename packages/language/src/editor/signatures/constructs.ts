import { afterMarks, type Construct, lastEntry } from "./construct.js";

const SUBJECT = {
  label: "on metric",
  help: "The value along the foot of the curve. In a `weight` line it is the weight's metric.",
};
const MISSING = {
  label: "if not reported …",
  help: "What happens where the input is not there. Missing is never zero.",
};

/** `on x` comes first where it is written; then entries, each with a part before and one after its own mark. */
const entries =
  (mark: RegExp, last: RegExp) =>
  (written: string): number => {
    const entry = lastEntry(written);
    if (last.test(entry)) return 3;
    if (/^\s*on\s+[\w.-]*$/.test(entry)) return 0;
    return mark.test(entry) ? 2 : 1;
  };

/** Shapes, rates, followed by …, divisions: constructs that say several things in an order that one may forget. */
export const CONSTRUCTS: readonly Construct[] = [
  {
    word: "scaled",
    parts: [
      SUBJECT,
      { label: "value", help: "What it is worth at a point: `0%`, `£500`." },
      {
        label: "at place",
        help: "Where that point lies: `at baseline`, `at 85%`. Straight lines between points, flat outside.",
      },
      { label: "not reported when below place", help: "Beyond this the scale gives no value." },
    ],
    current: entries(/\bat\b/, /^\s*not\b/),
  },
  {
    word: "tiered",
    parts: [
      SUBJECT,
      { label: "value", help: "What it is worth in this tier." },
      {
        label: "when test",
        help: "Which values the tier takes: `at least 85%`, `below 12%`, `from 80% to below 85%`. Tiers may not overlap.",
      },
      { label: "otherwise value", help: "What holds where no test does." },
    ],
    current: entries(/\bwhen\b/, /^\s*otherwise\b/),
  },
  {
    word: "banded",
    parts: [
      SUBJECT,
      { label: "rate", help: "The rate of this slice: `5%`, `£11`." },
      {
        label: "of the first | of the next | of the part from … to … width",
        help: "How wide the slice is. Each slice has its own rate, and they are added up.",
      },
      { label: "of the rest", help: "All that is left." },
    ],
    current: (written) => {
      const entry = lastEntry(written);
      if (/^\s*on\s+[\w.-]*$/.test(entry)) return 0;
      return /\bof\s+the\s+rest\b/.test(entry) ? 3 : /\bof\s+the\b/.test(entry) ? 2 : 1;
    },
  },
  {
    word: "rate",
    line: true,
    parts: [
      { label: "count of | sum of records", help: "What is counted or added up: the number above the line." },
      { label: "where condition", help: "Only the records for which this holds." },
      { label: ", per number", help: "For each so many: `per 1,000`." },
      { label: "base", help: "What it is set against: the number beneath the line, such as `average registered`." },
    ],
    current: afterMarks(/\bwhere\b/, /\bper\b/, /\bper\s+[\d,]+\s/),
  },
  {
    word: "that are followed within",
    parts: [
      { label: "time", help: "The window: `30 days`, `26 weeks`." },
      { label: "of date", help: "The field from which the window runs." },
      { label: "by records", help: "The records that must follow." },
      { label: "of the same person", help: "Only rows with the same pseudonym." },
      { label: "dated by date", help: "The field with the date of what follows." },
      { label: "where condition", help: "Only what follows for which this holds." },
    ],
    current: afterMarks(/\bof\b/, /\bby\b/, /\bof\s+the\s+same\b/, /\bdated\s+by\b/, /\bwhere\b/),
  },
  {
    word: "weighted",
    parts: [
      { label: "weight", help: "The part that this value has in the score; the weights make up 100%." },
      { label: "value", help: "A metric or another value." },
      { label: "at least number reported", help: "How many must be reported for there to be a score." },
    ],
    current: (written) => {
      const entry = lastEntry(written);
      return /^\s*at\b/.test(entry) ? 2 : /%\s/.test(entry) ? 1 : 0;
    },
  },
  {
    word: "weight",
    line: true,
    parts: [
      { label: "share", help: "The part of the pool: the weights of a payment make up 100%." },
      { label: "on metric", help: "What decides how much of it is earned." },
      { label: "shape", help: "How much is earned: `scaled …`, `tiered …`. Without a shape, the value itself." },
      MISSING,
    ],
    current: afterMarks(/\bon\b/, /,/, /\bif\s+not\b/),
  },
  {
    word: "points",
    line: true,
    parts: [
      { label: "number", help: "The most points that this line gives." },
      { label: "on metric", help: "What decides how many of them are earned." },
      { label: "shape", help: "How many are earned: `scaled …`, `tiered …`." },
      MISSING,
    ],
    current: afterMarks(/\bon\b/, /,/, /\bif\s+not\b/),
  },
  ...["paid to", "paid by"].map((word) => ({
    word,
    line: true as const,
    parts: [
      {
        label: "party share",
        help: "A group, or parties one after another, each with its share: `trust 60%, gps 40%`. Shares make up 100%.",
      },
      {
        label: "equally | by value",
        help: "Instead of shares: the same for each, or in proportion to a value of each.",
      },
      { label: "when below | when above", help: "In a block `either way`: on which side of the comparison." },
    ],
    current: afterMarks(/\b(?:equally|by)\b/, /\bwhen\b/),
  })),
  ...["each pays", "each receives"].map((word) => ({
    word,
    line: true as const,
    parts: [
      {
        label: "at most limit",
        help: "The most for each party: a sum, or a part of something of its own such as `5% of its core`.",
      },
      {
        label: word === "each pays" ? "the excess from party" : "the excess to party",
        help: "Who bears or gets what is over the limit. Without it, what is over is not paid.",
      },
    ],
    current: afterMarks(/,/),
  })),
  {
    word: "uplifted by",
    parts: [
      { label: "rate", help: "A percentage, or a figure that is reported." },
      { label: "on day each year", help: "The day of the year on which it grows: `1 April`." },
      { label: "from year", help: "The first year in which it does." },
      { label: "capped at rate", help: "The most by which a reported index raises it at once." },
    ],
    current: afterMarks(/\bon\b/, /\bfrom\b/, /\bcapped\s+at\b/),
  },
  {
    word: "on account",
    line: true,
    parts: [
      {
        label: "amount each period",
        help: "What is paid before the payment is worked out: `1/12 of the pool each month`.",
      },
      { label: "settled each period", help: "How often it is set against what was earned." },
    ],
    current: afterMarks(/,/),
  },
  {
    word: "compares",
    line: true,
    parts: [
      { label: "actual", help: "What was spent or done." },
      { label: "with expected", help: "What it is set against. The difference is what the blocks below divide." },
    ],
    current: afterMarks(/\bwith\b/),
  },
];
