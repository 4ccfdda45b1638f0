import type { ContractModel } from "@concordat/model";
import { EngineError, Session } from "./engine/session.js";
import { readFigures } from "./figures/read-figures.js";
import { digestOf } from "./files/inspect.js";
import { forget, load } from "./load/load.js";
import { preparations } from "./load/prepare.js";
import type { PreparedFile } from "./load/prepared.js";
import { storeMembers } from "./members.js";
import { membersTable } from "./members-table.js";
import { type DataProblem, engineProblem } from "./problems.js";
import { type Progress, Watch } from "./progress.js";
import { referredFirst, targetsOf } from "./quality/referred-first.js";
import { type DataResult, QUARANTINE_LIMIT, result } from "./read-result.js";
import type { ReadContext, SourceRead } from "./read-source.js";
import type { RecordsAtHand } from "./records/follow-up.js";
import { linkedRecords } from "./records/linked.js";
import { readRecords } from "./records/read-records.js";
import { unreadRecords } from "./records/unread-records.js";
import { resolveSources, type Source } from "./sources/resolve.js";
import { relationSql } from "./sql/duckdb.js";

export interface ReadOptions {
  /** Of the data engine, as "2GB". By default half of the machine's memory, at least 500 MB. */
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** Told where reading stands, several times a second at most. */
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads all that a contract needs from a folder of tables, or from the `data.json` in one: reported figures as they
 * stand, and every tally of records over every period of the term. Values are exact and sorted, so the same files give
 * the same bytes. What cannot be used is in the quarantine or among the problems; this throws only where it is aborted
 * or an option is wrong.
 */
export async function readOutcomeData(
  contract: ContractModel,
  source: string,
  options: ReadOptions = {},
): Promise<DataResult> {
  options.signal?.throwIfAborted();
  const resolved = await resolveSources(contract, source);
  const watch = new Watch(options.onProgress);
  const session = await Session.open({ ...options, watch });
  try {
    await session.lock(resolved.sources.flatMap(({ files }) => files.map((file) => file.path)));
    await storeMembers(session, contract);
    const digests = new Map<string, string>(resolved.manifest ? [resolved.manifest] : []);
    const reads: SourceRead[] = [];
    const keptKeys = new Set<string>();
    const shared = {
      session,
      contract,
      atHand: new Map<string, RecordsAtHand>(),
      linked: linkedRecords(contract),
      keptKeys,
    };
    const targets = targetsOf(resolved.sources);
    let listed = 0;
    for (const each of referredFirst(resolved.sources)) {
      const keeps = targets.get(each.need.name) ?? [];
      if (each.files.length > 0 || each.table !== undefined) watch.reading(each.shown);
      const context: ReadContext = {
        ...shared,
        cells: { currency: contract.currency, membersTable },
        knownTo: resolved.knownTo,
        keeps,
        details: QUARANTINE_LIMIT - listed,
      };
      const read = await readSource(each, context, digests, options.signal);
      listed += read.loaded?.quarantine.length ?? 0;
      if (read.loaded !== undefined) for (const { records, field } of keeps) keptKeys.add(`${records}.${field}`);
      reads[resolved.sources.indexOf(each)] = read;
    }
    for (const [index, each] of reads.entries())
      reads[index] = await finished(each, resolved.sources[index]!, contract);
    options.signal?.throwIfAborted();
    return result(reads, resolved.problems, digestOf(digests));
  } finally {
    await session.close();
  }
}

async function readSource(
  source: Source,
  context: ReadContext,
  digests: Map<string, string>,
  signal: AbortSignal | undefined,
): Promise<SourceRead> {
  const { need } = source;
  const unread = (problems: DataProblem[]): SourceRead => ({
    values: need.role === "records" ? unreadRecords(source, need, context.contract) : [],
    problems,
  });
  if (source.files.length === 0 && source.table === undefined) return unread([]);
  const files: PreparedFile[] = [];
  const problems: DataProblem[] = [];
  for await (const { name, preparation } of preparations(source, context.session, signal)) {
    if (preparation.sha256 !== undefined) digests.set(name, preparation.sha256);
    if ("prepared" in preparation) files.push(preparation.prepared);
    else problems.push(preparation.problem);
  }
  if (problems.length > 0) return unread(problems);
  let waits = false;
  try {
    const read = await (need.role === "records"
      ? readRecords(source, need, files, context)
      : readFigures(source, need, files, context, {
          load: (order) => load(context.session, order),
          ask: (relation) => context.session.query(relationSql(relation)),
        }));
    waits = read.whenAllAreRead !== undefined;
    return read;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return unread([engineProblem(error, source.shown)]);
  } finally {
    if (!waits) await forget(context.session, need.name);
  }
}

/** The values of records that had to wait for the tables of others. */
async function finished(read: SourceRead, source: Source, contract: ContractModel): Promise<SourceRead> {
  if (read.whenAllAreRead === undefined || source.need.role !== "records") return read;
  try {
    return { ...read, values: await read.whenAllAreRead() };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const problems = [...read.problems, engineProblem(error, source.shown)];
    return { ...read, values: unreadRecords(source, source.need, contract), problems };
  }
}
