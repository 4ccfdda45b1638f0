import { showDate } from "@concordat/model";
import type { LoadField } from "../load/order.js";
import { type DataProblem, problem } from "../problems.js";
import type { SourceEntry } from "../sources/manifest.js";
import type { Source } from "../sources/resolve.js";
import { type Target, targetOf } from "./references.js";
import type { RowRules } from "./rules.js";

const NUMBERS = new Set(["money", "whole", "number", "count"]);

/** Columns that a rule speaks of and that the contract does not read: text, never shown. */
export function furtherFields({ unique = [], columns }: SourceEntry, fields: readonly LoadField[]): LoadField[] {
  const named = new Set(unique.flat());
  return [...named]
    .filter((name) => !fields.some((field) => called(field, name, columns)))
    .map((header) => ({ name: `column ${header}`, header, type: { type: "pseudonym" }, mayBeMissing: true }));
}

/** The rules of `data.json` for a source, with its columns; and what of them cannot be meant. */
export function rulesOf(
  source: Source,
  fields: readonly LoadField[],
  more: {
    readonly datedBy?: string;
    readonly keeps: readonly Target[];
    readonly keptKeys: ReadonlySet<string>;
  },
): { rules: RowRules; problems: DataProblem[] } {
  const { settings, need } = source;
  const problems: DataProblem[] = [];
  const wrong = (rule: string, what: string): void => {
    problems.push(problem("manifest-wrong", undefined, { at: `sources.${need.name}.${rule}`, what }));
  };
  const find = (rule: string, name: string): LoadField | undefined => {
    const found = fields.find((field) => called(field, name, settings.columns));
    if (found === undefined) wrong(rule, `names ${name}, which is no column that is read here`);
    return found;
  };
  const number = (rule: string, name: string): LoadField | undefined => {
    const found = find(rule, name);
    if (found === undefined || NUMBERS.has(found.type.type)) return found;
    wrong(rule, `names ${name}, which does not hold numbers that can be added`);
    return undefined;
  };
  const all = <T>(found: readonly (T | undefined)[]): T[] | undefined =>
    found.every((each) => each !== undefined) ? (found as T[]) : undefined;
  const unique = (settings.unique ?? []).flatMap((key) => {
    const key_ = all([key].flat().map((name) => find("unique", name)));
    return key_ === undefined ? [] : [key_];
  });
  const refersTo = Object.entries(settings.refersTo ?? {}).flatMap(([name, written]) => {
    const [field, to] = [find("refersTo", name), targetOf(written, name)];
    return field === undefined ? [] : [{ field, to }];
  });
  const addsUp = Object.entries(settings.addsUp ?? {}).flatMap(([name, of]) => {
    const [total, parts] = [number("addsUp", name), all(of.map((part) => number("addsUp", part)))];
    return total === undefined || parts === undefined ? [] : [{ total, parts }];
  });
  const sums = Object.entries(settings.totals?.sums ?? {}).flatMap(([name, stated]) => {
    const field = number("totals.sums", name);
    return field === undefined ? [] : [{ field, stated }];
  });
  const dated = fields.find(({ name }) => name === more.datedBy);
  return {
    problems: [...problems, ...unreadTargets(source, refersTo, more)],
    rules: {
      unique,
      refersTo,
      addsUp,
      sums,
      keeps: more.keeps,
      ...(settings.totals === undefined ? {} : { totals: settings.totals }),
      ...(settings.extracted === undefined || dated === undefined
        ? {}
        : { extracted: { field: dated, day: settings.extracted, inWords: showDate(settings.extracted) } }),
    },
  };
}

/** A rule that cannot be checked must not be taken for kept. */
const unreadTargets = (
  source: Source,
  refersTo: RowRules["refersTo"],
  { keeps, keptKeys }: { readonly keeps: readonly Target[]; readonly keptKeys: ReadonlySet<string> },
): DataProblem[] =>
  refersTo
    .filter(
      ({ to }) =>
        !keptKeys.has(`${to.records}.${to.field}`) &&
        !keeps.some((each) => each.records === to.records && each.field === to.field),
    )
    .map(({ field, to }) =>
      problem("reference-unread", source.shown, { column: field.header, of: `${to.records}.${to.field}` }),
    );

/** By the contract's name for it, or by the file's. */
const called = ({ name, header }: LoadField, said: string, columns: Readonly<Record<string, string>> = {}): boolean =>
  name === said || name === `figure ${said}` || header === (columns[said] ?? said);
