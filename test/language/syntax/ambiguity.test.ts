import assert from "node:assert/strict";
import { EmptyFileSystem, inject } from "langium";
import { createDefaultModule, createDefaultSharedModule } from "langium/lsp";
import {
  ConcordatGeneratedModule,
  ConcordatGeneratedSharedModule,
  ConcordatLanguageMetaData,
} from "../../../packages/language/src/generated/module.js";
import { parserModule } from "../../../packages/language/src/parser/module.js";
import { contracts } from "./reading.js";

describe("the grammar is read in one way only", () => {
  it("reports nothing while it reads every contract with its own checks on", () => {
    const said: unknown[] = [];
    const { log, warn, error } = console;
    Object.assign(console, { log: said.push.bind(said), warn: said.push.bind(said), error: said.push.bind(said) });
    try {
      const shared = inject(createDefaultSharedModule(EmptyFileSystem), ConcordatGeneratedSharedModule);
      const careful = inject(createDefaultModule({ shared }), ConcordatGeneratedModule, parserModule, {
        LanguageMetaData: () => ({ ...ConcordatLanguageMetaData, mode: "development" as const }),
      });
      for (const { text } of contracts) careful.parser.LangiumParser.parse(text);
    } finally {
      Object.assign(console, { log, warn, error });
    }
    assert.deepEqual(said, []);
  });
});
