// Written by scripts/standard-library.mjs from packages/language/library. Do not edit.
export const STANDARD_LIBRARY: Readonly<Record<string, string>> = {
  "better-care": `library better-care "Joint work of the NHS and councils" {
  source "Plain definitions of what better care plans measure; not the official specifications"

  records admissions "Stays in hospital" dated by discharged {
    person       pseudonym
    discharged   date
    method       one of elective, emergency, maternity
    condition    one of chronic-ambulatory, acute-minor, fall, other
    destination  one of usual-home, care-home, other
    age          whole number from 0 to 120
  }
  records care-homes "People who move into a care home for good" dated by moved {
    person  pseudonym
    moved   date
    age     whole number from 0 to 120
  }
  records reablement "People of 65 and over who were offered reablement after hospital" dated by reviewed {
    person    pseudonym
    reviewed  date
    lives     one of at-home, elsewhere
  }
  figures residents "People who live in the area" {
    all-ages  people, at the end of each quarter, if not reported defer to reconciliation
    over-65   people, at the end of each quarter, if not reported defer to reconciliation
  }

  metric avoidable-admissions "Emergency admissions for chronic conditions that care outside hospital can manage, per 1,000 people" {
    rate      count of admissions where method is emergency and condition is chronic-ambulatory, per 1,000 average all-ages
    measured  each year
    better    lower
    range     from 0 to 1,000, shown to 1 decimal
    source    "Admitted patient care, with the area's population"
    if not reported  defer to reconciliation
  }
  metric falls "Emergency admissions after a fall at 65 and over, per 1,000 people of that age" {
    rate      count of admissions where method is emergency and condition is fall and age at least 65, per 1,000 average over-65
    measured  each year
    better    lower
    range     from 0 to 1,000, shown to 1 decimal
    source    "Admitted patient care, with the area's population"
    if not reported  defer to reconciliation
  }
  metric discharged-home "Discharges to the usual home" {
    share of  admissions counting those where destination is usual-home
    measured  each year
    better    higher
    range     from 0% to 100%, shown to 1 decimal
    source    "Admitted patient care"
    if not reported  defer to reconciliation
  }
  metric care-home-moves "Moves into a care home for good at 65 and over, per 1,000 people of that age" {
    rate      count of care-homes where age at least 65, per 1,000 average over-65
    measured  each year
    better    lower
    range     from 0 to 1,000, shown to 1 decimal
    source    "The council's records of long-term care"
    if not reported  defer to reconciliation
  }
  metric still-at-home "People of 65 and over still at home after reablement" {
    share of  reablement counting those where lives is at-home
    measured  each year
    better    higher
    range     from 0% to 100%, shown to 1 decimal
    source    "Review of reablement"
    if not reported  defer to reconciliation
  }
}
`,
  "nhs-outcomes": `library nhs-outcomes "Outcomes of health care" {
  source "Plain definitions of what outcomes frameworks for the NHS measure; not the official specifications"

  records admissions "Stays in hospital" dated by discharged {
    person      pseudonym
    discharged  date
    method      one of elective, emergency, maternity
    condition   one of chronic-ambulatory, acute-minor, fall, other
    age         whole number from 0 to 120
  }
  records answers "Answers of patients to a survey" dated by answered {
    person    pseudonym
    answered  date
    rating    one of very-good, good, neither, poor, very-poor
  }
  figures residents "People who live in the area" {
    all-ages  people, at the end of each quarter, if not reported defer to reconciliation
    over-65   people, at the end of each quarter, if not reported defer to reconciliation
  }

  metric emergency-admissions "Emergency admissions per 1,000 people" {
    rate      count of admissions where method is emergency, per 1,000 average all-ages
    measured  each year
    better    lower
    range     from 0 to 1,000, shown to 1 decimal
    source    "Admitted patient care, with the area's population"
    if not reported  defer to reconciliation
  }
  metric avoidable-admissions "Emergency admissions for chronic conditions that care outside hospital can manage, per 1,000 people" {
    rate      count of admissions where method is emergency and condition is chronic-ambulatory, per 1,000 average all-ages
    measured  each year
    better    lower
    range     from 0 to 1,000, shown to 1 decimal
    source    "Admitted patient care, with the area's population"
    if not reported  defer to reconciliation
  }
  metric minor-admissions "Emergency admissions for acute conditions that do not usually need a stay, per 1,000 people" {
    rate      count of admissions where method is emergency and condition is acute-minor, per 1,000 average all-ages
    measured  each year
    better    lower
    range     from 0 to 1,000, shown to 1 decimal
    source    "Admitted patient care, with the area's population"
    if not reported  defer to reconciliation
  }
  metric patient-experience "Patients who rate their care good or very good" {
    share of  answers counting those where rating is one of very-good, good
    measured  each year
    better    higher
    range     from 0% to 100%, shown to 1 decimal
    source    "Survey of patients"
    if not reported  defer to reconciliation
  }
}
`,
  "outcome-prices": `library outcome-prices "Prices of outcomes that were paid by results" {
  source "Published rate cards: Greater Manchester entrenched rough sleepers (INDIGO-POJ-0154); Work Programme (Work and Pensions Committee 2013, table 3); Fair Chance Fund (INDIGO 0131 to 0137); End of Life Care Integrator (INDIGO 0299, 0300)"

  define enters-accommodation "Greater Manchester: a person enters accommodation" as £600
  define sustains-3-months "Greater Manchester: accommodation kept for 3 months" as £1,500
  define sustains-6-months "Greater Manchester: accommodation kept for 6 months" as £1,500
  define sustains-12-months "Greater Manchester: accommodation kept for 12 months" as £2,600
  define sustains-18-months "Greater Manchester: accommodation kept for 18 months" as £2,500
  define sustains-24-months "Greater Manchester: accommodation kept for 24 months" as £1,800
  define works-13-weeks "Greater Manchester: full-time work for 13 weeks" as £2,400
  define works-26-weeks "Greater Manchester: full-time work for 26 weeks" as £2,200

  define fair-chance-move-in "Fair Chance Fund: a person moves in" as £500
  define fair-chance-sustains "Fair Chance Fund: accommodation kept for 3, 6, 12 or 18 months, each" as £1,500
  define bed-day-avoided "End of Life Care Integrator: a bed day fewer, above the line from which it is paid" as £49

  define attachment "Work Programme: a person joins" as £400
  define job-outcome "Work Programme: a job outcome, jobseekers" as £1,200
  define most-sustained-18-24 "Work Programme: the most for staying in work, jobseekers of 18 to 24" as £2,210
  define job-outcome-volunteers "Work Programme: a job outcome, volunteers on employment and support allowance" as £1,000
  define most-sustained-volunteers "Work Programme: the most for staying in work, volunteers on employment and support allowance" as £2,300
  define most-sustained-returners "Work Programme: the most for staying in work, early access and formerly on incapacity benefit" as £5,000
  define most-sustained-25 "Work Programme: the most for staying in work, jobseekers of 25 and over" as £2,795
}
`,
  "practice-points": `library practice-points "Points of general practices" {
  source "Value of a point and average list as printed for the Quality and Outcomes Framework: 2022/23, 2023/24 and 2025/26; a straight line between its two thresholds"

  define point-value "Value of a point" as £207.56 a point, then £213.43 a point from 1 April 2023
  define point-value-2025 "Value of a point in 2025/26" as £225.49 a point
  define average-list "Average list of a practice in the country" as 9,374 people, then 9,639 people from 1 April 2023

  shape between-thresholds "No points up to the lower threshold, all from the upper one on, and a straight line between" with
    lower percentage, upper percentage as scaled 0% at lower, 100% at upper
}
`,
  "share-ranges": `library share-ranges "Shares of a saving or an excess by ranges" {
  source "Target contracts in the manner of NEC options C and D: the difference is cut at percentages of the target, each part is shared at its own percentage, and the parts are added. No percentage is given here: each contract has its own"

  shape free-then-share "A first range that nobody shares, then one percentage of the rest" with
    target-price money, free-range percentage, share-beyond percentage as
    banded 0% of the first free-range of target-price, share-beyond of the rest
  shape two-ranges "Two share ranges" with
    target-price money, first-range percentage, first-share percentage, rest-share percentage as
    banded first-share of the first first-range of target-price, rest-share of the rest
  shape three-ranges "Three share ranges" with
    target-price money, first-range percentage, first-share percentage, next-range percentage, next-share percentage,
    rest-share percentage as
    banded first-share of the first first-range of target-price, next-share of the next next-range of target-price, rest-share of the rest
}
`,
  "social-care-outcomes": `library social-care-outcomes "Outcomes of adult social care" {
  source "Plain definitions of what outcomes frameworks for adult social care measure; not the official specifications"

  records users "Answers of people who use services" dated by answered {
    person    pseudonym
    answered  date
    control   one of full-control, adequate-control, some-control, no-control
    safety    one of as-safe-as-wanted, fairly-safe, less-than-safe, not-safe
    contact   one of enough-contact, adequate-contact, some-contact, little-contact
  }
  records carers "Answers of people who care for someone" dated by answered {
    person        pseudonym
    answered      date
    satisfaction  one of very-satisfied, satisfied, neither, dissatisfied
  }

  metric in-control "People who use services and have control over their daily life" {
    share of  users counting those where control is one of full-control, adequate-control
    measured  each year
    better    higher
    range     from 0% to 100%, shown to 1 decimal
    source    "Survey of people who use services"
    if not reported  defer to reconciliation
  }
  metric feels-safe "People who use services and feel as safe as they want" {
    share of  users counting those where safety is as-safe-as-wanted
    measured  each year
    better    higher
    range     from 0% to 100%, shown to 1 decimal
    source    "Survey of people who use services"
    if not reported  defer to reconciliation
  }
  metric social-contact "People who use services and have as much social contact as they want" {
    share of  users counting those where contact is enough-contact
    measured  each year
    better    higher
    range     from 0% to 100%, shown to 1 decimal
    source    "Survey of people who use services"
    if not reported  defer to reconciliation
  }
  metric carers-satisfied "Carers who are satisfied with social services" {
    share of  carers counting those where satisfaction is one of very-satisfied, satisfied
    measured  each year
    better    higher
    range     from 0% to 100%, shown to 1 decimal
    source    "Survey of carers"
    if not reported  defer to reconciliation
  }
}
`,
};
