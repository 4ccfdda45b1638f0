import { entry } from "./diagnostic.js";

/** What people who have worked with such contracts would ask about: advice, never a mistake. */
export const field = {
  "metric-without-source": entry({
    severity: "information",
    title: "Whoever pays by a metric knows where it comes from",
    message: (p: { metric: string; payment: string; lacks: string }) =>
      `${p.metric} decides what ${p.payment} pays, and has ${p.lacks}.`,
    why: "Most disputes are about figures: which extract was meant, and who answers for it.",
    whatToDo: 'Add source "…", the register or extract it is counted from, and owner, the party that reports it.',
  }),
  "metric-without-baseline": entry({
    severity: "information",
    title: "What is to get better starts somewhere",
    message: (p: { metric: string; payment: string }) =>
      `${p.payment} pays by how far ${p.metric} has come, and ${p.metric} has no baseline.`,
    why: "Without a baseline that is agreed, nobody can tell afterwards what would have happened anyway.",
    whatToDo: "Add baseline with the value from which the parties start.",
  }),
  "chance-moves-payment": entry({
    severity: "warning",
    title: "Chance alone should not decide what is paid",
    message: (p: { metric: string; width: string; least: string; needed: string; payment: string }) =>
      `A step of ${p.width} in ${p.metric} changes what ${p.payment} pays, and of ${p.least} chance alone moves it further. About ${p.needed} would be enough.`,
    why: "Of few cases a share or a rate swings from year to year though nothing has changed; two standard errors at the baseline are wider than the step.",
    whatToDo: "Ask for more in the line needs at least, measure over longer periods, or make the steps wider.",
  }),
  "cliff-edge": entry({
    severity: "warning",
    title: "A small change should not move most of the money",
    message: (p: { what: string; at: string; payment: string; moves: string }) =>
      `At ${p.at} of ${p.what}, the smallest change moves ${p.moves} of what ${p.payment} can pay.`,
    why: "Where more than half hangs on one step, effort goes into the cases at its edge, and the figure is disputed to its last digit.",
    whatToDo: "Use scaled, which has no steps, or more tiers with smaller steps.",
  }),
  "gate-is-cliff": entry({
    severity: "information",
    title: "A gate is a cliff",
    message: (p: { gate: string; payment: string; most: string }) =>
      `"${p.gate}" decides about all that ${p.payment} pays, up to ${p.most}.`,
    why: "Two bodies that miss a gate by a hair and by a mile get the same nothing; some have lost over a million for a thousandth of a point.",
    whatToDo:
      "Where that is not meant, let the amount rise from the gate on: scaled, or banded with 0% of the first part.",
  }),
  "cap-never-binds": entry({
    severity: "warning",
    title: "A cap can be reached",
    message: (p: { cap: string; payment: string; most: string }) =>
      `"${p.cap}" never changes anything: what it limits in ${p.payment} is at most ${p.most}.`,
    why: "A limit that no outcome reaches protects nobody, and readers take it for protection.",
    whatToDo: "Lower it, or leave it out.",
  }),
  "floor-never-binds": entry({
    severity: "warning",
    title: "A floor can be reached",
    message: (p: { floor: string; payment: string; least: string }) =>
      `"${p.floor}" never changes anything: what it lifts in ${p.payment} is at least ${p.least}.`,
    why: "A guarantee below everything that can happen promises nothing, and readers take it for a promise.",
    whatToDo: "Raise it, or leave it out.",
  }),
  "tier-never-reached": entry({
    severity: "warning",
    title: "Every tier can be reached",
    message: (p: { tier: string; what: string; range: string }) =>
      `The tier "${p.tier}" applies to no outcome: ${p.what} is ${p.range}.`,
    why: "A tier that no outcome reaches is a limit written wrong, or a promise that means nothing.",
    whatToDo: "Mend the limits of the tier, or the range of what it stands on.",
  }),
  "pool-never-full": entry({
    severity: "warning",
    title: "A pool can be earned in full",
    message: (p: { payment: string; most: string; pool: string; weight: string }) =>
      `At most ${p.most} of the pool of ${p.pool} in ${p.payment} can be earned: ${p.weight}.`,
    why: "The pool is the sum that people talk about; what nobody can earn was never offered.",
    whatToDo: "Let every weight reach 100%, or make the pool as large as what can be earned.",
  }),
  "paid-twice": entry({
    severity: "warning",
    title: "One outcome is paid once",
    message: (p: { metric: string; first: string; second: string }) =>
      `${p.metric} earns money in ${p.first} and again in ${p.second}.`,
    why: "Two prices for one outcome pay it twice, and are seldom meant to add up.",
    whatToDo: "Pay it in one place, or say why it is paid in two.",
  }),
  "measured-twice": entry({
    severity: "warning",
    title: "One outcome has one name",
    message: (p: { first: string; second: string }) =>
      `${p.second} measures just what ${p.first} measures, and both decide what is paid.`,
    why: "Under two names one outcome is paid twice, and a change of one definition leaves the other behind.",
    whatToDo: "Keep one of the two, or make their definitions differ.",
  }),
  "risk-without-seat": entry({
    severity: "warning",
    title: "Whoever bears a loss has a say",
    message: (p: { party: string; payment: string; boards: string }) =>
      `${p.party} may have to pay under ${p.payment}, and has no seat on ${p.boards}.`,
    why: "Who shares a loss and not the decisions that lead to it will dispute the loss.",
    whatToDo: "Give it a seat, or say why it has none.",
  }),
  "incentive-too-small": entry({
    severity: "information",
    title: "An incentive is large enough to matter",
    message: (p: { party: string; most: string; core: string }) =>
      `All that ${p.party} can earn by results over the term is ${p.most}, less than 1% of the ${p.core} that is paid whatever happens.`,
    why: "Below about one part in a hundred the work of measuring costs more than the incentive is worth; national schemes have put 1.25% to 2.5% at stake.",
    whatToDo: "Put more at stake, or leave the incentive out.",
  }),
  "split-can-fall": entry({
    severity: "information",
    title: "A larger total gives nobody less",
    message: (p: { shares: string; party: string; from: string; to: string }) =>
      `Divided ${p.shares} by largest remainder, ${p.party} gets a penny less of ${p.to} than of ${p.from}.`,
    why: "With three or more shares the largest remainder may take a penny from one when the total rises by one: known as the Alabama paradox.",
    whatToDo: "Nothing, where a penny is no matter. With the line division the last penny to …, it does not happen.",
  }),
} as const;
