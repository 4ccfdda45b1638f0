import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { type Entry, open, type ZipFile } from "yauzl";
import { ALWAYS_ROOM, MOST_TIMES } from "../files/gunzip.js";

/** The workbook cannot be read, or holds far more than a table needs: packed, it may lie in a few thousand bytes. */
export class UnsoundWorkbook extends Error {
  constructor(
    readonly matter: "form" | "size" | "sheets",
    readonly sheets: readonly string[] = [],
  ) {
    super(`unsound workbook: ${matter}`);
  }
}

const MOST_ENTRIES = 10_000;
/** Unpacked. The reader below checks that no part is larger than it says of itself. */
const MOST_BYTES = { small: 32_000_000, strings: 256_000_000, sheet: 2_000_000_000 };

/** Letters between two tags. A cell has room for 32,767. */
const MOST_UNBROKEN = 10_000_000;

const holdsTooMuch = ({ uncompressedSize, compressedSize }: Entry, most: number): boolean =>
  uncompressedSize > most || (uncompressedSize > ALWAYS_ROOM && uncompressedSize > MOST_TIMES * compressedSize);

/** The parts of a workbook, each read as it streams past and never held whole. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static open(path: string): Promise<Archive> {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new UnsoundWorkbook("form"));
      open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
        if (error) return fail();
        const entries = new Map<string, Entry>();
        zip.on("entry", (entry: Entry) => {
          entries.set(entry.fileName, entry);
          if (entries.size > MOST_ENTRIES) reject(new UnsoundWorkbook("size"));
          else zip.readEntry();
        });
        zip.on("end", () => resolve(new Archive(zip, entries)));
        zip.on("error", fail);
        zip.readEntry();
      });
    });
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Hands the elements of a part on as they come; what `take` gives back after each piece is yielded. */
  async *elements<T>(
    name: string,
    size: keyof typeof MOST_BYTES,
    handlers: Handlers,
    take: () => T[],
  ): AsyncGenerator<T> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new UnsoundWorkbook("form");
    if (holdsTooMuch(entry, MOST_BYTES[size])) throw new UnsoundWorkbook("size");
    const parser = new SaxesParser();
    parser.on("opentag", ({ name: tag, attributes }) => handlers.open(local(tag), attributes as Attributes));
    parser.on("closetag", ({ name: tag }) => handlers.close(local(tag)));
    parser.on("text", (text) => handlers.text(text));
    parser.on("error", () => {
      throw new UnsoundWorkbook("form");
    });
    const stream = await this.stream(entry);
    try {
      stream.setEncoding("utf8");
      let unbroken = 0;
      for await (const piece of stream as AsyncIterable<string>) {
        // The parser keeps a text until it ends, and no cell holds so much.
        const tag = piece.lastIndexOf("<");
        unbroken = tag === -1 ? unbroken + piece.length : piece.length - tag;
        if (unbroken > MOST_UNBROKEN) throw new UnsoundWorkbook("size");
        parser.write(piece);
        yield* take();
      }
      parser.close();
      yield* take();
    } catch (error) {
      throw error instanceof UnsoundWorkbook ? error : new UnsoundWorkbook("form");
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }

  private stream(entry: Entry): Promise<Readable> {
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) =>
        error ? reject(new UnsoundWorkbook("form")) : resolve(stream),
      );
    });
  }
}

export type Attributes = Readonly<Record<string, string>>;

export interface Handlers {
  open(tag: string, attributes: Attributes): void;
  close(tag: string): void;
  text(text: string): void;
}

const local = (tag: string): string => tag.slice(tag.indexOf(":") + 1);
