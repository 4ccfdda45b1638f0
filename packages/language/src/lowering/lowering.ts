import type {
  ContractModel,
  ContractNode,
  MissingPolicy,
  PeriodKind,
  RateCard,
  SourceRange,
  Tally,
  Unit,
} from "@concordat/model";
import { type Calendar, calendarOf, type NodeKind, type NodeOf } from "@concordat/model";
import { type AstNode, AstUtils, type LangiumDocument } from "langium";
import type { Report } from "../diagnostics/finding.js";
import { rangeOf } from "../diagnostics/finding.js";
import { writtenAt } from "../diagnostics/placed.js";
import * as ast from "../generated/ast.js";
import { originOf } from "../reuse/mapped-text.js";
import { pathFrom } from "../workspace/library-files.js";
import type { LoweredBalance } from "./balance.js";
import type { Header } from "./header.js";
import type { InTime, Site, Typed } from "./typed.js";

/** What a parameter stands for: the expression at the use, and where that stands; or, where the shape itself is looked at, any value. */
export interface Argument {
  readonly expression?: ast.Expression;
  readonly site: Site;
  readonly any?: () => Typed;
}

type Built<K extends NodeKind> = Omit<NodeOf<K>, "id" | "unit" | "grain" | "axes" | "source">;

/** What the lowering of one contract holds while it runs: the nodes made so far, and where findings go. */
export class Lowering {
  readonly nodes: Record<string, ContractNode> = {};
  readonly tables: ContractModel["tables"] = [];
  readonly participants: ContractModel["participants"] = [];
  readonly tallies = new Map<string, Tally>();
  readonly cards: RateCard[] = [];
  readonly calendar: Calendar;
  /** Values already lowered, by declaration and the grain and axes they were asked for. */
  readonly values = new Map<string, Typed | undefined>();
  /** Names on the way, to find what is worked out from itself. */
  readonly underway: string[] = [];
  readonly balances = new Map<string, LoweredBalance | undefined>();
  /** What each payment, and each balance before its takes, reads: to find those that read each other in a circle. */
  readonly circles = new Map<string, Set<string>>();
  readonly report: Report;
  /** What the parameters of shapes stand for while a line that uses one is lowered. */
  readonly arguments = new Map<ast.Parameter, Argument>();
  /** The line that uses each shape which is being lowered. */
  readonly uses = new Map<ast.ShapeTemplate, ast.ShapeUse>();
  private readonly document: LangiumDocument;
  /** Its text was put together out of several. */
  readonly putTogether: boolean;
  private readonly counts = new Map<string, number>();

  constructor(
    readonly contract: ast.Contract,
    readonly header: Header,
    report: Report,
    readonly readText: (path: string) => string | undefined,
  ) {
    this.report = (id, parameters, node, more) => {
      const use = this.useOf(node);
      if (!use) return report(id, parameters, node, more);
      const related = [...(more?.related ?? []), { message: `The shape ${use.target.$refText} says this.`, node }];
      return report(id, parameters, use, { related });
    };
    this.document = AstUtils.getDocument(contract);
    this.putTogether = originOf(this.document) !== undefined;
    this.calendar = calendarOf(header.term, header.yearStarts);
  }

  /** Adds a node and returns how the next rule sees it. Ids are the owner's name and a count, the same in every run. */
  add<K extends NodeKind>(
    owner: string,
    node: Built<K> & { kind: K },
    at: AstNode,
    type: { unit: Unit; grain: PeriodKind | null; axes: readonly string[]; time: InTime },
  ): Typed {
    const stem = `${owner}.${node.kind}`;
    const count = (this.counts.get(stem) ?? 0) + 1;
    this.counts.set(stem, count);
    const id = count === 1 ? stem : `${stem}-${count}`;
    const base = { id, unit: type.unit, grain: type.grain, axes: [...type.axes], source: this.source(at) };
    this.nodes[id] = { ...base, ...node } as unknown as ContractNode;
    return { id, ...type };
  }

  /** Gives a node the name by which the contract calls it, for the explanation. */
  call(typed: Typed, name: string, title?: string): Typed {
    const node = this.nodes[typed.id]!;
    if (node.name === undefined) this.nodes[typed.id] = { ...node, name, ...(title ? { title } : {}) };
    return typed;
  }

  /** The payment that is being lowered reads another: kept, to find payments that read each other in a circle (rule 10). */
  reads(payment: string): void {
    this.reading?.add(payment);
  }
  reading: Set<string> | undefined;

  /** The line that brought a node of a shape with parameters: what it says is said there. */
  private useOf(node: AstNode): ast.ShapeUse | undefined {
    if (this.uses.size === 0) return undefined;
    const template = AstUtils.getContainerOfType(node, ast.isShapeTemplate);
    return template && this.uses.get(template);
  }

  argumentFor(thing: AstNode | undefined): Argument | undefined {
    return ast.isParameter(thing) ? this.arguments.get(thing) : undefined;
  }

  /** Looks at something for what is wrong with it, and leaves no trace but the findings. */
  rehearse(look: () => void): void {
    const [nodes, values, counts] = [new Set(Object.keys(this.nodes)), new Map(this.values), new Map(this.counts)];
    const reading = this.reading;
    this.reading = undefined;
    look();
    this.reading = reading;
    for (const id of Object.keys(this.nodes)) if (!nodes.has(id)) delete this.nodes[id];
    for (const [own, kept] of [
      [this.values, values],
      [this.counts, counts],
    ] as [Map<string, unknown>, Map<string, unknown>][]) {
      own.clear();
      for (const [key, value] of kept) own.set(key, value);
    }
  }

  source(node: AstNode): SourceRange {
    const at = this.useOf(node) ?? node;
    const place = this.putTogether ? writtenAt(at) : undefined;
    const { line, column, offset, length } = place?.range ?? rangeOf(at);
    const elsewhere = place && place.document.uri.path !== this.document.uri.path;
    return {
      ...(elsewhere ? { file: pathFrom(this.document.uri, place.document.uri) } : {}),
      line,
      column,
      offset,
      length,
    };
  }

  policy(missing: ast.MissingPolicy): MissingPolicy {
    const kinds: Record<string, MissingPolicy["kind"]> = {
      "treat as met": "met",
      "treat as missed": "missed",
      "treat as baseline": "baseline",
      "hold at the previous value": "hold",
      "share its weight": "share-weight",
      "defer to reconciliation": "defer",
      decides: "decide",
    };
    const by = missing.by?.$refText;
    return { kind: kinds[missing.rule] ?? "defer", ...(by ? { by } : {}), source: this.source(missing) };
  }
}

/** "each quarter" → "quarter". */
export function kindOf(each: string | undefined): PeriodKind | undefined {
  switch (each) {
    case "each month":
      return "month";
    case "each quarter":
      return "quarter";
    case "each half-year":
      return "half-year";
    case "each year":
      return "year";
    case "over the term":
      return "term";
    default:
      return undefined;
  }
}
