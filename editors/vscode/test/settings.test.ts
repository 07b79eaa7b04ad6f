import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { DEFAULTS, GIVE_REASON, type Inspected, needsRestart, readSettings, RESTRICTED, serverOptions } from "../src/settings";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));

const of = (values: Record<string, Inspected>) => (name: string) => values[name];

test("package.json has every setting with the same default, and no other but the trace", () => {
  const properties: Record<string, { default: unknown }> = manifest.contributes.configuration.properties;
  const said = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name.replace("presslint.", ""), each.default]),
  );
  delete said["trace.server"];
  assert.deepEqual(said, DEFAULTS);
});

test("package.json restricts the same settings in folders that are not trusted", () => {
  const restricted: string[] = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
  assert.deepEqual(
    restricted.map((name) => name.replace("presslint.", "")).sort(),
    [...RESTRICTED].sort(),
  );
  assert.equal(manifest.capabilities.untrustedWorkspaces.supported, "limited");
  assert.equal(manifest.capabilities.virtualWorkspaces.supported, false);
});

test("a folder's own settings win, but not over what is run where it is not trusted", () => {
  const values = {
    path: { defaultValue: "", globalValue: "/mine", workspaceValue: "/theirs" },
    pythonRules: { globalValue: false, workspaceFolderValue: true },
    requireConfig: { defaultValue: false, workspaceValue: true },
  };
  const trusted = readSettings(of(values), true);
  assert.deepEqual([trusted.path, trusted.pythonRules, trusted.requireConfig], ["/theirs", true, true]);
  const untrusted = readSettings(of(values), false);
  assert.deepEqual([untrusted.path, untrusted.pythonRules, untrusted.requireConfig], ["/mine", false, true]);
});

test("Python rules run only in trusted folders, if at all", () => {
  assert.equal(serverOptions(DEFAULTS, true)["python"], true);
  assert.equal(serverOptions(DEFAULTS, false)["python"], false);
  assert.equal(serverOptions({ ...DEFAULTS, pythonRules: false }, true)["python"], false);
});

test("the server is told of the command that asks for a reason, if it is to be asked for", () => {
  assert.equal(serverOptions(DEFAULTS, true)["reasonCommand"], GIVE_REASON);
  assert.equal(serverOptions({ ...DEFAULTS, askReason: false }, true)["reasonCommand"], "");
  assert.equal(serverOptions({ ...DEFAULTS, reason: "  " }, true)["reason"], DEFAULTS.reason);
});

test("a config is told only where one is set", () => {
  assert.equal("config" in serverOptions(DEFAULTS, true), false);
  assert.deepEqual(serverOptions({ ...DEFAULTS, config: { version: 1 } }, true)["config"], { version: 1 });
});

test("another process is needed only for another command", () => {
  assert.equal(needsRestart(DEFAULTS, { ...DEFAULTS, reason: "he said it so", args: [] }), false);
  assert.equal(needsRestart(DEFAULTS, { ...DEFAULTS, args: ["--stdio"] }), true);
  assert.equal(needsRestart(DEFAULTS, { ...DEFAULTS, path: "/x" }), true);
});

test("the commands are the extension's own", () => {
  const names: string[] = manifest.contributes.commands.map((each: { command: string }) => each.command);
  assert.deepEqual(names.filter((name) => name.startsWith("presslint.server.")), []);
  assert.equal(GIVE_REASON.startsWith("presslint.server."), false);
});
