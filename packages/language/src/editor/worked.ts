import {
  type Bounding,
  boundingOf,
  type ContractModel,
  type ContractNode,
  currencyOf,
  type Period,
  periodsOf,
  type Rational,
  show,
  type Unit,
} from "@concordat/model";
import { type AstNode, AstUtils, DocumentState, type LangiumDocument } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../generated/ast.js";
import { loweredContract } from "../workspace/lowered.js";

/** A contract in which nothing is wrong, with what each place of its text can come to. */
export interface Worked {
  readonly contract: ContractModel;
  readonly bounding: Bounding;
  /** The values that were written just there, in this file. */
  at(node: AstNode): readonly ContractNode[];
}

const known = new WeakMap<ContractModel, Worked>();

/** The contract around a node, worked out; undefined where something in it is wrong or not looked at yet. */
export function workedAround(node: AstNode, shared: LangiumSharedServices): Worked | undefined {
  const text = AstUtils.getContainerOfType(node, ast.isContract);
  const document = AstUtils.getDocument(node) as LangiumDocument;
  if (!text || document.state < DocumentState.Linked) return undefined;
  const { contract } = loweredContract(text, document, shared);
  if (!contract) return undefined;
  const worked = known.get(contract) ?? workOut(contract);
  known.set(contract, worked);
  return worked;
}

function workOut(contract: ContractModel): Worked {
  const places = new Map<string, ContractNode[]>();
  for (const node of Object.values(contract.nodes)) {
    if (node.source.file !== undefined) continue;
    const place = `${node.source.offset} ${node.source.length}`;
    places.set(place, [...(places.get(place) ?? []), node]);
  }
  return {
    contract,
    bounding: boundingOf(contract),
    at: ({ $cstNode }) => ($cstNode ? (places.get(`${$cstNode.offset} ${$cstNode.length}`) ?? []) : []),
  };
}

/** A value that no data decides. `period` is absent where it is the same in every period of the term. */
export interface FixedValue {
  readonly value: Rational;
  readonly unit: Unit;
  readonly period?: string;
}

/**
 * What a value comes to whatever the data say, for everybody it is worked out for. Where it grows with the years, that of
 * the first period, with its name. Undefined where data decide it.
 */
export function fixedValue(node: ContractNode, { bounding }: Worked): FixedValue | undefined {
  const periods = periodsOf(node.grain ?? "year", bounding.calendar);
  return fixedOver(periods, node.unit, (period) => single(bounding.of(node.id, { period, of: {} }).numbers));
}

/** The same of anything that has one value in each of some periods. */
export function fixedOver(
  periods: readonly Period[],
  unit: Unit,
  valueIn: (period: Period) => Rational | undefined,
): FixedValue | undefined {
  const [first, ...others] = periods;
  const value = first && valueIn(first);
  if (!value) return undefined;
  const steady = others.every((period) => valueIn(period)?.equals(value));
  return { value, unit, ...(steady ? {} : { period: first.label }) };
}

/** The one number that a range holds, where it is one. */
export const single = (range: { low: Rational | null; high: Rational | null } | undefined): Rational | undefined =>
  range?.low && range.high?.equals(range.low) ? range.low : undefined;

/** A fixed amount of money where all that was written at a place agrees on it; undefined otherwise. */
export function fixedMoneyAt(node: AstNode, worked: Worked): FixedValue | undefined {
  const found = worked.at(node).map((each) => (currencyOf(each.unit) ? fixedValue(each, worked) : undefined));
  const [first] = found;
  const agreed = found.every((each) => each && first && each.value.equals(first.value) && each.period === first.period);
  return agreed ? first : undefined;
}

/** "£600,000", "£960,000 in 2026/27". */
export const inWords = ({ value, unit, period }: FixedValue): string =>
  `${show(value, unit)}${period === undefined ? "" : ` in ${period}`}`;
