import assert from "node:assert/strict";
import { test } from "node:test";
import { statusOf } from "../src/status";

test("the status bar has the number of findings, and the levels behind it", () => {
  const shown = statusOf("running", { errors: 1, warnings: 2, suggestions: 0 }, true);
  assert.equal(shown.text, "$(book) presslint 3");
  assert.equal(shown.tooltip, "1 error, 2 warnings, 0 suggestions in this article. Click for the output.");
  assert.match(statusOf("running", { errors: 0, warnings: 0, suggestions: 0 }, true).tooltip, /Nothing to say/);
});

test("the status bar says how it stands with the server, and with trust", () => {
  assert.equal(statusOf("failed", undefined, true).alarming, true);
  assert.match(statusOf("starting", undefined, true).text, /spin/);
  assert.match(statusOf("stopped", undefined, true).tooltip, /not running/);
  assert.match(statusOf("running", undefined, false).tooltip, /not trusted/);
});
