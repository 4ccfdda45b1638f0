/**
 * A contract as long as wanted, such as a whole system's: many services, each with its records, figures, metrics, payments,
 * worked examples and clauses, built from what examples/ are built from. Nothing is wrong with it.
 */
export function longContract(lines, name = "whole-system") {
  const services = [];
  for (let left = lines - HEAD.split("\n").length; left > 0; left -= services.at(-1).split("\n").length)
    services.push(serviceOf(services.length));
  return `contract ${name} "${titled(name)}" {\n${HEAD}\n${services.join("\n")}\n}\n`;
}

/** A contract of one service, as small ones are. */
export const shortContract = (name, service) =>
  `contract ${name} "${titled(name)}" {\n${HEAD}\n${serviceOf(service)}\n}\n`;

const titled = (name) => name.replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase());

const HEAD = `  reference   "WS/2026/01"
  currency    GBP
  term        from 1 April 2026 to 31 March 2031
  year        starts 1 April
  settled     each quarter
  rounding    nearest penny, halves away from zero
  division    by largest remainder

  // Who
  commissioner icb      "The integrated care board", ods "QOP", contributes 62%
  commissioner council  "The borough council", contributes 38%
  provider     trust    "The hospital trust", ods "RM3"
  provider     gps      "The practices"
  provider     vcfse    "The voluntary sector partnership"
  group alliance "The providers" { trust 55%, gps 30%, vcfse 15% }`;

const SUBJECTS = ["falls", "frailty", "dementia", "heart", "lungs", "stroke", "diabetes", "kidneys", "hips", "minds"];
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

