import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compileJavaScript } from "@concordat/calculators";
import type { ContractModel, InputValue } from "@concordat/model";

interface PartyAmount {
  party: string;
  amount: string;
}

export interface SettledPayment {
  payment: string;
  for?: string;
  amount: string | null;
  status: string;
  branch: string | null;
  missing: string[];
  receives: PartyAmount[];
  pays: PartyAmount[];
  flows: { from: string; to: string; amount: string }[];
}

export interface CalculatedPayment {
  payment: string;
  for?: string;
  amount: bigint | null;
  status: string;
  branch: string | null;
  receives: { party: string; amount: bigint }[];
  pays: { party: string; amount: bigint }[];
}

/** Above and below the line. */
export type Pair = readonly [bigint, bigint];

/** What a written module exports. */
export interface Calculator {
  contract: { name: string; title: string | null; inputs: { name: string; each: string; axes: string[] }[] };
  settle(
    inputs: readonly InputValue[],
    options?: { period?: string },
  ): {
    periods: { period: string; from: string; to: string; payments: SettledPayment[] }[];
    totals: { party: string; receives: string; pays: string }[];
  };
  calculate(inputs: Readonly<Record<string, unknown>>, period?: string): CalculatedPayment[];
}

/** Writes the contract's module into a file and imports it, as its users do. */
export const calculatorOf = (contract: ContractModel): Promise<Calculator> => load(compileJavaScript(contract).code);

export async function load(code: string): Promise<Calculator> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-calculator-"));
  try {
    const file = join(folder, "calculator.mjs");
    await writeFile(file, code);
    return (await import(pathToFileURL(file).href)) as Calculator;
  } finally {
    await rm(folder, { recursive: true });
  }
}
