import {
  type ContractModel,
  forReading,
  NOT_SHOWN,
  Rational,
  restate,
  type Statement,
  showDate,
  showMoney,
} from "@concordat/model";

/** Each source of which another extract is read now. */
export function extractsDiffering({ extracts: then = [] }: Statement, { extracts: now = [] }: Statement): string[] {
  const names = [...new Set([...then, ...now].map(({ name }) => name))];
  return names.flatMap((name) => {
    const [before, after] = [then, now].map((list) => list.find((each) => each.name === name));
    const same = before?.file === after?.file && before?.extracted === after?.extracted;
    return same ? [] : [`${name.padEnd(9)} ${said(before)} then, ${said(after)} now`];
  });
}

const said = (extract: NonNullable<Statement["extracts"]>[number] | undefined): string =>
  extract === undefined
    ? "no dated extract"
    : `${extract.file}${extract.extracted === undefined ? "" : ` of ${showDate(extract.extracted)}`}`;

/**
 * What the difference between two statements comes to in money: for each payment what is still to move, then for each party
 * all of it together. Text that follows a list of differences; none where no money would move.
 */
export function moneyBetween(written: Statement, now: Statement, contract: ContractModel): string {
  const { restated } = forReading(restate(now, [written], contract));
  if (restated === undefined || restated.entries.every(({ flows }) => flows.length === 0)) return "";
  const money = (amount: string): string =>
    amount === NOT_SHOWN ? NOT_SHOWN : showMoney(Rational.parse(amount), contract.currency);
  const titles = new Map(now.totals.map(({ party, title }) => [party, title ?? party]));
  const called = (party: string): string => titles.get(party) ?? party;
  // What all comes to would tell an amount in it that is not shown.
  const whole = restated.entries.every(({ small }) => small !== true);
  const shown = (parts: typeof restated.pays) => (whole ? parts : []);
  const payments = restated.entries.flatMap(({ payment, title, for: row, period, flows }) =>
    flows.map(
      ({ from, to, amount }) =>
        `  ${[title ?? payment, ...(row === undefined ? [] : [called(row)]), period].join(", ")}: ${money(amount)} from ${called(from)} to ${called(to)}`,
    ),
  );
  const parties = [
    ...shown(restated.receives).map(({ party, amount }) => `  ${called(party)} receives ${money(amount)}`),
    ...shown(restated.pays).map(({ party, amount }) => `  ${called(party)} pays ${money(amount)}`),
  ];
  return [
    "",
    "What is still to move for the periods that it settled, payment by payment:",
    ...payments,
    ...(whole ? ["and party by party:", ...parties] : []),
  ].join("\n");
}
