import { type ContractModel, type ContractNode, type NodeKind, operandsOf, Rational } from "@concordat/model";
import type { Helper } from "./helper.js";
import { call, later, list } from "./layout.js";
import { commentText, literal, type Names } from "./names.js";
import { emit } from "./registry.js";

/** Kinds so small that they are written where they are read, however often. */
const LEAVES: ReadonlySet<NodeKind> = new Set(["constant"]);

/**
 * Writes a contract's graph as functions. A node that the contract names, or that more than one reader reads, is a
 * function of its own and is worked out once in each place; any other is written inside its reader.
 */
export class Writer {
  private readonly helpers = new Set<Helper>();
  private readonly constants = new Map<string, { name: string; text: string }>();
  private readonly tables = new Map<string, { name: string; text: string }>();
  private readonly functions = new Map<string, { name: string; text: string }>();
  private readonly payments: ReadonlyMap<string, string>;
  private readonly readers: ReadonlyMap<string, number>;

  constructor(
    readonly contract: ContractModel,
    private readonly names: Names,
  ) {
    this.payments = new Map(contract.payments.map(({ name }) => [name, names.unique(`pay-${name}`)]));
    this.readers = countReaders(contract);
  }

  node(id: string): ContractNode {
    const node = this.contract.nodes[id];
    if (!node) throw new Error(`the contract has no node ${id}`);
    return node;
  }

  /** An expression for a node's value at `at`. */
  value(id: string): string {
    const node = this.node(id);
    if (LEAVES.has(node.kind)) return emit(node, this);
    if (readsItself(node)) return `${this.own(id)}(at)`;
    if (node.name === undefined && (this.readers.get(id) ?? 0) < 2) return emit(node, this);
    return `${this.functionOf(node)}(at)`;
  }

  /** The same as a function of the place, for what is worked out later, elsewhere or not at all. */
  later(id: string): string {
    const value = this.value(id);
    const own = /^(\w+)\(at\)$/.exec(value);
    return own ? own[1]! : later("at", value);
  }

  /** The same as a function that takes nothing: it is worked out at this place, or not at all. */
  perhaps(id: string): string {
    return later("", this.value(id));
  }

  /** The name of the function that settles a payment. */
  payment(name: string): string {
    const known = this.payments.get(name);
    if (known === undefined) throw new Error(`the contract has no payment ${name}`);
    return known;
  }

  /** An exact number that the contract writes; made once. */
  constant(text: string): string {
    const value = Rational.parse(text);
    const key = value.toText();
    const known = this.constants.get(key);
    if (known) return known.name;
    const size = value.size();
    const digits = size.toDecimal()?.replace(".", "_") ?? `${size.top}over${size.bottom}`;
    const name = this.names.claim(`${value.isNegative ? "minus" : "n"}${digits}`);
    this.constants.set(key, { name, text: `const ${name} = ${fraction(value)};` });
    return name;
  }

  /** Data of the contract that is looked up while calculating: a constant of the module, made once for each key. */
  table(key: string, wanted: string, expression: () => string): string {
    const known = this.tables.get(key);
    if (known) return known.name;
    const name = this.names.unique(wanted);
    this.tables.set(key, { name, text: `const ${name} = ${expression()};` });
    return name;
  }

  /** A name for something that the module declares. */
  identifier(wanted: string): string {
    return this.names.unique(wanted);
  }

  /** The keys of a participant set, in their order. */
  keys(axis: string): string {
    return this.table(`keys ${axis}`, `${axis} keys`, () => {
      const set = this.contract.participants.find(({ name }) => name === axis);
      return list((set?.rows ?? []).map(({ key }) => literal(key)));
    });
  }

  /** A call of a runtime function. Which functions are called decides which are written into the module. */
  call(helper: Helper, ...args: string[]): string {
    this.use(helper);
    return call(helper.name, args);
  }

  use(helper: Helper): string {
    for (const needed of helper.needs ?? []) this.use(needed);
    this.helpers.add(helper);
    return helper.name;
  }

  text(text: string): string {
    return literal(text);
  }

  /** What has been written, in an order in which it can be declared. */
  written(): { helpers: Helper[]; constants: string[]; tables: string[]; functions: string[] } {
    const texts = (of: ReadonlyMap<string, { text: string }>): string[] => [...of.values()].map(({ text }) => text);
    return {
      helpers: [...this.helpers],
      constants: texts(this.constants),
      tables: texts(this.tables),
      functions: texts(this.functions),
    };
  }

  /** The name of a function of the node's own, even where nobody else reads it: for what reads itself in earlier periods. */
  own(id: string): string {
    return this.functionOf(this.node(id));
  }

  private functionOf(node: ContractNode): string {
    const known = this.functions.get(node.id);
    if (known) return known.name;
    const name = this.names.unique(node.name ?? `${node.label ?? node.kind} at line ${node.source.line}`);
    // Known by its name before it is written, and written after what it reads.
    this.functions.set(node.id, { name, text: "" });
    const work = later("at", emit(node, this));
    const axes = `[${node.axes.map((axis) => literal(axis)).join(", ")}]`;
    const title = [node.name ?? node.kind, ...(node.title === undefined ? [] : [node.title])]
      .map(commentText)
      .join(": ");
    this.functions.delete(node.id);
    this.functions.set(node.id, {
      name,
      text: `// ${title} (line ${node.source.line})\nconst ${name} = ${call("once", [axes, work])};`,
    });
    return name;
  }
}

/** What reads itself in earlier periods. */
const readsItself = (node: ContractNode): boolean =>
  node.kind === "cumulative" || (node.kind === "at-most" && node.over !== undefined);

/** `frac(2n, 5n)`. */
export const fraction = (value: Rational): string => `frac(${value.top}n, ${value.bottom}n)`;

function countReaders({ nodes, payments, metrics, limits }: ContractModel): Map<string, number> {
  const readers = new Map<string, number>();
  const read = (id: string): void => {
    readers.set(id, (readers.get(id) ?? 0) + 1);
  };
  for (const node of Object.values(nodes)) operandsOf(node).forEach(read);
  for (const payment of payments) {
    for (const { amount, compares, limits, receivers, payers } of payment.branches) {
      for (const sharing of [receivers, payers]) if (sharing.kind === "by") read(sharing.weight);
      for (const id of [amount, ...(compares === undefined ? [] : [compares]), ...limits.map(({ limit }) => limit)])
        read(id);
    }
    if (payment.pool !== undefined) read(payment.pool);
    if (payment.onAccount !== undefined) read(payment.onAccount.value);
  }
  for (const metric of metrics) read(metric.node);
  for (const { most } of limits ?? []) read(most);
  return readers;
}
