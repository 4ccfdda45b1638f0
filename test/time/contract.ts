import { checkFiles } from "@concordat/language";
import { type ContractModel, type InputValue, type StatementPayment, settle } from "@concordat/model";

/** A small contract around the lines that a test is about: a council that pays a charity, four years from April 2026. */
export async function contractOf(lines: string, term = "from 1 April 2026 to 31 March 2030"): Promise<ContractModel> {
  const { contracts, messages } = await read(lines, term);
  if (!contracts[0]) throw new Error(messages.join("\n"));
  return contracts[0];
}

export const messagesOf = async (lines: string): Promise<string[]> =>
  (await read(lines, "from 1 April 2026 to 31 March 2030")).messages;

async function read(lines: string, term: string): Promise<{ contracts: ContractModel[]; messages: string[] }> {
  const text = `contract over-time {
    currency GBP  term ${term}  year starts 1 April  settled each year
    rounding nearest penny, halves away from zero  division by largest remainder
    commissioner council "The Council"
    provider charity "The Charity"
    ${lines}
  }`;
  const [checked] = await checkFiles([{ file: "over-time.concordat", text }], () => undefined);
  return { contracts: checked!.contracts, messages: checked!.findings.map(({ message }) => message) };
}

/** One value of a figure for each period from the start of the term; null is not reported. */
export function reported(name: string, kind: "quarter" | "year", amounts: readonly (string | null)[]): InputValue[] {
  return amounts.map((value, index) => {
    const [from, to] =
      kind === "year" ? [dayOf(12 * index), dayOf(12 * index + 12)] : [dayOf(3 * index), dayOf(3 * index + 3)];
    return { name, of: {}, from, to, value };
  });
}

/** The first of a month, so many months after April 2026. */
function dayOf(months: number): string {
  const month = 3 + months;
  return `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

/** Every entry of a payment, in the order of its periods. */
export function entriesOf(contract: ContractModel, payment: string, values: readonly InputValue[]): StatementPayment[] {
  const { periods } = settle(contract, { values: [...values], digest: "", quality: [] }, { next: false });
  return periods.flatMap(({ payments }) => payments).filter((entry) => entry.payment === payment);
}
