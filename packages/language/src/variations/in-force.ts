import { type ContractModel, calendarOf } from "@concordat/model";
import { AstUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import type * as ast from "../generated/ast.js";
import { loweredContract, lowerTogether } from "../workspace/lowered.js";
import { isInsidePeriods } from "./boundaries.js";
import { consolidate } from "./consolidate.js";
import { type Deed, deedsOf } from "./deeds.js";

/** A contract as it stands from a day on, until the next such day. */
export interface TermsInForce {
  /** First day, ISO. */
  readonly from: string;
  /** Every deed that has taken effect by then, in that order. */
  readonly deeds: readonly { readonly name: string; readonly title?: string; readonly effective: string }[];
  readonly contract: ContractModel;
  /**
   * For a period that the day lies inside: the same terms, with the amounts that changed split by days. Absent where no
   * payment has such a period.
   */
  readonly across?: ContractModel;
  /** The whole contract as text; it can be checked like any contract that stands in the contract's folder. */
  readonly text: string;
}

/** Every version of a contract, the first without deeds. Undefined where the contract or one of its deeds has an error. */
export function termsInForce(contract: ast.Contract, shared: LangiumSharedServices): TermsInForce[] | undefined {
  const document = AstUtils.getDocument(contract);
  const base = loweredContract(contract, document, shared).contract;
  if (!base) return undefined;
  const deeds = deedsOf(contract, shared).filter(({ effective }) => effective >= base.term.from);
  const first = consolidate(contract, [], shared).origin.text;
  const terms: TermsInForce[] = [{ from: base.term.from, deeds: [], contract: base, text: first }];
  for (const from of [...new Set(deeds.map(({ effective }) => effective))]) {
    const applied = deeds.filter(({ effective }) => effective <= from);
    const { origin, together } = consolidate(contract, applied, shared);
    const lowered = lowerTogether(together, shared).contract;
    const before = consolidate(
      contract,
      deeds.filter(({ effective }) => effective < from),
      shared,
    ).together.contract;
    if (!lowered || !before) return undefined;
    const calendar = calendarOf(base.term, base.yearStarts);
    const splits = isInsidePeriods(from, before, calendar);
    const across = splits
      ? lowerTogether(consolidate(contract, applied, shared, { split: true }).together, shared).contract
      : undefined;
    if (splits && !across) return undefined;
    const version = {
      from,
      deeds: applied.map(described),
      contract: lowered,
      ...(across ? { across } : {}),
      text: origin.text,
    };
    if (from === base.term.from) terms.length = 0;
    terms.push(version);
  }
  return terms;
}

const described = ({ variation, effective }: Deed): TermsInForce["deeds"][number] => ({
  name: variation.name,
  ...(variation.title === undefined ? {} : { title: variation.title }),
  effective,
});
