import { addDays } from "@concordat/model";
import fc from "fast-check";
import { KEYS } from "./contract.js";
import type { Visit } from "./naive.js";

const visit = fc.record({
  person: fc.constantFrom("a", "b", "c", "d"),
  // Days lie close together around the ends of two quarters, so that much follows and much is not yet known.
  day: fc.oneof(
    fc.integer({ min: 0, max: 40 }).map((days) => addDays("2026-06-10", days)),
    fc.integer({ min: 0, max: 30 }).map((days) => addDays("2027-03-01", days)),
  ),
  after: fc.option(fc.integer({ min: -2, max: 20 }), { nil: undefined }),
  ward: fc.constantFrom(...KEYS.ward),
  practice: fc.constantFrom(...KEYS.practice),
  band: fc.constantFrom("young" as const, "old" as const),
  cost: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
  chance: fc.integer({ min: 1, max: 10 }),
});
/** How many in ten of each band are urgent: bands differ now by chance, now by more. Equal rows are one. */
const urgency = fc.record({ young: fc.integer({ min: 0, max: 10 }), old: fc.integer({ min: 0, max: 10 }) });
/** Visits of a few people, no two rows equal. */
export const visits = fc
  .tuple(fc.array(visit, { maxLength: 90, size: "max" }), urgency)
  .map(([drawn, urgent]): Visit[] => {
    const rows = drawn.map(({ after, chance, ...row }) => ({
      ...row,
      seen: after === undefined ? undefined : addDays(row.day, after),
      urgent: chance <= urgent[row.band],
    }));
    return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  });
