/** What a browser has for `node:assert/strict`. */
import assert from "assert/build/assert.js";

export default assert.strict;
