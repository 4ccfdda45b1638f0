#!/usr/bin/env node
import { main } from "../dist/main.js";

// Whoever reads the output may stop before its end, as `head` does.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

process.exitCode = await main(process.argv.slice(2));
