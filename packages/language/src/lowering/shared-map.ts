import type { AstNode } from "langium";
import type { DiagnosticId } from "../diagnostics/catalogue.js";
import type { Report } from "../diagnostics/finding.js";

/** What one piece of work read of what is shared and what it wrote there, in order. */
export interface Trace {
  /** What stood there before the piece itself wrote it. */
  readonly reads: { readonly map: string; readonly key: string; readonly value: unknown }[];
  readonly writes: { readonly map: string; readonly key: string; readonly value: unknown }[];
  /** What was said of what, where that can be said again. */
  readonly reports: (readonly [id: DiagnosticId, parameters: unknown, node: AstNode, more?: Parameters<Report>[3]])[];
  /** It looked at more than single entries, or at something outside the text: it can only be done anew. */
  vague: boolean;
}

/** The trace of the piece of work that is being done; undefined where none is kept. */
export interface Tracing {
  trace: Trace | undefined;
}

/** A map that all parts of a lowering share. Who reads and writes which entry is kept while a trace is. */
export class SharedMap<V> extends Map<string, V> {
  private readonly own = new Set<string>();
  private of: Trace | undefined;

  constructor(
    readonly name: string,
    private readonly tracing: Tracing,
  ) {
    super();
  }

  override get(key: string): V | undefined {
    const value = super.get(key);
    this.read(key, value);
    return value;
  }

  override has(key: string): boolean {
    this.read(key, super.get(key));
    return super.has(key);
  }

  override set(key: string, value: V): this {
    const { trace } = this.tracing;
    if (trace) {
      this.renew(trace);
      this.own.add(key);
      trace.writes.push({ map: this.name, key, value });
    }
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    this.look();
    return super.delete(key);
  }

  override clear(): void {
    this.look();
    super.clear();
  }

  override entries(): MapIterator<[string, V]> {
    this.look();
    return super.entries();
  }

  override keys(): MapIterator<string> {
    this.look();
    return super.keys();
  }

  override values(): MapIterator<V> {
    this.look();
    return super.values();
  }

  override [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  private read(key: string, value: V | undefined): void {
    const { trace } = this.tracing;
    if (!trace) return;
    this.renew(trace);
    if (this.own.has(key)) return;
    this.own.add(key);
    trace.reads.push({ map: this.name, key, value });
  }

  /** Looked at as a whole. */
  private look(): void {
    if (this.tracing.trace) this.tracing.trace.vague = true;
  }

  private renew(trace: Trace): void {
    if (this.of === trace) return;
    this.of = trace;
    this.own.clear();
  }
}
