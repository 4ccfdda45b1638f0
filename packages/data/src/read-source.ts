import type { ContractModel, InputValue } from "@concordat/model";
import type { CellContext } from "./convert/conversion.js";
import type { Session } from "./engine/session.js";
import type { Loaded } from "./load/load.js";
import type { DataProblem } from "./problems.js";

/** What one source gives. Nothing loaded: it is not there, or cannot be read, and a problem says why. */
export interface SourceRead {
  readonly values: readonly InputValue[];
  readonly problems: readonly DataProblem[];
  readonly loaded?: Pick<Loaded, "quality" | "quarantine">;
}

export interface ReadContext {
  readonly session: Session;
  readonly contract: ContractModel;
  readonly cells: Omit<CellContext, "dateFormat">;
  readonly knownTo: string | undefined;
  /** How many quarantined rows may still be listed. */
  readonly details: number;
}
