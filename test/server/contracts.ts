/** A small contract that is right. */
export const contract = (name = "night-care", more = ""): string => `contract ${name} "Night care" {
  reference   "NC/2026"
  currency    GBP
  term        from 1 April 2026 to 31 March 2028
  year        starts 1 April
  settled     each year
  rounding    nearest penny, halves away from zero
  division    by largest remainder
  commissioner council "The council"
  provider     nurses  "The night nurses"
  figure falls-at-night "Falls at night" : number, during each year, if not reported defer to reconciliation
  figure visits "Visits" : number, during each year, if not reported defer to reconciliation
  payment core "Core services" each year {
    pays      £100,000
    paid to   nurses
  }
  payment visiting "Visits at night" each year {
    pays      visits times £12
    then at most £60,000
    paid to   nurses
  }
  example a-year "A year" {
    in      2026/27
    given   visits 1,000
    expect  visiting earns £12,000
  }
  clause why "Why" """
    Who falls at night waits for the morning. What is paid for it is {core}, and for each visit {visiting}.
  """
${more}}
`;

/** The same, paid by steps that a library has. */
export const importing = (name = "night-care"): string =>
  `import steps from "./library/steps.concordat"\n${contract(
    name,
    `  metric calm "Calm nights" {
    share of  nights counting those where calm
    measured  each year
    better    higher
    range     from 0% to 100%, shown to 1 decimal
    baseline  60%
    target    80%
    source    "The night book"
    owner     nurses
    if not reported  defer to reconciliation
  }
  records nights "Nights" dated by night {
    night  date
    calm   yes or no
  }
  payment calmer "Calmer nights" each year {
    pool      £20,000
    weight    100% on calm, steps.rising with lower 65%, upper 80%
    paid to   nurses
  }
`,
  )}`;

export const steps = (shape = "rising"): string => `library steps "Steps to a target" {
  shape ${shape} "Half from the lower mark on" with lower percentage, upper percentage as
    tiered 0% when below lower, 50% when from lower to below upper, otherwise 100%
}
`;

export const deed = (amount = "£110,000", payment = "core"): string => `variation deed-1 "Deed 1" of night-care {
  effective 1 April 2027
  change payment ${payment} { pays ${amount} }
}
`;
