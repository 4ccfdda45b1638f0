import * as ast from "../../generated/ast.js";
import type { Clause } from "./clause.js";

const payment = (title: string, text: string): Clause => ({ at: [ast.Payment.$type, "payment"], title, text });
const weight = (title: string, text: string): Clause => ({ at: [ast.WeightLine.$type, "weight"], title, text });

/** What is paid, in each shape, and its lines. */
export const PAYMENT_CLAUSES: readonly Clause[] = [
  payment(
    "a fixed amount",
    `payment ‹1:block› "‹2:Block payment›" ‹3|each quarter,each month,each year› {
  pays      ‹4:£250,000›
  paid to   ‹5@payee:trust›
}`,
  ),
  payment(
    "a pool by weights, on a scale",
    `payment ‹1:incentive› "‹2:Outcome incentive›" each year {
  pool      ‹3:£100,000›
  weight    ‹4:100%› on ‹5@metric:falls›, scaled ‹6:0%› at baseline, ‹7:100%› at target
  paid to   ‹8@payee:trust›
}`,
  ),
  payment(
    "a pool by weights, in tiers",
    `payment ‹1:incentive› "‹2:Outcome incentive›" each year {
  pool      ‹3:£100,000›
  weight    ‹4:100%› on ‹5@metric:falls›, tiered 100% when ‹6|at most,at least› ‹7:10%›, 50% when ‹8:from 10% to 12%›, otherwise 0%
  paid to   ‹9@payee:trust›
}`,
  ),
  payment(
    "points at a price",
    `payment ‹1:points-scheme› "‹2:Points›" each year {
  priced at ‹3:£100 a point›
  points    ‹4:10› on ‹5@metric:falls›, scaled ‹6:0%› at baseline, ‹7:100%› at target
  paid to   ‹8@payee:trust›
}`,
  ),
  payment(
    "a rate card for persons",
    `payment ‹1:rate-card› "‹2:Outcome rates›" each quarter {
  rates for each person in ‹3@records:spells› {
    ‹4:started›:  ‹5:£500› for the first ‹6:elective›
    each person at most ‹7:£2,000› over the term
  }
  paid to   ‹8@payee:trust›
}`,
  ),
  payment(
    "a gain and loss share",
    `payment ‹1:gain-share› "‹2:Gain and loss share›" each year {
  compares  ‹3@figure:actual-cost› with ‹4:target-cost›
  if below {
    then banded  0% of the first ‹5:2%› of ‹4:target-cost›, ‹6:50%› of the rest
    paid to      ‹7@payee:trust›
  }
  if above {
    then banded  0% of the first ‹5:2%› of ‹4:target-cost›, ‹8:40%› of the next ‹9:5%› of ‹4:target-cost›, 0% of the rest
    paid by      ‹7@payee:trust›
  }
}`,
  ),
  payment(
    "a tariff with volume bands",
    `payment ‹1:tariff› "‹2:Tariff›" each year {
  pays      banded on ‹3:activity› ‹4:£11› of the first ‹5:1,000›, ‹6:£9› of the rest
  paid to   ‹7@payee:trust›
}`,
  ),
  payment(
    "a milestone once on a day",
    `payment ‹1:opening› "‹2:Opening payment›" each quarter {
  pays      ‹3:£200,000› once when ‹4:opened› is known
  paid to   ‹5@payee:trust›
}`,
  ),
  payment(
    "for each participant",
    `payment ‹1:capitation› "‹2:Capitation›" for each ‹3@list:practice›, each year {
  pays      ‹4:£10,000›
  paid to   that ‹3@list:practice›
}`,
  ),
  payment(
    "a part withheld and earned back",
    `payment ‹1:quality› "‹2:Payment with a part at risk›" each year {
  pays      ‹3:£1,000,000›
  withholds ‹4:2%› of it
  weight    100% on ‹5@metric:falls›, scaled 0% at baseline, 100% at target
  paid to   ‹6@payee:trust›
}`,
  ),
  weight("on a scale", "weight    ‹1:100%› on ‹2@metric:falls›, scaled ‹3:0%› at ‹4:baseline›, ‹5:100%› at ‹6:target›"),
  weight(
    "in tiers",
    "weight    ‹1:100%› on ‹2@metric:falls›, tiered ‹3:100%› when at ‹4|least,most› ‹5:85%›, otherwise 0%",
  ),
  {
    at: [ast.CreditLine.$type, "credit"],
    title: "taken off where a standard is missed",
    text: "credit    ‹1:£5,000› when ‹2@metric:falls› is above ‹3:15%›",
  },
  {
    at: [ast.EachLimitLine.$type, "each pays"],
    title: "at most, the rest from another",
    text: "each pays at most ‹1:5%› of ‹2:its core›, the excess from ‹3@commissioner:icb›",
  },
  {
    at: [ast.OnAccountLine.$type, "on account"],
    title: "a part of the pool each month",
    text: "on account ‹1:1/12› of the pool each month, settled each year",
  },
  {
    at: [ast.PaymentsLimit.$type, "limit"],
    title: "the most of all payments",
    text: 'limit ‹1:most› "‹2:The most of all payments›" on all payments at most ‹3:£5,000,000› each year, ‹4|reduced in proportion,the earliest first›',
  },
  {
    at: [ast.Balance.$type, "balance"],
    title: "an advance that is owed",
    text: `balance ‹1:advance-owed› "‹2:Advance still owed›" each year {
  opening  ‹3:£10,000›
  takes    ‹4:£2,000›
}`,
  },
];
