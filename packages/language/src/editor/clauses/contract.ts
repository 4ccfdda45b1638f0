import * as ast from "../../generated/ast.js";
import type { Clause } from "./clause.js";

/** The rule of the words for roles; it has no node of its own. */
export const PARTY_ROLE = "PartyRole";

/** A whole contract, small and without a fault: where everybody begins. */
export const WHOLE_CONTRACT: Clause = {
  at: [ast.Contract.$type, "contract"],
  title: "a whole contract to begin with",
  text: `contract ‹1:my-alliance› "‹2:Title of the contract›" {
  reference   "‹3:CONTRACT/1›"
  currency    GBP
  term        from ‹4:1 April 2026› to ‹5:31 March 2029›
  year        starts 1 April
  settled     ‹6|each year,each quarter›
  rounding    nearest penny, halves away from zero
  division    by largest remainder

  // Who
  commissioner icb "‹7:The commissioner›"
  provider trust "‹8:The provider›"

  // What is known
  records surveys "‹9:Surveys of people who used the services›" dated by answered {
    person    pseudonym
    answered  date
    rating    one of good, neither, poor
  }

  // What is measured
  metric ‹10:experience› "‹11:Share of people who rate their care good›" {
    share of  surveys counting those where rating is good
    measured  each year
    better    higher
    range     from 0% to 100%, shown to 1 decimal
    baseline  ‹12:70%›
    target    ‹13:85%›
    source    "‹14:Yearly survey›"
    owner     trust
    needs at least 1,000 surveys
    if not reported  treat as missed
  }

  // What is paid
  payment core "‹15:Core services›" each year {
    pays      ‹16:£1,000,000›
    paid to   trust
  }
  payment outcomes "‹17:Payment by outcome›" each year {
    pool      ‹18:£100,000›
    weight    100% on ‹10:experience›, scaled 0% at baseline, 100% at target
    paid to   trust
  }

  // What the parties worked through together
  example good-year "‹19:The target is met›" {
    in      2026/27
    given   ‹10:experience› 85%
    expect  outcomes earns ‹18:£100,000›
  }
}
‹0›`,
};

/** Parties, and what stands around a contract. */
export const CONTRACT_CLAUSES: readonly Clause[] = [
  WHOLE_CONTRACT,
  {
    at: [ast.Library.$type, "library"],
    title: "a library to share",
    text: `library ‹1:our-outcomes› "‹2:What the library is for›" {
  source "‹3:Where its definitions come from›"
  ‹0›
}`,
  },
  {
    at: [ast.Variation.$type, "variation"],
    title: "a deed that changes a contract",
    text: `variation ‹1:deed-1› "‹2:Deed of variation 1›" of ‹3@contract:my-alliance› {
  effective ‹4:1 April 2027›
  change metric ‹5@metric:falls› { target ‹6:9%› }
}`,
  },
  {
    at: [ast.Determination.$type, "determination"],
    title: "what was decided of a payment",
    text: `determination ‹1:decision-1› "‹2:What was decided›" of ‹3@contract:my-alliance› {
  decided ‹4:3 March 2028› by ‹5@party:icb›
  for     ‹6@payment:core› in ‹7:2026/27›
  pays    ‹8:£0›
  because "‹9:The reason, in words›"
}`,
  },
  {
    at: [PARTY_ROLE, "commissioner"],
    title: "with its contribution",
    text: 'commissioner ‹1:council› "‹2:The council›", contributes ‹3:40%›',
  },
  {
    at: [PARTY_ROLE, "provider"],
    title: "with its code",
    text: 'provider ‹1:hospital› "‹2:The hospital trust›", ods "‹3:RM3›"',
  },
  {
    at: [ast.Group.$type, "group"],
    title: "parties with their shares",
    text: 'group ‹1:partners› "‹2:The partners›" { ‹3@party:trust› ‹4:100%› }',
  },
  {
    at: [ast.ParticipantSet.$type, "each"],
    title: "one participant for each row of a file",
    text: `each provider ‹1:practice› "‹2:The practices›" from "‹3:practices.csv›" {
  ‹4:list-size›  ‹5:people›
}`,
  },
  {
    at: [ast.Governance.$type, "governance"],
    title: "a board",
    text: `governance ‹1:leadership-board› "‹2:Leadership board›" {
  seats    ‹3@party:icb› 1
  decides  ‹4|unanimously,by majority,by two thirds›
  meets    every ‹5:2› ‹6|weeks,months›
}`,
  },
  {
    at: [ast.Clause.$type, "clause"],
    title: "text with checked references",
    text: `clause ‹1:no-dispute› "‹2:No dispute›" """
  ‹3:The Participants resolve every matter among themselves.›
"""`,
  },
  {
    at: [ast.Clause.$type, "recital"],
    title: "why the parties made the contract",
    text: `recital ‹1:background› "‹2:Background›" """
  ‹3:The Participants wish to improve the care of the people of the borough.›
"""`,
  },
];
