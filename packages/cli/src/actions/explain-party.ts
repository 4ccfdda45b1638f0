import {
  type ContractModel,
  explainPayment,
  NOT_SHOWN,
  Rational,
  type StatementPayment,
  showMoney,
} from "@concordat/model";

/** A payment as one party sees it: what it receives and pays, from and to whom, then how the whole comes about. */
export function forParty(entry: StatementPayment, party: string, contract: ContractModel): string[] {
  const own = {
    ...entry,
    flows: entry.flows.filter(({ from, to }) => from === party || to === party),
    limits: entry.limits.filter((limit) => limit.party === party || limit.goesTo === party),
  };
  return [summary(entry, party, contract), ...explainPayment(own, contract.currency)];
}

function summary(
  { payment, amount, receives, pays }: StatementPayment,
  party: string,
  { currency }: ContractModel,
): string {
  if (amount === null) return `What ${party} receives or pays under ${payment} cannot be told.`;
  const of = (parts: StatementPayment["receives"]): string | undefined => {
    const part = parts.find((candidate) => candidate.party === party);
    return (
      part &&
      (part.amount === NOT_SHOWN ? "an amount that is not shown" : showMoney(Rational.parse(part.amount), currency))
    );
  };
  const [received, paid] = [of(receives), of(pays)];
  if (received !== undefined) return `${party} receives ${received} from ${payment}.`;
  if (paid !== undefined) return `${party} pays ${paid} under ${payment}.`;
  return `${party} neither receives nor pays anything under ${payment}.`;
}
