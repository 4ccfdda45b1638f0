import { CancellationTokenSource } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Asks the server one kind of question, of which only the newest matters: an older one is withdrawn. */
export class Latest<Question, Answer> {
  private current: CancellationTokenSource | undefined;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly request: string,
  ) {}

  /** Undefined where a newer question has taken its place, or the server has gone. */
  async ask(question: Question): Promise<Answer | undefined> {
    this.withdraw();
    const source = new CancellationTokenSource();
    this.current = source;
    try {
      const answer = await this.client.sendRequest<Answer>(this.request, question, source.token);
      return this.current === source ? answer : undefined;
    } catch (error) {
      if (this.current !== source || source.token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      if (this.current === source) this.current = undefined;
      source.dispose();
    }
  }

  withdraw(): void {
    this.current?.cancel();
    this.current = undefined;
  }
}
