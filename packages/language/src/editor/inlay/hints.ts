import type { AstNode } from "langium";
import {
  AbstractInlayHintProvider,
  type InlayHintAcceptor,
  type LangiumServices,
  type LangiumSharedServices,
} from "langium/lsp";
import { workedAround } from "../worked.js";
import { dayHint } from "./days.js";
import type { Hint } from "./hint.js";
import { moneyHint } from "./money.js";
import { sharingHint } from "./sharing.js";

/** Beside what is written: the money that a part of something is, the days that a period has, each party's pounds. */
export class ConcordatInlayHints extends AbstractInlayHintProvider {
  private readonly shared: LangiumSharedServices;

  constructor(services: LangiumServices) {
    super();
    this.shared = services.shared;
  }

  override computeInlayHint(node: AstNode, accept: InlayHintAcceptor): void {
    const hint = this.hintOn(node);
    if (!hint) return;
    const { label, tooltip, position } = hint;
    accept({ label, position, paddingLeft: true, tooltip: { kind: "markdown", value: tooltip } });
  }

  /** What days mean can be said of any text; what money comes to, only of a contract that is sound. */
  private hintOn(node: AstNode): Hint | undefined {
    const days = dayHint(node);
    if (days) return days;
    const worked = HAVE_MONEY.has(node.$type) ? workedAround(node, this.shared) : undefined;
    return worked && (moneyHint(node, worked) ?? sharingHint(node, worked));
  }
}

/** Nodes that a hint on money may stand at: the others need not ask whether the contract is sound. */
const HAVE_MONEY: ReadonlySet<string> = new Set(["Of", "WeightLine", "PointsLine", "PaidLine"]);
