import assert from "node:assert/strict";
import { test } from "node:test";
import { CannotStart, findCommand, installLine, type Machine, whyEnded } from "../src/command";
import { start, ended } from "../src/process";
import { DEFAULTS } from "../src/settings";

const unix = (...files: string[]): Machine => ({
  windows: false,
  home: "/home/ana",
  searchPath: ".:bin:/usr/bin:/opt/bin",
  isFile: (file) => files.includes(file),
});
const windows = (...files: string[]): Machine => ({
  windows: true,
  home: "C:\\Users\\ana",
  searchPath: ".;C:\\bin",
  isFile: (file) => files.includes(file),
});

const said = (work: () => unknown): CannotStart => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof CannotStart);
    return error;
  }
  return assert.fail("it started");
};

test("the PATH is searched, but not its folders that depend on where one is", () => {
  const here = unix("./presslint", "bin/presslint", "presslint", "/opt/bin/presslint");
  assert.deepEqual(findCommand(DEFAULTS, [], true, here), { file: "/opt/bin/presslint", args: ["server"] });
  assert.equal(findCommand(DEFAULTS, [], true, windows("C:\\bin\\presslint.exe")).file, "C:\\bin\\presslint.exe");
});

test("the environment of a folder is taken only if the folder is trusted", () => {
  const here = unix("/site/.venv/bin/presslint", "/usr/bin/presslint");
  const found = findCommand(DEFAULTS, ["/site"], true, here);
  assert.deepEqual([found.file, found.python], ["/site/.venv/bin/presslint", "/site/.venv/bin/python"]);
  assert.equal(findCommand(DEFAULTS, ["/site"], false, here).file, "/usr/bin/presslint");
  const there = windows("C:\\site\\.venv\\Scripts\\presslint.exe");
  assert.match(findCommand(DEFAULTS, ["C:\\site"], true, there).file, /Scripts\\presslint\.exe$/);
});

test("a path is the user's, with ~, a folder, or a name on the PATH", () => {
  const here = unix("/home/ana/bin/presslint", "/site/tools/presslint", "/opt/bin/pl");
  const at = (path: string, trusted = true): string =>
    findCommand({ ...DEFAULTS, path }, ["/site"], trusted, here).file;
  assert.equal(at("~/bin/presslint"), "/home/ana/bin/presslint");
  assert.equal(at("${workspaceFolder}/tools/presslint"), "/site/tools/presslint");
  assert.equal(at("tools/presslint"), "/site/tools/presslint");
  assert.equal(at("pl"), "/opt/bin/pl");
  assert.match(said(() => at("tools/presslint", false)).message, /write the whole path/);
  assert.match(said(() => at("${workspaceFolder}/tools/presslint", false)).message, /no folder is open that you trust/);
  assert.match(said(() => at("/gone")).message, /“\/gone”, which is no file/);
});

test("an interpreter runs its presslint, and nothing that lies in the folder", () => {
  const found = findCommand({ ...DEFAULTS, interpreter: "/usr/bin/python3", args: ["--stdio"] }, [], true, unix("/usr/bin/python3"));
  assert.deepEqual(found.args, ["-P", "-m", "presslint", "server", "--stdio"]);
  assert.equal(found.python, "/usr/bin/python3");
});

test("without presslint, the line that installs it is named", () => {
  const error = said(() => findCommand(DEFAULTS, ["/site"], true, unix()));
  assert.match(error.message, /not installed/);
  assert.equal(error.line, "pip install 'presslint[lsp]'");
  assert.equal(installLine("/my python"), "\"/my python\" -m pip install 'presslint[lsp]'");
});

test("what a server wrote before it ended says what to do", () => {
  const command = { file: "/usr/bin/python3", args: [], python: "/usr/bin/python3" };
  const line = "/usr/bin/python3 -m pip install 'presslint[lsp]'";
  assert.equal(whyEnded(command, "/usr/bin/python3: No module named presslint")?.line, line);
  const extra = whyEnded(command, "the language server needs pygls; install it with: pip install 'presslint[lsp]'");
  assert.match(extra?.message ?? "", /“lsp”/);
  assert.equal(extra?.line, line);
  assert.match(whyEnded(command, "Error: No such command 'server'.")?.line ?? "", /--upgrade/);
  assert.match(whyEnded(command, "Error: No such option: --loud")?.message ?? "", /presslint\.args: .*--loud/);
  assert.equal(whyEnded(command, "Traceback …"), undefined);
});

test("a process that cannot be started is told, and one that ends is read to its end", async () => {
  await assert.rejects(start({ file: "/gone/presslint", args: [] }, undefined), CannotStart);
  const script = "process.stderr.write('No module named presslint'); process.exit(1)";
  const started = await start({ file: process.execPath, args: ["-e", script] }, undefined);
  await ended(started);
  assert.equal(started.written(), "No module named presslint");
});
