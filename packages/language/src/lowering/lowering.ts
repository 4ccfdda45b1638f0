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
import { SharedMap, type Trace, type Tracing } from "./shared-map.js";
import type { InTime, Site, Typed } from "./typed.js";

/** What a parameter stands for: the expression at the use, and where that stands; or, where the shape itself is looked at, any value. */
export interface Argument {
  readonly expression?: ast.Expression;
  readonly site: Site;
  readonly any?: () => Typed;
}

/** A payment that reads something, and how often it is paid. */
export interface Reader {
  readonly name: string;
  readonly each: PeriodKind;
}

type Built<K extends NodeKind> = Omit<NodeOf<K>, "id" | "unit" | "grain" | "axes" | "source">;

/** What the lowering of one contract holds while it runs: the nodes made so far, and where findings go. */
export class Lowering {
  private readonly tracing: Tracing = { trace: undefined };
  readonly nodes = new SharedMap<ContractNode>("nodes", this.tracing);
  readonly tables: ContractModel["tables"] = [];
  readonly participants: ContractModel["participants"] = [];
  readonly tallies = new SharedMap<Tally>("tallies", this.tracing);
  /** The names of a metric's tallies. */
  private readonly tallied = new SharedMap<readonly string[]>("tallied", this.tracing);
  /** By the payment that has the card. */
  readonly cards = new SharedMap<RateCard>("cards", this.tracing);
  /** The node of each figure and tally that is given, by its name. */
  readonly inputs = new SharedMap<string>("inputs", this.tracing);
  /** The payments that read a figure or a metric, by its name. */
  readonly readers = new SharedMap<readonly Reader[]>("readers", this.tracing);
  /** What examples expect of a named value: its node. */
  readonly expected = new SharedMap<string>("expected", this.tracing);
  readonly calendar: Calendar;
  /** Values already lowered, by declaration and the grain and axes they were asked for. */
  readonly values = new SharedMap<Typed | undefined>("values", this.tracing);
  /** Names on the way, to find what is worked out from itself. */
  readonly underway: string[] = [];
  readonly balances = new SharedMap<LoweredBalance | undefined>("balances", this.tracing);
  /** What each payment, and each balance before its takes, reads: to find those that read each other in a circle. */
  readonly circles = new SharedMap<Set<string>>("circles", this.tracing);
  readonly report: Report;
  /** What the parameters of shapes stand for while a line that uses one is lowered. */
  readonly arguments = new Map<ast.Parameter, Argument>();
  /** The line that uses each shape which is being lowered. */
  readonly uses = new Map<ast.ShapeTemplate, ast.ShapeUse>();
  private readonly document: LangiumDocument;
  /** Its text was put together out of several. */
  readonly putTogether: boolean;
  private readonly counts = new SharedMap<number>("counts", this.tracing);
  /** All of these by their names. */
  readonly shared = new Map<string, Map<string, unknown>>(
    [
      ...[this.nodes, this.tallies, this.tallied, this.cards, this.inputs, this.readers, this.expected],
      ...[this.values, this.balances, this.circles, this.counts],
    ].map((map) => [map.name, map as Map<string, unknown>]),
  );
  private sources: { source: SourceRange; node: AstNode }[] | undefined;

  constructor(
    readonly contract: ast.Contract,
    readonly header: Header,
    report: Report,
    private readonly readFile: (path: string) => string | undefined,
  ) {
    const tell: Report = (id, parameters, node, more) => {
      this.tracing.trace?.reports.push([id, parameters, node, more]);
      // Places in the text move, and a fix is made of them.
      if (more?.within ?? more?.fix) this.cannotBeRedone();
      return report(id, parameters, node, more);
    };
    this.report = (id, parameters, node, more) => {
      const use = this.useOf(node);
      if (!use) return tell(id, parameters, node, more);
      const related = [...(more?.related ?? []), { message: `The shape ${use.target.$refText} says this.`, node }];
      return tell(id, parameters, use, { related });
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
    const whole = { ...base, ...node } as unknown as ContractNode;
    this.nodes.set(id, whole);
    if (whole.kind === "given" && !this.inputs.has(whole.input)) this.inputs.set(whole.input, id);
    return { id, ...type };
  }

  /** Adds a count or sum that the data plane is to make. */
  count(tally: Tally): void {
    this.tallies.set(tally.name, tally);
    const { metric, name } = tally;
    const known = this.tallied.get(metric) ?? [];
    if (!known.includes(name)) this.tallied.set(metric, [...known, name]);
  }

  /** The tallies of a metric, in the order in which it needs them. */
  talliesOf = (metric: string): Tally[] => (this.tallied.get(metric) ?? []).map((name) => this.tallies.get(name)!);

  /** Gives a node the name by which the contract calls it, for the explanation. */
  call(typed: Typed, name: string, title?: string): Typed {
    const node = this.nodes.get(typed.id)!;
    if (node.name === undefined) this.nodes.set(typed.id, { ...node, name, ...(title ? { title } : {}) });
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
    const own = [this.nodes, this.inputs, this.values, this.counts] as Map<string, unknown>[];
    const kept = own.map((map) => new Map(map));
    const reading = this.reading;
    this.reading = undefined;
    look();
    this.reading = reading;
    for (const [index, map] of own.entries()) {
      map.clear();
      for (const [key, value] of kept[index]!) map.set(key, value);
    }
  }

  /** A file that the contract names. What it says may change while the contract does not. */
  readText(path: string): string | undefined {
    this.cannotBeRedone();
    return this.readFile(path);
  }

  /** Keeps what a piece of work reads and writes of what all share. */
  traced<T>(work: () => T): { result: T; trace: Trace; sources: { source: SourceRange; node: AstNode }[] } {
    const trace: Trace = { reads: [], writes: [], reports: [], vague: false };
    const sources: { source: SourceRange; node: AstNode }[] = [];
    this.tracing.trace = trace;
    this.sources = sources;
    try {
      return { result: work(), trace, sources };
    } finally {
      this.tracing.trace = undefined;
      this.sources = undefined;
    }
  }

  get isTraced(): boolean {
    return this.tracing.trace !== undefined;
  }

  private cannotBeRedone(): void {
    if (this.tracing.trace) this.tracing.trace.vague = true;
  }

  source(node: AstNode): SourceRange {
    const at = this.useOf(node) ?? node;
    const place = this.putTogether ? writtenAt(at) : undefined;
    const { line, column, offset, length } = place?.range ?? rangeOf(at);
    const elsewhere = place && place.document.uri.path !== this.document.uri.path;
    const source = {
      ...(elsewhere ? { file: pathFrom(this.document.uri, place.document.uri) } : {}),
      line,
      column,
      offset,
      length,
    };
    this.sources?.push({ source, node: at });
    return source;
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
