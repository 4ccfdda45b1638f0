import type { DateFormat } from "../sources/manifest.js";

/** A date as its source writes dates: 2026-04-30 as 30/04/2026. */
export function dateText(iso: string, format: DateFormat): string {
  const [year, month, day] = iso.split("-");
  const parts: Record<string, string | undefined> = { yyyy: year, mm: month, dd: day };
  return format === "iso" ? iso : format.replace(/yyyy|mm|dd/g, (part) => parts[part] ?? part);
}
