import type { Duration } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import type { Lowering } from "./lowering.js";

const UNITS: Record<string, Duration["unit"]> = {
  day: "day",
  days: "day",
  week: "week",
  weeks: "week",
  month: "month",
  months: "month",
  year: "year",
  years: "year",
};

/** `30 days`, `26 weeks`, `6 months`: a whole number of one of them. */
export function lowerDuration(duration: ast.Duration | undefined, lowering: Lowering): Duration | undefined {
  if (!duration) return undefined;
  const unit = UNITS[duration.unit];
  if (unit && /^[1-9]\d{0,4}$/.test(duration.amount)) return { count: Number(duration.amount), unit };
  return lowering.report("no-such-duration", { written: `${duration.amount} ${duration.unit}` }, duration);
}
