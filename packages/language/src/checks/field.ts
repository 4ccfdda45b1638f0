import type { ContractModel } from "@concordat/model";
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

/** What those who have worked with such contracts look for, each a law of its own. */
const LAWS: readonly ((field: Field) => void)[] = [
  metricsAreVouchedFor,
  chanceIsSmall,
  stepsAreSmall,
  limitsCanBind,
  partyLimitsCanBind,
  tiersAreReached,
  poolsCanBeFull,
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
