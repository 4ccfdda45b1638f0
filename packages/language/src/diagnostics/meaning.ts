import { entry } from "./diagnostic.js";

/** Mistakes of meaning: units, periods, who a value belongs to. Rules are those of the language's meaning. */
export const meaning = {
  "unit-mismatch": entry({
    severity: "error",
    title: "Only values of one kind can be added and compared",
    message: (p: { left: string; right: string; doing: string }) => `${p.left} cannot be ${p.doing} ${p.right}.`,
    why: "Pounds, percentages and counts of different things are different units; putting them together would give a number that means nothing.",
    whatToDo:
      "Make both sides the same kind of thing: take a percentage of an amount (5% of target-cost), or write the unit beside the number (9,639 people).",
  }),
  "wrong-unit": entry({
    severity: "error",
    title: "A value is not of the kind that its place needs",
    message: (p: { what: string; needs: string; is: string }) => `${p.what} must be ${p.needs}, but this is ${p.is}.`,
    why: "Each line of a contract works on one kind of value: an amount of money, a share, a condition.",
    whatToDo: "Write a value of the kind that is needed here.",
  }),
  "points-beyond": entry({
    severity: "error",
    title: "Only points are counted above or below a percentage",
    message: (p: { unit: string; side: string }) =>
      `A price for each ${p.unit} has no "${p.side}": that is said of a price for each point.`,
    why: "A percentage lies so many points above or below another; people and things are counted as they are.",
    whatToDo: "Write for each point of …, or work out the number before and give it a name.",
  }),
  "bare-for-percent": entry({
    severity: "error",
    title: "A percentage is written with its sign",
    message: (p: { number: string }) => `${p.number} stands where a percentage is due. Write ${p.number}%.`,
    why: "Without the sign it would mean a hundred times as much.",
    whatToDo: "Write the percent sign after the number.",
  }),
  "share-needs-weight": entry({
    severity: "error",
    title: "“Share its weight” needs a weight to share",
    message: (p: { name: string }) =>
      `${p.name} shares its weight when it is not reported, but here it has no weight among others.`,
    why: "Only the weights of a pool can take over from one another.",
    whatToDo:
      "Choose another policy for this place: treat as missed, hold at the previous value, defer to reconciliation.",
  }),
  "wrong-currency": entry({
    severity: "error",
    title: "Amounts are in the contract's currency",
    message: (p: { sign: string; currency: string }) =>
      `This amount is in ${p.sign}, but the contract is in ${p.currency}.`,
    why: "A contract pays in one currency and never converts.",
    whatToDo: "Write the amount in the contract's currency, or change the line currency.",
  }),
  "longer-into-shorter": entry({
    severity: "error",
    title: "A value of a longer period has no meaning in a shorter one",
    message: (p: { name: string; longer: string; shorter: string }) =>
      `${p.name} is a value of each ${p.longer}, and this is worked out each ${p.shorter}.`,
    why: "A year's value does not say how much of it belongs to one of its quarters.",
    whatToDo:
      "Work this out over the longer period, or define the shorter period's part of it with a value of its own.",
  }),
  "level-needs-average": entry({
    severity: "error",
    title: "A level over a longer period is its average or its latest",
    message: (p: { name: string; each: string; period: string }) =>
      `${p.name} is a level at one moment of each ${p.each}; over a ${p.period} it must be its average or its latest.`,
    why: "The number of people registered at the end of four quarters cannot be added up; the contract has to say which of the four, or their average.",
    whatToDo: "Write average or latest before the name.",
  }),
  "not-combinable": entry({
    severity: "error",
    title: "Percentages and plain values of several periods cannot be added",
    message: (p: { name: string; each: string; period: string }) =>
      `${p.name} is given for each ${p.each} and cannot be made into one value for a ${p.period}.`,
    why: "Percentages without what stands above and below the line cannot be combined: four quarters at 80% need not make a year at 80%.",
    whatToDo: "Report it for the longer period, write average or latest before the name, or measure it from records.",
  }),
  "of-which": entry({
    severity: "error",
    title: "A value with one for each needs a “for each”",
    message: (p: { name: string; axis: string }) =>
      `There is one ${p.name} for each ${p.axis}, and nothing here says which is meant.`,
    why: "A name stands for this one's value only inside a payment, definition or metric that is itself for each of them.",
    whatToDo: "Put the line in something that is for each of them, or combine all of them: total … across ….",
  }),
  "reads-itself": entry({
    severity: "error",
    title: "Nothing is worked out from itself",
    message: (p: { names: string }) => `${p.names} is worked out from itself.`,
    why: "Values that need one another can never be worked out.",
    whatToDo: "Take one of the names out of the circle.",
  }),
  "no-policy": entry({
    severity: "error",
    title: "Every value that money depends on says what happens when it is not reported",
    message: (p: { name: string; reader: string; scored: boolean }) =>
      `${p.name} decides money in ${p.reader}, but nothing says what happens if it is not reported.`,
    why: "Missing is never zero and never false. Without a rule, the parties would argue when the first figure is late.",
    whatToDo:
      "Add a line: if not reported, then treat as met, treat as missed, treat as baseline, hold at the previous value, share its weight, defer to reconciliation, or a party or board decides.",
  }),
  "policy-needs-score": entry({
    severity: "error",
    title: "“Treat as met” needs something that can be met",
    message: (p: { name: string; policy: string }) =>
      `${p.name} says "${p.policy}" when it is not reported, but here it is a plain value, not a target that is met or missed.`,
    why: "Met and missed have a meaning in a weight, a tier or a condition; in a calculation there is no value that is “met”.",
    whatToDo:
      "Give the metric a policy that has a value (hold at the previous value, treat as baseline), or one that waits (defer to reconciliation).",
  }),
  "policy-needs-baseline": entry({
    severity: "error",
    title: "“Treat as baseline” needs a baseline",
    message: (p: { name: string }) =>
      `${p.name} is treated as its baseline when it is not reported, but it has no baseline.`,
    why: "The value that would stand in for the missing one is not written anywhere.",
    whatToDo: "Add a baseline line to the metric, or choose another policy.",
  }),
  "hold-needs-first": entry({
    severity: "error",
    title: "“Hold at the previous value” says what holds at first",
    message: (p: { name: string }) => `${p.name} is held at its previous value, but in the first period there is none.`,
    why: "In the first period of the term nothing has been reported yet.",
    whatToDo:
      "Write what holds at first: hold at the previous value, at first 14.1%. A metric with a baseline needs nothing: its baseline holds.",
  }),
  "tiers-overlap": entry({
    severity: "error",
    title: "Tiers never overlap",
    message: (p: { first: string; second: string; at: string }) =>
      `The tiers "${p.first}" and "${p.second}" both apply at ${p.at}.`,
    why: "If two tiers fit one value, the contract says two things about one result.",
    whatToDo: "Change a limit so that each value is in one tier only: from 12% to below 13.5%.",
  }),
  "tiers-leave-gap": entry({
    severity: "error",
    title: "Tiers cover every value",
    message: (p: { at: string }) => `No tier applies ${p.at}.`,
    why: "A result that no tier covers would have no payment, and nothing in the contract says so.",
    whatToDo: "Add a last tier: otherwise 0%.",
  }),
  "tier-limit-unit": entry({
    severity: "error",
    title: "A tier on an amount of money has limits in money",
    message: (p: { limit: string }) =>
      `${p.limit} of what? These tiers stand on an amount of money, and a percentage alone is no amount.`,
    why: "A tier tests the whole amount against its limits. If each rate is meant for its own slice of the amount, bands say so.",
    whatToDo:
      "For one rate on the whole amount, write what the limit is a percentage of: when below 2% of target-cost. For a rate on each slice, write bands: banded 0% of the first 2% of target-cost, 50% of the rest.",
  }),
  "tiers-for-bands": entry({
    severity: "warning",
    title: "Tiers on the amount so far move all of it at once",
    message: (p: { at: string }) =>
      `These tiers pay one percentage of the whole amount: at ${p.at}, one penny more changes what is paid for every pound below it.`,
    why: "With tiers a result just beyond a limit can pay much more, or less, than one just before it. With bands each rate holds for its own slice, and nothing jumps.",
    whatToDo:
      "If each percentage is meant for its own slice of the amount, write bands: banded 0% of the first £1,000,000, 50% of the rest.",
  }),
  "bands-leave-gap": entry({
    severity: "error",
    title: "Bands say what happens to the rest",
    message: (p: { after: string }) => `Nothing says what happens to what lies beyond ${p.after}.`,
    why: "A band is a slice. What comes after the last slice must be named, even if nothing is paid for it.",
    whatToDo: "Add a last band: 0% of the rest.",
  }),
  "band-after-rest": entry({
    severity: "error",
    title: "“The rest” is the last band",
    message: () => "This band comes after the rest, so nothing is left for it.",
    why: "The rest is everything that remains: no slice can follow it.",
    whatToDo: "Move the band before the line “of the rest”.",
  }),
  "band-width-unit": entry({
    severity: "error",
    title: "A band's width says what it is a percentage of",
    message: (p: { width: string }) => `${p.width} of what? The amount that is divided into bands is not a percentage.`,
    why: "A band is so many pounds (or people) wide. A bare percentage says no width until the contract says of what.",
    whatToDo:
      "Write what it is a percentage of in the first band: of the first 2% of target-cost. The bands after it then use the same.",
  }),
  "points-share-place": entry({
    severity: "error",
    title: "A scale has one value at one place",
    message: (p: { at: string }) => `Two points of this scale are at ${p.at}.`,
    why: "A straight line runs between two different places; at one place there can be one value only.",
    whatToDo: "Take one of the two points out, or use tiers if the value is meant to jump.",
  }),
  "nothing-to-shape": entry({
    severity: "error",
    title: "A scale, tiers or bands stand on something",
    message: (p: { shape: string }) => `Nothing says what this is ${p.shape} on.`,
    why: "A shape turns one value into another: in a weight it is the metric, in a step the amount so far; elsewhere it has to be named.",
    whatToDo: "Write on and the value: scaled on list-size 3.9% at 5,000, ….",
  }),
} as const;
