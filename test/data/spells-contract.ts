import assert from "node:assert/strict";
import { checkFiles } from "@concordat/language";
import type { ContractModel } from "@concordat/model";

const TEXT = `contract spells "Care in hospital" {
  currency  GBP
  term      from 1 April 2026 to 31 March 2027
  year      starts 1 April
  settled   each quarter
  rounding  nearest penny, halves away from zero
  division  by largest remainder

  commissioner board    "The Board"
  provider     hospital "The Hospital"

  records spells "Spells" dated by discharged {
    person      pseudonym
    discharged  date
    method      one of elective, emergency
    cost        money
    note        text, may be missing
  }
  metric cost "Cost of spells" {
    sum of    cost in spells
    measured  each quarter
    source    "The hospital's extract"
    owner     hospital
    if not reported  defer to reconciliation
  }
  payment spells-payment "Spells" each quarter {
    pays     cost
    paid to  hospital
  }
}
`;

/** A contract whose payment is the cost of its records. */
export async function spellsContract(): Promise<ContractModel> {
  const [checked] = await checkFiles([{ file: "spells.concordat", text: TEXT }], () => undefined);
  assert.deepEqual(checked!.findings, []);
  return checked!.contracts[0]!;
}
