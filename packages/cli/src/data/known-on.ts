import { isDate, monthName } from "@concordat/model";
import { Refusal } from "../refusal.js";

const MONTHS = Array.from({ length: 12 }, (_, index) => monthName(`2026-${String(index + 1).padStart(2, "0")}-01`));

/** The words of a command line, with those after `--as` in one: known on 2026-09-30, known on 30 September 2026. */
export function withKnownOnJoined(args: readonly string[]): string[] {
  const at = args.indexOf("--as");
  if (at === -1 || args[at + 1] !== "known" || args[at + 2] !== "on") return [...args];
  const written = MONTHS.includes(args[at + 4] ?? "") ? 3 : 1;
  const end = Math.min(args.length, at + 3 + written);
  return [...args.slice(0, at + 1), args.slice(at + 1, end).join(" "), ...args.slice(end)];
}

/** The day of "known on 2026-09-30", as 2026-09-30. Refuses what says no day. */
export function knownOn(said: string | undefined): string | undefined {
  if (said === undefined) return undefined;
  const day = /^known on (.+)$/.exec(said)?.[1];
  const [, date, month, year] = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(day ?? "") ?? [];
  const number = MONTHS.indexOf(month ?? "") + 1;
  const iso = number > 0 ? `${year}-${String(number).padStart(2, "0")}-${date!.padStart(2, "0")}` : day;
  if (iso !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(iso) && isDate(iso)) return iso;
  throw new Refusal(
    `"${said}" does not say on which day.`,
    "Write it as --as known on 2026-09-30, or --as known on 30 September 2026.",
  );
}
