import type { Arithmetic } from "./arithmetic.js";
import type { QuickValue } from "./value.js";

/** Statements between two braces, and what they worked out. */
export interface Block {
  readonly lines: string[];
  /** Values worked out here, by node. */
  readonly values: Map<string, QuickValue>;
  /** Products worked out here, by what they multiply. */
  readonly products: Map<string, string>;
  readonly variables: Set<string>;
}

const newBlock = (): Block => ({ lines: [], values: new Map(), products: new Map(), variables: new Set() });

/** Statements of one function while they are written: blocks inside blocks, each seeing what those around it worked out. */
export class Code {
  private readonly scopes: Block[] = [newBlock()];
  private count = 0;

  constructor(readonly arithmetic: Arithmetic) {}

  line(text: string): void {
    this.inner.lines.push(text);
  }

  /** A new variable that holds an expression; looked at where the arithmetic needs it. */
  variable(expression: string, checked = true): string {
    const name = this.fresh("v");
    this.line(`const ${name} = ${expression};`);
    if (checked) this.check(name);
    return name;
  }

  fresh(prefix: string): string {
    this.count += 1;
    const name = `${prefix}${this.count}`;
    this.inner.variables.add(name);
    return name;
  }

  check(variable: string): void {
    const guard = this.arithmetic.guard(variable);
    if (guard !== undefined) this.line(guard);
  }

  /** Whether a variable can be read here. */
  sees(variable: string): boolean {
    return this.scopes.some(({ variables }) => variables.has(variable));
  }

  known(id: string): QuickValue | undefined {
    return this.scopes.findLast(({ values }) => values.has(id))?.values.get(id);
  }
  remember(id: string, value: QuickValue): void {
    this.inner.values.set(id, value);
  }

  product(key: string, make: () => string): string {
    const known = this.scopes.findLast(({ products }) => products.has(key))?.products.get(key);
    if (known !== undefined) return known;
    const name = make();
    this.inner.products.set(key, name);
    return name;
  }

  /** Writes a block aside: what `write` returns, and the block, to be added to and placed. */
  aside<T>(write: () => T): { block: Block; result: T } {
    const block = newBlock();
    return { block, result: this.within(block, write) };
  }

  /** Goes on writing in a block. */
  within<T>(block: Block, write: () => T): T {
    this.scopes.push(block);
    try {
      return write();
    } finally {
      this.scopes.pop();
    }
  }

  /** Writes `if (…) { … } else { … }`. */
  when(condition: string, yes: Block, no?: Block): void {
    this.line(`if (${condition}) {`);
    this.inner.lines.push(...indented(yes.lines));
    if (no && no.lines.length > 0) {
      this.line("} else {");
      this.inner.lines.push(...indented(no.lines));
    }
    this.line("}");
  }

  loop(over: string, block: Block): void {
    this.line(`for (${over}) {`);
    this.inner.lines.push(...indented(block.lines));
    this.line("}");
  }

  get lines(): readonly string[] {
    return this.inner.lines;
  }

  private get inner(): Block {
    return this.scopes.at(-1)!;
  }
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
