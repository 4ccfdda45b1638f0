import type { Helper } from "./helper.js";
import type { QuickWriter } from "./quick/quick-writer.js";
import type { QuickValue } from "./quick/value.js";
import type { Writer } from "./writer.js";

/** How one kind of node is written in JavaScript. */
export interface Emitter<N> {
  /** What generated code of this kind calls. */
  readonly helpers: readonly Helper[];
  /** A JavaScript expression for the node's value at `at`. It reads what it needs through `w` and writes no text of the contract but through `w.text`. */
  emit(node: N, w: Writer): string;
  /** The same as straight code for the fast entry. Throws `NotQuick` where that cannot say it. */
  quick(node: N, q: QuickWriter): QuickValue;
}
