import {
  type ContractExamples,
  type ExamplesQuestion,
  examplesRequest,
  languageId,
  type RunExamplesAnswer,
  type RunExamplesQuestion,
  runExamplesRequest,
} from "@concordat/server/protocol";
import { DiagnosticSeverity, Disposable, languages, StatusBarAlignment, type TextDocument, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { Latest } from "../latest.js";
import { verdictOf } from "./verdict.js";

/** The verdict on the contract in the active editor: its findings, and how many of its worked examples pass. */
export function registerStatus(client: BaseLanguageClient): Disposable {
  const item = window.createStatusBarItem("concordat.verdict", StatusBarAlignment.Left);
  item.name = "Concordat: verdict";
  const lists = new Latest<ExamplesQuestion, ContractExamples[]>(client, examplesRequest);
  const runs = new Latest<RunExamplesQuestion, RunExamplesAnswer>(client, runExamplesRequest);

  const show = async (document: TextDocument | undefined): Promise<void> => {
    if (document?.languageId !== languageId) {
      item.hide();
      return;
    }
    const found = languages.getDiagnostics(document.uri);
    const count = (severity: DiagnosticSeverity) => found.filter((one) => one.severity === severity).length;
    const [errors, warnings] = [count(DiagnosticSeverity.Error), count(DiagnosticSeverity.Warning)];
    const examples = errors > 0 ? undefined : await passing(document);
    if (errors === 0 && examples === undefined) return; // a newer question is on its way
    if (window.activeTextEditor?.document !== document) return;
    const verdict = verdictOf({ errors, warnings, ...(examples ? { examples } : {}) });
    item.text = verdict.text;
    item.tooltip = verdict.tooltip;
    item.accessibilityInformation = { label: verdict.tooltip, role: "button" };
    item.command = verdict.leadsTo === "problems" ? "workbench.actions.view.problems" : "workbench.view.testing.focus";
    item.show();
  };

  const passing = async ({ uri }: TextDocument): Promise<{ passed: number; all: number } | undefined> => {
    const textDocument = { uri: uri.toString() };
    const contracts = await lists.ask({ textDocument });
    if (!contracts) return undefined;
    const sum = { passed: 0, all: 0 };
    for (const { contract, examples } of contracts) {
      if (examples.length === 0) continue;
      const answer = await runs.ask({ textDocument, contract });
      if (!answer) return undefined;
      sum.all += examples.length;
      if ("results" in answer) sum.passed += answer.results.filter(({ passed }) => passed).length;
    }
    return sum;
  };

  const active = (): void => void show(window.activeTextEditor?.document).catch(() => item.hide());
  active();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(active),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) active();
    }),
  );
}
