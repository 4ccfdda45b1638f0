import { fewerThan, isSmall, type OutcomeData, Rational } from "@concordat/model";
import { EXIT } from "../exit-codes.js";
import { counted } from "../output/words.js";
import { Refusal } from "../refusal.js";

/** The limit that `--max-quarantined` names, a share of the rows of a table. */
export interface QuarantineLimit {
  readonly said: string;
  readonly share: Rational;
}

/** From "0.5%"; refuses what is no percentage from 0 to 100. */
export function quarantineLimit(said: string | undefined): QuarantineLimit | undefined {
  if (said === undefined) return undefined;
  const digits = /^(\d{1,3}(?:\.\d{1,9})?) ?%$/.exec(said)?.[1];
  const percent = digits === undefined ? undefined : Rational.parse(digits);
  if (percent === undefined || percent.above(Rational.of(100n))) {
    throw new Refusal(
      `${said} is not a share of rows.`,
      "Write a percentage from 0% to 100%, as --max-quarantined 0.5%",
    );
  }
  return { said, share: percent.times(Rational.of(1n, 100n)) };
}

/** Refuses data of which more was set aside than the limit allows. */
export function refuseBeyond(limit: QuarantineLimit | undefined, data: OutcomeData): void {
  const [broken] = limitBroken(limit, data);
  if (broken === undefined) return;
  throw new Refusal(
    `${broken.replace(/\.$/, "")}: nothing was settled.`,
    "To see what is wrong with them: concordat data check. Correct the data, or allow more.",
    EXIT.findings,
  );
}

/** Of which tables more was set aside than the limit allows, a sentence each: all files of a table together. */
export function limitBroken(
  limit: QuarantineLimit | undefined,
  { quality, suppressBelow }: Pick<OutcomeData, "quality" | "suppressBelow">,
): string[] {
  if (limit === undefined) return [];
  const tables = new Map<string, { read: number; quarantined: number }>();
  for (const { name, read, quarantined } of quality) {
    const sum = tables.get(name) ?? { read: 0, quarantined: 0 };
    tables.set(name, { read: sum.read + read, quarantined: sum.quarantined + quarantined });
  }
  return [...tables]
    .filter(([, { read, quarantined }]) =>
      Rational.of(BigInt(quarantined)).above(limit.share.times(Rational.of(BigInt(read)))),
    )
    .map(([name, { read, quarantined }]) => {
      const rows = isSmall(quarantined, suppressBelow)
        ? `${fewerThan(suppressBelow!)} rows`
        : `${counted(quarantined, "row")} of ${read}`;
      return `Of ${name}, ${rows} could not be used, which is more than ${limit.said}.`;
    });
}
