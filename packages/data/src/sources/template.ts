import type { ContractModel } from "@concordat/model";
import { needsOf } from "./needs.js";

/** The table that a contract reads something from: its name, and its columns in the contract's words. */
export interface TableTemplate {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Every table that a contract reads. Figures that are reported once need no period. */
export const tableTemplates = (contract: ContractModel): TableTemplate[] =>
  needsOf(contract).map((need) => {
    if (need.role === "records") return { name: need.name, columns: need.records.fields.map(({ name }) => name) };
    const { figures } = need;
    const timeless = figures.every(({ timing, each }) => timing === "once" || each === "term");
    const axes = new Set(figures.flatMap((figure) => figure.axes));
    const columns = [...(timeless ? [] : ["period"]), ...axes, ...figures.map(({ column }) => column)];
    return { name: need.name, columns };
  });
