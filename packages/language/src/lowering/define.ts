import { describeUnit, sameUnit, type Table, type Unit } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerDated } from "./dated.js";
import { readLiteral } from "./literals.js";
import { keysOf, lowerKey } from "./lookup.js";
import { kindOf, type Lowering } from "./lowering.js";
import { lowerShape } from "./shapes.js";
import { spanFlow } from "./span.js";
import type { Site, Typed } from "./typed.js";
import { lowerWeighted } from "./weighted.js";

/** A definition read as a value. It is lowered once for each kind of period that it is read in. */
export function lowerDefine(
  define: ast.Define,
  at: ast.NameRef | ast.Its,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const { value } = define;
  if (!value) return lowering.report("not-a-value", { name: define.name, kind: "a definition in words" }, at);
  if (ast.isKeyedValues(value)) return lowerKeyed(define, at, site, lowering);
  const axis = define.forEach?.axis?.ref;
  const axisName = axis ? (ast.isGroup(axis) ? "party" : axis.name) : undefined;
  if (axisName && !site.axes.includes(axisName))
    return lowering.report("of-which", { name: define.name, axis: axis!.name }, at);

  const key = `define ${define.name} ${site.grain} ${site.cumulative ?? ""} ${site.asAt?.id ?? ""}`;
  if (!lowering.values.has(key)) {
    const circle = lowering.underway.indexOf(define.name);
    if (circle >= 0) {
      const names = [...lowering.underway.slice(circle), define.name].join(", which reads ");
      return lowering.report("reads-itself", { names }, define, { property: "name" });
    }
    lowering.underway.push(define.name);
    lowering.values.set(
      key,
      lowerValue(define, value, { ...inside(site), owner: define.name, axes: axisName ? [axisName] : [] }, lowering),
    );
    lowering.underway.pop();
  }
  return lowering.values.get(key);
}

/** What a definition knows of its reader. */
const inside = ({ grain, cumulative, asAt }: Site): Pick<Site, "grain" | "cumulative" | "asAt"> => ({
  grain,
  ...(asAt ? { asAt } : {}),
  ...(cumulative === undefined ? {} : { cumulative }),
});

/** A definition that nothing reads is checked and shown all the same, each of its values in its own period. */
export function lowerUnread(define: ast.Define, lowering: Lowering): void {
  const { value } = define;
  if (!value || ast.isKeyedValues(value)) return;
  if ([...lowering.values.keys()].some((key) => key.startsWith(`define ${define.name} `))) return;
  const axis = define.forEach?.axis?.ref;
  const axes = axis ? [ast.isGroup(axis) ? "party" : axis.name] : [];
  lowering.values.set(
    `define ${define.name} null`,
    lowerValue(define, value, { owner: define.name, grain: null, axes, scored: [] }, lowering),
  );
}

function lowerValue(define: ast.Define, value: ast.DefinedValue, site: Site, lowering: Lowering): Typed | undefined {
  if (ast.isShapeValue(value)) {
    const shaped = lowerShape(value.shape, undefined, site, lowering);
    return shaped && lowering.call(shaped, define.name, define.title);
  }
  if (ast.isWeighted(value)) {
    const score = lowerWeighted(value, site, lowering);
    return score && lowering.call(score, define.name, define.title);
  }
  if (!ast.isDatedValue(value)) return undefined;
  const each = kindOf(value.each);
  const typed = lowerDated(value, null, each ? { ...site, grain: null } : site, lowering);
  if (!typed) return undefined;
  // What was in force on another day is not the value that bears the name.
  if (site.asAt) return lowering.call(typed, `${define.name} ${site.asAt.words}`);
  const named = lowering.call(typed, define.name, define.title);
  const read = spanFlow(named, define.name, value, site, lowering);
  return read && lowering.call(read, define.name, define.title);
}

/** `define fee for each member as a £60,000, b £40,000`: a table with one column, looked up by the party or row in hand. */
function lowerKeyed(define: ast.Define, at: ast.NameRef | ast.Its, site: Site, lowering: Lowering): Typed | undefined {
  const axis = define.forEach?.axis?.ref;
  const table = declareKeyed(define, lowering);
  if (!axis || !table) return undefined;
  const key = lowerKey(axis, define.name, at, site, lowering);
  if (!key) return undefined;
  const type = { unit: table.columns[0]!.unit, grain: null, axes: key.axes, time: "timeless" } as const;
  const cell = lowering.add(
    site.owner,
    { kind: "lookup", table: define.name, column: define.name, key: key.id },
    at,
    type,
  );
  return lowering.call(cell, define.name, define.title);
}

export function declareKeyed(define: ast.Define, lowering: Lowering): Table | undefined {
  const known = lowering.tables.find((table) => table.name === define.name);
  if (known || !ast.isKeyedValues(define.value)) return known;
  const axis = define.forEach?.axis?.ref;
  if (!axis) {
    return lowering.report(
      "part-missing",
      { thing: define.name, part: "the words for each, and of what: for each alliance" },
      define,
      { property: "name" },
    );
  }
  const keys = keysOf(axis, lowering);
  let unit: Unit | undefined;
  const rows: Table["rows"] = [];
  for (const entry of define.value.entries) {
    if (!keys.includes(entry.key)) {
      return lowering.report("key-unknown", { key: entry.key, of: `${axis.name} (${keys.join(", ")})` }, entry, {
        property: "key",
      });
    }
    const written = readLiteral(entry.value, lowering);
    if (!written) return undefined;
    unit ??= written.unit;
    if (!sameUnit(unit, written.unit)) {
      return lowering.report(
        "wrong-unit",
        { what: `The value for ${entry.key}`, needs: describeUnit(unit), is: describeUnit(written.unit) },
        entry,
      );
    }
    rows.push({ key: entry.key, cells: { [define.name]: written.value } });
  }
  const lacking = keys.find((key) => !rows.some((row) => row.key === key));
  if (lacking || !unit) {
    return lowering.report("key-missing", { key: lacking ?? "anything", name: define.name }, define, {
      property: "name",
    });
  }
  const table: Table = {
    name: define.name,
    ...(define.title ? { title: define.title } : {}),
    key: ast.isGroup(axis) ? "party" : axis.name,
    columns: [{ name: define.name, unit }],
    rows,
    source: lowering.source(define),
  };
  lowering.tables.push(table);
  return table;
}
