import { fewerThan, isSmall, type OutcomeData } from "@concordat/model";
import { counted } from "../output/words.js";

/** "6 rows read, 3 rows can be used, 3 rows set aside"; without counts that are too small to be shown, or would tell one. */
export function rowsInWords(
  { read, used, quarantined }: Pick<OutcomeData["quality"][number], "read" | "used" | "quarantined">,
  below: number | undefined,
): string {
  const words = (count: number): string =>
    isSmall(count, below) ? `${fewerThan(below!)} rows` : counted(count, "row");
  const all = isSmall(quarantined, below) && !isSmall(read, below) ? "" : `${words(read)} read, `;
  return `${all}${words(used)} can be used, ${words(quarantined)} set aside`;
}
