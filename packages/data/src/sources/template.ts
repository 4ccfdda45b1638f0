import type { ContractModel } from "@concordat/model";
import { tablesOf } from "./table-columns.js";

/** The table that a contract reads something from: its name, and its columns in the contract's words. */
export interface TableTemplate {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Every table that a contract reads. Figures that are reported once need no period. */
export const tableTemplates = (contract: ContractModel): TableTemplate[] =>
  tablesOf(contract).map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));

/** The workbook of empty tables; in a folder of data it is not taken for one of them. */
export const templateName = (contract: string): string => `${contract}-template.xlsx`;
