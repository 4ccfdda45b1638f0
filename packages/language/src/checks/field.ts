import type { ContractModel, Payment } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import type { Lowering } from "../lowering/lowering.js";
import type { Guard, Steps } from "../lowering/turns.js";
import { chanceIsSmall } from "./field/chance.js";
import { stepsAreSmall } from "./field/cliffs.js";
import { type Field, fieldOf } from "./field/field.js";
import { incentivesMatter } from "./field/incentives.js";
import { limitsCanBind, partyLimitsCanBind } from "./field/limits.js";
import { poolsCanBeFull } from "./field/pools.js";
import { metricsAreVouchedFor } from "./field/provenance.js";
import { risksHaveSeats } from "./field/seats.js";
import { splitsNeverFall } from "./field/split.js";
import { tiersAreReached } from "./field/tiers.js";
import { outcomesArePaidOnce } from "./field/twice.js";

/** A law of each payment by itself: looked at again only where something has changed of what the payment reads. */
const ofEach =
  (name: string, law: (payment: Payment, field: Field) => void) =>
  (field: Field): void => {
    for (const payment of field.contract.payments) field.once(name, payment, () => law(payment, field));
  };

/** What those who have worked with such contracts look for, each a law of its own. */
const LAWS: readonly ((field: Field) => void)[] = [
  metricsAreVouchedFor,
  chanceIsSmall,
  ofEach("steps are small", stepsAreSmall),
  ofEach("limits can bind", limitsCanBind),
  ofEach("party limits can bind", partyLimitsCanBind),
  ofEach("tiers are reached", tiersAreReached),
  ofEach("pools can be full", poolsCanBeFull),
  outcomesArePaidOnce,
  risksHaveSeats,
  incentivesMatter,
  splitsNeverFall,
];

/** Advice on a contract that has no mistake, law by law: between two of them whoever runs it may do something else. */
export function* advise(contract: ContractModel, tree: ast.Contract, lowering: Lowering, guard: Guard): Steps {
  const field = fieldOf(contract, tree, lowering);
  for (const law of LAWS) {
    yield;
    guard(() => law(field));
  }
}
