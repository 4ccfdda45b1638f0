import { type Calendar, nextDay, type Period, type PeriodKind, parsePeriod, periodAt } from "@concordat/model";

/** Which period a row of figures is of: from its label, or from its first and last day. Or why it is none. */
export function rowPeriod(
  said: { readonly label?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined },
  kinds: readonly PeriodKind[],
  calendar: Calendar,
): Period | { readonly column: "period" | "from" | "to"; readonly value: string; readonly reason: string } {
  if (said.label !== undefined) {
    const period = parsePeriod(said.label, calendar);
    if (period === undefined)
      return {
        column: "period",
        value: said.label,
        reason: "is not a period; write 2026/27 Q1, 2026/27 or April 2026",
      };
    if (!kinds.includes(period.kind)) return wrongKind("period", said.label, period.kind, kinds);
    return period;
  }
  const { from, to } = said;
  if (from === undefined || to === undefined) {
    return { column: from === undefined ? "from" : "to", value: "", reason: "is empty" };
  }
  for (const kind of kinds) {
    const period = periodAt(kind, from, calendar);
    const whole = period.fullFrom === from && period.fullTo === nextDay(to);
    if (whole || (period.from === from && period.to === nextDay(to))) return period;
  }
  return {
    column: "from",
    value: from,
    reason: `${from} to ${to} is not a whole ${kinds.join(" or ")} of the contract`,
  };
}

const wrongKind = (column: "period", value: string, kind: PeriodKind, kinds: readonly PeriodKind[]) => ({
  column,
  value,
  reason: `is a ${kind}, and the contract reads each ${kinds.join(" or ")} here`,
});
