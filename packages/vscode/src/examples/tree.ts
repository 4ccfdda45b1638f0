import {
  type ContractExamples,
  type ExamplesQuestion,
  examplesRequest,
  type TextPlace,
} from "@concordat/server/protocol";
import { Range, type TestController, type TestItem, type Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** What an item of the tree stands for: a contract, or one of its examples. */
export interface Standing {
  readonly uri: Uri;
  readonly contract: string;
  readonly example?: string;
  /** The files that the contract takes from, as URIs. */
  readonly reads: readonly string[];
}

/** The worked examples of every contract, as the Testing view shows them: contracts, and their examples below. */
export class ExampleTree {
  private readonly standing = new WeakMap<TestItem, Standing>();

  constructor(
    private readonly controller: TestController,
    private readonly client: BaseLanguageClient,
  ) {}

  of(item: TestItem): Standing | undefined {
    return this.standing.get(item);
  }

  contractsOf(uri: Uri): TestItem[] {
    return this.contracts().filter((item) => item.uri?.toString() === uri.toString());
  }

  /** Whether what an item stands for may come out otherwise when the texts of some files have changed. */
  dependsOn(item: TestItem, changed: ReadonlySet<string>): boolean {
    const { uri, reads } = this.of(item) ?? {};
    return changed.has(`${uri}`) || reads?.some((file) => changed.has(file)) === true;
  }

  contracts(): TestItem[] {
    return [...this.controller.items].map(([, item]) => item);
  }

  /** Reads a file's examples anew. What is still there stays the same item, and keeps its result. */
  async read(uri: Uri): Promise<void> {
    const question: ExamplesQuestion = { textDocument: { uri: uri.toString() } };
    const found = await this.client
      .sendRequest<ContractExamples[]>(examplesRequest, question)
      .catch((): ContractExamples[] => []); // a file that went while it was read
    const wanted = found.filter(({ examples }) => examples.length > 0);
    const ids = new Set(wanted.map(({ contract }) => idOf({ uri, contract })));
    for (const item of this.contractsOf(uri)) if (!ids.has(item.id)) this.controller.items.delete(item.id);
    for (const contract of wanted) this.put(uri, contract);
  }

  forget(uri: Uri): void {
    for (const item of this.contractsOf(uri)) this.controller.items.delete(item.id);
  }

  private put(uri: Uri, { contract, title, range, reads, examples }: ContractExamples): void {
    const parent = this.item({ uri, contract, reads }, this.controller.items, title, range);
    parent.description = workspace.asRelativePath(uri);
    const children = examples.map(({ name, title: words, range: place }, index) => {
      const item = this.item({ uri, contract, example: name, reads }, parent.children, words, place);
      item.description = words === name ? "" : name;
      item.sortText = `${index}`.padStart(5, "0");
      return item;
    });
    parent.children.replace(children);
    this.controller.items.add(parent);
  }

  private item(
    standing: Standing,
    among: { get(id: string): TestItem | undefined },
    label: string,
    { start, end }: TextPlace,
  ): TestItem {
    const id = idOf(standing);
    const item = among.get(id) ?? this.controller.createTestItem(id, label, standing.uri);
    item.label = label;
    item.range = new Range(start.line, start.character, end.line, end.character);
    this.standing.set(item, standing);
    return item;
  }
}

const idOf = ({ uri, contract, example }: Omit<Standing, "reads">): string =>
  [uri.toString(), contract, example].filter((part) => part !== undefined).join("#");
