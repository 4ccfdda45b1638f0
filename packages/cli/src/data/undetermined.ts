import type { Statement } from "@concordat/model";
import { counted, sentence } from "../output/words.js";

const MOST = 10;

/** What cannot be determined and which input it lacks, a line for each. None where everything can. */
export function undetermined({ periods }: Statement): string[] {
  const lacking = periods.flatMap(({ period, payments }) =>
    payments
      .filter(({ status }) => status === "undetermined")
      .map(({ payment, reason, for: row }) => {
        const whose = row === undefined ? "" : ` for ${row}`;
        return `  ${payment}${whose} in ${period}: ${sentence(reason ?? "an input is lacking")}`;
      }),
  );
  if (lacking.length === 0) return [];
  const rest = lacking.length - MOST;
  return [
    `${counted(lacking.length, "payment")} cannot be determined:`,
    ...lacking.slice(0, MOST),
    ...(rest > 0 ? [`  … and ${counted(rest, "more", "more")}`] : []),
  ];
}
