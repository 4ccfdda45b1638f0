import { readFileSync } from "node:fs";
import { dayOf, isoOf, weekdayOf } from "../calendar.mjs";
import { streamOf } from "../random.mjs";
import { covering, years } from "./periods.mjs";

const practices = readFileSync(new URL("../../../examples/bury-access/practices.csv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((row) => row.split(","));

/** One year of days: appointments are built up in the first half of it and scaled up in the second. */
export function makeBuryAccess() {
  const random = streamOf("bury-access");
  const first = dayOf("2026-04-01");
  const days = Array.from({ length: 365 }, (_, at) => {
    const weekend = weekdayOf(first + at) >= 5;
    const due = weekend ? 10 : 12;
    const open = random.chance(at < 90 ? 9_300 : 9_900) ? due : due - random.between(1, 5);
    const wanted = Math.trunc(((weekend ? 110 : 165) * Math.min(100, 45 + Math.trunc(at / 5))) / 100);
    const seen = Math.trunc((wanted * open) / due) + random.between(-9, 9);
    const kind = weekend ? "weekend-or-holiday" : "weekday";
    return [isoOf(first + at), kind, due, open, seen, Math.trunc(seen / 4), random.between(2, Math.trunc(seen / 12))];
  });
  const columns = ["day", "kind", "hours-due", "hours-open", "face-to-face", "by-telephone", "not-attended"];
  const registered = ([key, , list]) => [
    years(1)[0],
    key,
    Math.trunc((Number(list) * random.between(900, 4_200)) / 10_000),
  ];
  return {
    files: { days: [columns, ...days], online: [["period", "practice", "registered"], ...practices.map(registered)] },
    records: ["days"],
    covers: covering(1),
  };
}
