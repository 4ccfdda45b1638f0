import { type InputValue, type OutcomeData, previousDay, type ReadExtract } from "@concordat/model";
import type { SourceRead } from "./read-source.js";
import type { Source } from "./sources/resolve.js";

/** The values of a source, marked where whoever sent it says that they may still change. */
export function withExtract(read: SourceRead, { settings: { provisional } }: Source): SourceRead {
  if (provisional === undefined || provisional === false) return read;
  const open = ({ to, value }: InputValue): boolean =>
    value !== null && (provisional === true || previousDay(to) > provisional.after);
  return { ...read, values: read.values.map((value) => (open(value) ? { ...value, provisional: true } : value)) };
}

/** Which extract of each source was read, of those that say something of it; and the day whose knowledge this is. */
export function extractsOf(
  sources: readonly Source[],
  knownOn: string | undefined,
): Pick<OutcomeData, "extracts" | "knownOn"> {
  const extracts = sources.flatMap(({ need, shown, settings, absent }): ReadExtract[] => {
    const { extracted, provisional } = settings;
    if (absent !== undefined || (extracted === undefined && provisional === undefined)) return [];
    return [
      {
        name: need.name,
        file: shown,
        ...(extracted === undefined ? {} : { extracted }),
        ...(provisional === undefined ? {} : { provisional }),
      },
    ];
  });
  return { ...(extracts.length === 0 ? {} : { extracts }), ...(knownOn === undefined ? {} : { knownOn }) };
}
