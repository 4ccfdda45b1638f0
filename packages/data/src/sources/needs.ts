import type { ContractModel, FieldType, Figure, RecordSet } from "@concordat/model";

/** What a contract reads from one file, or from several that are read as one. */
export type Need = FiguresNeed | RecordsNeed;

export interface FiguresNeed {
  readonly role: "figures";
  readonly name: string;
  readonly figures: readonly Figure[];
}

export interface RecordsNeed {
  readonly role: "records";
  readonly name: string;
  readonly records: RecordSet;
}

/** Every source of a contract, records first, each in the contract's order. */
export function needsOf(contract: ContractModel): Need[] {
  const files = [...new Set(contract.figures.map((figure) => figure.file))];
  return [
    ...contract.records
      .filter(({ derived }) => derived === undefined)
      .map((records): Need => ({ role: "records", name: records.name, records })),
    ...files.map(
      (name): Need => ({
        role: "figures",
        name,
        figures: contract.figures.filter((figure) => figure.file === name),
      }),
    ),
  ];
}

/** The contract's names for the columns of a source. */
export function columnsOf(need: Need): string[] {
  if (need.role === "records") return need.records.fields.map((field) => field.name);
  const axes = new Set(need.figures.flatMap((figure) => figure.axes));
  return ["period", "from", "to", ...axes, ...need.figures.map((figure) => figure.column)];
}

/** The keys that an axis, or a field that holds a member of a set, can have. */
export function keysOf(contract: ContractModel, set: string): string[] {
  const participants = contract.participants.find((each) => each.name === set);
  if (participants) return participants.rows.map((row) => row.key);
  return set === "party" ? contract.parties.map((party) => party.name) : [];
}

/** The keys of an axis: of its participant set, or of the values that the field which says whose a row is can have. */
export function axisKeys(contract: ContractModel, axis: string, type?: FieldType): string[] {
  const keys = keysOf(contract, axis);
  return keys.length === 0 && type?.type === "category" ? type.values : keys;
}
