import { type Disposable, ProcessExecution, Task, TaskGroup, tasks, type WorkspaceFolder, workspace } from "vscode";
import { findProgram } from "../commands/program.js";

type Work = "check" | "test";
const works: readonly Work[] = ["check", "test"];

/** `concordat check` and `concordat test` over a folder, as tasks: *Run Task…*, or in `tasks.json` with type `concordat`. */
export function registerTasks(): Disposable {
  return tasks.registerTaskProvider("concordat", {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).flatMap((folder) => works.map((work) => taskOf(folder, work))),
    resolveTask: ({ definition, scope }) => {
      const folder = typeof scope === "object" ? scope : workspace.workspaceFolders?.[0];
      const { task: work, path } = definition as { task?: string; path?: string };
      return folder && (work === "check" || work === "test") ? taskOf(folder, work, path) : undefined;
    },
  });
}

function taskOf(folder: WorkspaceFolder, work: Work, path?: string): Task {
  const definition = { type: "concordat", task: work, ...(path === undefined ? {} : { path }) };
  const run = new ProcessExecution(findProgram(folder.uri), [work, path ?? "."], { cwd: folder.uri.fsPath });
  const task = new Task(definition, folder, work, "concordat", run, "$concordat");
  task.group = work === "check" ? TaskGroup.Build : TaskGroup.Test;
  task.detail = work === "check" ? "Every check on every contract" : "Every worked example of every contract";
  return task;
}
