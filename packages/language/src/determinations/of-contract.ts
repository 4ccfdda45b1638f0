import { type ContractModel, calendarOf, type Determination } from "@concordat/model";
import { AstUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import type { Found } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { determinationsOf } from "../variations/deeds.js";
import { termsInForce } from "../variations/in-force.js";
import { loweredContract } from "../workspace/lowered.js";
import { lowerDetermination } from "./lower.js";

/** What is wrong with a determination, told in it. What is wrong with its contract is told there. */
export function determinationMakesSense(
  determination: ast.Determination,
  shared: LangiumSharedServices,
): readonly Found[] {
  const contract = determination.contract.ref;
  const model = ast.isContract(contract) ? latest(contract, shared) : undefined;
  return model ? lowerDetermination(determination, { ...settingOf(model), shared }).found : [];
}

/** Every sound determination of a contract. */
export function determinationsFor(contract: ast.Contract, shared: LangiumSharedServices): Determination[] {
  const model = latest(contract, shared);
  if (!model) return [];
  return determinationsOf(contract, shared).flatMap(
    (one) => lowerDetermination(one, { ...settingOf(model), shared }).determination ?? [],
  );
}

const latest = (contract: ast.Contract, shared: LangiumSharedServices): ContractModel | undefined =>
  termsInForce(contract, shared)?.at(-1)?.contract ??
  loweredContract(contract, AstUtils.getDocument(contract), shared).contract;

const settingOf = (model: ContractModel) => ({ model, calendar: calendarOf(model.term, model.yearStarts) });
