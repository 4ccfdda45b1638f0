import type { ContractModel, InputValue } from "@concordat/model";
import type { CellContext } from "./convert/conversion.js";
import type { Session } from "./engine/session.js";
import type { Loaded } from "./load/load.js";
import type { DataProblem } from "./problems.js";
import type { Target } from "./quality/references.js";
import type { RecordsAtHand } from "./records/follow-up.js";

/** What one source gives. Nothing loaded: it is not there, or cannot be read, and a problem says why. */
export interface SourceRead {
  readonly values: readonly InputValue[];
  readonly problems: readonly DataProblem[];
  readonly loaded?: Pick<Loaded, "quality" | "quarantine">;
  /** For records that are looked up in others: their values, once the tables of all stand in the engine. */
  readonly whenAllAreRead?: () => Promise<readonly InputValue[]>;
}

export interface ReadContext {
  readonly session: Session;
  readonly contract: ContractModel;
  readonly cells: Omit<CellContext, "dateFormat">;
  readonly knownTo: string | undefined;
  /** The record sets that have been read and whose coverage is known; each adds itself. */
  readonly atHand: Map<string, RecordsAtHand>;
  /** Record sets whose tables stay until all are read. */
  readonly linked: ReadonlySet<string>;
  /** Fields of other sources that this one's rows are looked up in, and that stand in the engine: "people.person". */
  readonly keptKeys: ReadonlySet<string>;
  /** Fields of this source that others are looked up in. */
  readonly keeps: readonly Target[];
  /** How many quarantined rows may still be listed. */
  readonly details: number;
}
