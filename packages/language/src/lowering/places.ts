import { groupDigits, type Participant, type ParticipantSet, type PlaceLevel, Rational } from "@concordat/model";
import * as ast from "../generated/ast.js";
import type { Lowering } from "./lowering.js";
import { readMembers } from "./participants.js";

/** More places than this on one level are more than teams can be built for: a warning, not a law. */
const MOST_PLACES = 7;

type Level = ParticipantSet & { place: PlaceLevel };

/** Levels in the order in which they are built, whatever the order of the text. A circle is left as it stands, and told. */
export function lowestFirst(levels: readonly ast.Places[]): ast.Places[] {
  const done: ast.Places[] = [];
  const visit = (level: ast.Places, above: readonly ast.Places[]): void => {
    if (done.includes(level) || above.includes(level)) return;
    const below = level.below?.ref;
    if (ast.isPlaces(below)) visit(below, [...above, level]);
    done.push(level);
  };
  for (const level of levels) visit(level, []);
  return done;
}

/** `places ward from "wards.csv" { … }`, or a level that is made of the places of another. */
export function lowerPlaces(places: ast.Places, lowering: Lowering): Level | undefined {
  if (!places.path) return lowerLevel(places, lowering);
  const { name, path, fields, title } = places;
  const read = readMembers({ name, path, fields, at: places, ...(title ? { title } : {}) }, lowering);
  if (!read) return undefined;
  const rows = read.rows.map((row) => {
    const called = row.title ?? row.values.name ?? undefined;
    return { ...row, ...(called ? { title: called } : {}) };
  });
  return { ...read, rows, place: { limits: [] } };
}

function isCircular(places: ast.Places): boolean {
  const seen = new Set<ast.Places>();
  for (let at: ast.Places | undefined = places; at && !seen.has(at); ) {
    seen.add(at);
    const below: ast.Named | undefined = at.below?.ref;
    if (below === places) return true;
    at = ast.isPlaces(below) ? below : undefined;
  }
  return false;
}

function lowerLevel(places: ast.Places, lowering: Lowering): Level | undefined {
  const below = lowering.participants.find((set) => set.name === places.below?.$refText);
  if (!below) {
    if (isCircular(places)) lowering.report("places-circle", { name: places.name }, places, { property: "name" });
    return undefined;
  }
  const own = places.lines.filter(ast.isPlace);
  if (own.length === 0)
    return lowering.report(
      "line-missing",
      { thing: places.name, line: `heywood is …, … (each a ${below.name})` },
      places,
    );
  if (!membersAreRight(places, own, below, lowering)) return undefined;
  const field = { name: places.name, type: { type: "member", of: places.name }, mayBeMissing: true } as const;
  below.fields.push({ ...field, source: lowering.source(places) });
  for (const row of below.rows) {
    row.values[places.name] = own.find(({ parts }) => parts.some(({ key }) => key === row.key))?.name ?? null;
  }
  const sums = below.fields.filter(({ type }) => type.type === "count" || type.type === "money");
  const rows = own.map((place): Participant => {
    const beneath = below.rows.filter((row) => row.values[places.name] === place.name);
    const values = sums.map(({ name }) => [name, total(beneath.map((row) => row.values[name] ?? null))] as const);
    return { key: place.name, ...(place.title ? { title: place.title } : {}), values: Object.fromEntries(values) };
  });
  const limits = lowerLimits(
    places,
    rows,
    sums.map(({ name }) => name),
    lowering,
  );
  if (own.length > MOST_PLACES) {
    lowering.report("places-many", { name: places.name, count: `${own.length}`, most: `${MOST_PLACES}` }, places, {
      property: "name",
    });
  }
  return {
    name: places.name,
    ...(places.title ? { title: places.title } : {}),
    place: { of: below.name, limits },
    fields: sums.map((sum) => ({ ...sum })),
    rows,
    source: lowering.source(places),
  };
}

/** A sum of which a part is missing is missing. */
const total = (values: readonly (string | null)[]): string | null =>
  values.includes(null) ? null : Rational.sum(values.map((value) => Rational.parse(value!))).toText();

/** Names are used once, and each place beneath is there, and is in one place only. */
function membersAreRight(
  places: ast.Places,
  own: readonly ast.Place[],
  below: ParticipantSet,
  lowering: Lowering,
): boolean {
  let sound = true;
  const wrong = (): void => {
    sound = false;
  };
  const keys = below.rows.map(({ key }) => key);
  const first = new Map<string, ast.Place>();
  for (const place of own) {
    if (own.find(({ name }) => name === place.name) !== place) {
      wrong();
      lowering.report("name-used-twice", { name: place.name }, place, { property: "name" });
    }
    for (const part of place.parts) {
      const earlier = first.get(part.key);
      if (!keys.includes(part.key)) {
        wrong();
        const some = `${keys.slice(0, 6).join(", ")}${keys.length > 6 ? ", …" : ""}`;
        lowering.report("key-unknown", { key: part.key, of: `${below.name} (${some})` }, part);
      } else if (earlier) {
        wrong();
        lowering.report(
          "place-in-two",
          { place: part.key, kind: below.name, first: earlier.name, second: place.name },
          part,
          { related: [{ message: `${part.key} is in ${earlier.name} here.`, node: earlier }] },
        );
      } else first.set(part.key, place);
    }
  }
  const lacking = keys.filter((key) => !first.has(key));
  if (sound && lacking.length > 0) {
    const rule = places.lines.filter(ast.isPlaceRule).find((line) => line.once);
    const what = { places: lacking.join(", "), kind: below.name, level: places.name };
    if (rule) {
      wrong();
      lowering.report("place-in-none", what, rule);
    } else lowering.report("place-left-out", what, places, { property: "name" });
  }
  return sound;
}

/** `each population from 30,000 to 55,000`, with the number shown where one is outside. */
function lowerLimits(
  places: ast.Places,
  rows: readonly Participant[],
  sums: readonly string[],
  lowering: Lowering,
): PlaceLevel["limits"] {
  const limits: PlaceLevel["limits"] = [];
  for (const line of places.lines.filter(ast.isPlaceRule)) {
    const field = line.what.$refText;
    if (line.once) {
      if (field !== places.below?.$refText)
        lowering.report(
          "key-unknown",
          { key: field, of: `what ${places.name} is made of (${places.below?.$refText})` },
          line,
        );
      continue;
    }
    if (line.from === undefined || line.to === undefined) continue;
    if (!sums.includes(field)) {
      const of = `the numbers of the places beneath that add up (${sums.join(", ") || "none"})`;
      lowering.report("key-unknown", { key: field, of }, line);
      continue;
    }
    const [from, to] = [Rational.parse(line.from), Rational.parse(line.to)];
    const shown = (value: string): string => groupDigits(value);
    for (const { key, title, values } of rows) {
      const value = values[field];
      if (value == null || (!Rational.parse(value).below(from) && !Rational.parse(value).above(to))) continue;
      const place = places.lines.filter(ast.isPlace).find(({ name }) => name === key) ?? places;
      lowering.report(
        "place-out-of-range",
        { place: title ?? key, field, value: shown(value), from: shown(line.from), to: shown(line.to) },
        place,
      );
    }
    limits.push({ field, from: line.from, to: line.to, source: lowering.source(line) });
  }
  return limits;
}
