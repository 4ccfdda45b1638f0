import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const ofData = createRequire(new URL("../../packages/data/package.json", import.meta.url));
const { DuckDBInstance } = await import(pathToFileURL(ofData.resolve("@duckdb/node-api")).href);

/** The data engine of the product, in the same version and with the same settings, without anything of ours around it. */
export async function openEngine({ memory, spill }) {
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    memory_limit: memory,
    ...(spill === undefined ? {} : { temp_directory: spill }),
  });
  const connection = await instance.connect();
  return {
    query: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