function serviceOf(number) {
  const subject = SUBJECTS[number % SUBJECTS.length];
  const s = number < SUBJECTS.length ? subject : `${subject}-${Math.floor(number / SUBJECTS.length) + 1}`;
  const people = 30_000 + 700 * (number % 13);
  const pool = 1_000_000 + 40_000 * (number % 7);
  const cost = 40_000_000 + 2_000_000 * (number % 9);
  const baseline = 210 + (number % 11);
  const pounds = (amount) => `£${grouped(amount)}`;
  return `
  // What is known of ${s}
  records spells-${s} "Hospital spells for ${s}" dated by discharged {
    person      pseudonym
    admitted    date
    discharged  date, may be missing
    method      one of elective, emergency, maternity
    ward        text
    age         whole number from 0 to 120
    cost        money
  }
  records surveys-${s} "Patient experience surveys for ${s}" dated by answered {
    person      pseudonym
    answered    date
    ward        text
    rating      one of very-good, good, neither, poor, very-poor, unsure
  }
  figures lists-${s} "Practice lists for ${s}" {
    registered-${s} "People registered for ${s}" people, at the end of each quarter, if not reported hold at the previous value, at first ${grouped(people)} people
  }
  figure cost-${s} "Cost of the services for ${s}" : money, during each quarter, if not reported defer to reconciliation
  define target-cost-${s} "Target cost of ${s}" as ${pounds(cost)} each year

  // What is measured of ${s}
  metric rate-${s} "Rate of emergency admissions for ${s}" {
    rate      count of spells-${s} where method is emergency and age at least 65, per 1,000 average registered-${s}
    measured  each year
    better    lower
    range     from 0 to 1,000, shown to 1 decimal
    baseline  ${baseline}.4
    target    ${baseline - 25}
    source    "SUS+ admitted patient care, freeze"
    owner     trust
    if not reported  defer to reconciliation
  }
  metric readmission-${s} "Emergency readmission within 30 days, ${s}" {
    share of  spells-${s} where discharged is known
    that are  followed within 30 days of discharged by spells-${s} of the same person dated by admitted where method is emergency
    measured  each year
    better    lower
    range     from 0% to 100%, shown to 2 decimals
    baseline  14.1%
    target    12%
    source    "SUS+ admitted patient care, freeze"
    owner     trust
    needs at least 100 spells-${s}
    accept chance-moves-payment because "Tens of thousands of spells end in a year; one hundred is the least for any figure at all"
    if not reported  hold at the previous value, at first the baseline
  }
  metric experience-${s} "Share of patients who rate their care for ${s} good or very good" {
    share of  surveys-${s} where rating is not unsure
              counting those where rating is one of very-good, good
    measured  each year
    better    higher
    range     from 0% to 100%, shown to 1 decimal
    baseline  78%
    target    85%
    source    "Alliance survey of people after a hospital spell"
    owner     gps
    needs at least 400 surveys-${s}
    if not reported  share its weight
  }

  // What is paid for ${s}
  payment core-${s} "Core services for ${s}" each quarter {
    pays      ${pounds(cost / 4)}, uplifted by 3.1% on 1 April each year from 2027
    paid to   alliance
  }
  payment outcomes-${s} "Outcome incentive for ${s}" each year {
    pool      ${pounds(pool)}
    weight    40% on rate-${s}, scaled 0% at baseline, 100% at target
    weight    30% on readmission-${s}, tiered 100% when below 12%, 50% when from 12% to below 13.5%, otherwise 0%
    weight    30% on experience-${s}, tiered 100% when at least 85%, 50% when from 80% to below 85%, otherwise 0%
    paid to   alliance
  }
  payment gain-loss-${s} "Gain and loss share of ${s}" each year {
    compares  cost-${s} with target-cost-${s}
    if below {
      only when    outcomes-${s} earned at least 60% of its pool
      then banded  0% of the first 2% of target-cost-${s}, 50% of the next 8% of target-cost-${s}, 0% of the rest
      paid to      alliance
      accept gate-is-cliff because "A saving is not shared where patients are not served: three fifths of the outcomes are the least"
    }
    if above {
      then banded  0% of the first 2% of target-cost-${s}, 40% of the next 3% of target-cost-${s}, 0% of the rest
      paid by      alliance
      each pays at most 5% of its core-${s}, the excess from icb
      accept cap-never-binds because "Agreed in the heads of terms as a long stop"
    }
  }

  // What the parties worked through together for ${s}
  example good-year-${s} "Every target for ${s} is met" {
    in      2026/27
    given   rate-${s} ${baseline - 26}, readmission-${s} 11.2%, experience-${s} 91%, cost-${s} ${pounds(cost * 0.95)}
    expect  core-${s} earns ${pounds(cost)}
    expect  outcomes-${s} earns ${pounds(pool)}
    expect  trust receives ${pounds(pool * 0.55)} from outcomes-${s}
    expect  gain-loss-${s} earns ${pounds(cost * 0.015)}
    expect  vcfse receives ${pounds(cost * 0.015 * 0.15)} from gain-loss-${s}
  }
  example hard-year-${s} "Little is achieved for ${s}, and costs run over" {
    in      2027/28
    given   rate-${s} ${baseline + 3}, readmission-${s} 14.2%, experience-${s} 71%, cost-${s} ${pounds(cost * 1.04)}
    expect  outcomes-${s} earns £0
    expect  gain-loss-${s} charges ${pounds(cost * 0.008)}
    expect  gps pays ${pounds(cost * 0.008 * 0.3)} under gain-loss-${s}
  }

  // What the lawyers wrote of ${s}
  clause purpose-${s} "What ${s} is for" """
    The parties care together for people who live with ${s}, in the home where that is better for them. Of every year's
    saving the providers keep a part under {gain-loss-${s}}, once the outcomes paid by {outcomes-${s}} show that nobody was
    served less well for it; {rate-${s}}, {readmission-${s}} and {experience-${s}} are how the parties will know.
  """
  clause costs-${s} "How the cost of ${s} is found" """
    The {trust} reports {cost-${s}} within six weeks of a quarter's end, and the {icb} may look at its books. What is above
    {target-cost-${s}} is shared, and no provider pays more than the part of {core-${s}} that is written above.
  """`;
}
