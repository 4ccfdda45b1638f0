import { quarantineCsv } from "@concordat/data";
import { renderStatement } from "@concordat/documents";
import { type ContractModel, forReading, restate, type Statement, settleInForce, withData } from "@concordat/model";
import type { SettleOptions, StatementFormat } from "../commands/settle.js";
import { listDigest } from "../contracts/digest.js";
import { readInForce } from "../contracts/in-force.js";
import { readClosed } from "../data/closed-statements.js";
import { knownOn } from "../data/known-on.js";
import { quarantineLimit, refuseBeyond } from "../data/most-quarantined.js";
import { namedPeriod } from "../data/named-period.js";
import { type GivenData, readData } from "../data/outcome-data.js";
import { quarantineSummary } from "../data/quarantine-summary.js";
import { undetermined } from "../data/undetermined.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { wantsColour } from "../output/colour.js";
import { deliver } from "../output/deliver.js";
import { listed } from "../output/words.js";
import { Refusal } from "../refusal.js";
import { software } from "../version.js";

const WRITERS: Record<StatementFormat, (statement: Statement, colour: boolean) => string> = {
  text: (statement, colour) => renderStatement(statement, "text", { colour }),
  json: (statement) => JSON.stringify(statement, null, 2),
  csv: (statement) => renderStatement(statement, "csv"),
  html: (statement) => renderStatement(statement, "html"),
};

/** What a settlement is worked out from. */
export type SettlementOptions = Pick<
  SettleOptions,
  "data" | "period" | "contract" | "deeds" | "closed" | "maxQuarantined" | "as"
>;

/** A contract with its deeds and determinations, settled from outcome data. */
export async function settlement(
  named: string,
  options: SettlementOptions,
  io: Io,
): Promise<{ contract: ContractModel; statement: Statement; given: GivenData }> {
  const { contract, terms, determinations, digest } = await readInForce(named, options, io);
  const period = namedPeriod(options.period, contract);
  const limit = quarantineLimit(options.maxQuarantined);
  const day = knownOn(options.as);
  const latest = terms.at(-1)!.contract;
  const given = await readData(latest, options.data, io, day);
  const inForce = await withData(terms, async (one) =>
    one === latest ? given.data : (await readData(one, options.data, io, day)).data,
  );
  for (const { data } of inForce) refuseBeyond(limit, data);
  const digests = [...new Set(inForce.map(({ data }) => data.digest))];
  const closed = await readClosed(options.closed ?? [], contract, io);
  const settled = settleInForce(inForce, {
    ...(digests.length > 1 ? { dataDigest: listDigest(digests) } : {}),
    ...(period === undefined || closed.length > 0 ? {} : { period }),
    determinations: determinations.filter(({ decided }) => day === undefined || decided <= day),
    software,
    contractDigest: digest,
  });
  const statement = closed.length > 0 ? restate(within(settled, period), closed, contract) : settled;
  if (period && closed.length === 0 && statement.periods.length === 0) throw nothingInside(period.label, contract);
  return { contract, statement, given };
}

/** Works out every payment from outcome data and writes the statement. */
export async function settleContract(named: string, options: SettleOptions, io: Io): Promise<ExitCode> {
  const { statement, given } = await settlement(named, options, io);
  const colour = options.out === undefined && wantsColour(io.stdout, io);
  await deliver(WRITERS[options.format](statement, colour), options.out, "The statement", io);
  await sayOfData(given, options, io);
  if (statement.suppress !== undefined && (options.format === "json" || options.format === "csv")) {
    io.stderr.write(
      `The statement holds every number as it is, those below ${statement.suppress.below} too: it is there to pay by, and not to be shown round.\n`,
    );
  }
  const lacking = undetermined(forReading(statement));
  if (lacking.length > 0) io.stderr.write(`\n${lacking.join("\n")}\n`);
  return lacking.length > 0 ? EXIT.findings : EXIT.fine;
}

/** A statement up to the end of a period: closed periods before it are looked at again. */
const within = (statement: Statement, period: { readonly to: string } | undefined): Statement =>
  period === undefined ? statement : { ...statement, periods: statement.periods.filter(({ to }) => to < period.to) };

function nothingInside(label: string, contract: ContractModel): Refusal {
  const each = [...new Set(contract.payments.map((payment) => payment.each))].map((kind) => `each ${kind}`);
  return new Refusal(`No payment of ${contract.name} ends inside ${label}.`, `Payments are settled ${listed(each)}.`);
}

/** After a statement for reading it stands below; after one for programs, on the error output. */
async function sayOfData({ data, quarantine, remarks }: GivenData, options: SettleOptions, io: Io): Promise<void> {
  const sink = options.format === "text" && options.out === undefined ? io.stdout : io.stderr;
  const lines = [...remarks.map((remark) => `Data: ${remark}`), ...quarantineSummary(quarantine, data)];
  if (lines.length > 0) sink.write(`\n${lines.join("\n")}\n`);
  if (options.quarantine !== undefined) {
    await deliver(quarantineCsv([...quarantine]), options.quarantine, "What was set aside", io);
  } else if (quarantine.length > 0) sink.write("To see each of them: --quarantine set-aside.csv\n");
}
