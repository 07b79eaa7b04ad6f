/** The real server, over the transport of the client and with what the extension tells it. */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { type Command, findCommand, whyEnded } from "../src/command";
import { ended, start } from "../src/process";
import { DEFAULTS, GIVE_REASON, serverOptions, type Settings } from "../src/settings";

// a Python that has presslint with its extra “lsp”
const python = process.env["PRESSLINT_PYTHON"] ?? "";
const skip = python ? false : "set PRESSLINT_PYTHON to a Python that has presslint[lsp]";
const STORY = "---\ntitle: The mayor spoke at length\n---\n\n😀 The the mayor spoke.\n";

const command = (): Command =>
  findCommand({ ...DEFAULTS, interpreter: python }, [], true, {
    windows: process.platform === "win32",
    home: "",
    searchPath: "",
    isFile: () => true,
  });

/** A folder with an article, a server, and the server's settings as the extension sends them. */
async function session(
  settings: Settings,
  trusted: boolean,
  work: (server: ProtocolConnection, uri: string, folder: string) => Promise<void>,
  files: Record<string, string> = { "presslint.yaml": "select: [repeated-word]\n" },
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "presslint-"));
  mkdirSync(join(folder, "house"));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  const started = await start(command(), folder);
  const server = createProtocolConnection(
    new StreamMessageReader(started.process.stdout),
    new StreamMessageWriter(started.process.stdin),
  );
  server.onRequest("workspace/configuration", (asked: { items: { section: string }[] }) =>
    asked.items.map(() => serverOptions(settings, trusted)),
  );
  server.onRequest("client/registerCapability", () => null);
  server.onRequest("workspace/diagnostic/refresh", () => null);
  server.listen();
  try {
    const root = pathToFileURL(folder).href;
    await server.sendRequest("initialize", {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: "site" }],
      initializationOptions: serverOptions(settings, trusted),
      capabilities: {
        workspace: { configuration: true, applyEdit: true, workspaceEdit: { documentChanges: true } },
        textDocument: {
          diagnostic: {},
          codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
        },
      },
    });
    await server.sendNotification("initialized", {});
    const uri = pathToFileURL(join(folder, "story.md")).href;
    await server.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "markdown", version: 1, text: STORY },
    });
    await work(server, uri, folder);
    await server.sendRequest("shutdown");
    await server.sendNotification("exit");
    await ended(started);
    assert.equal(started.process.exitCode, 0, started.written());
  } finally {
    server.dispose();
    started.process.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pull(server: ProtocolConnection, uri: string): Promise<Diagnostic[]> {
  const answer = await server.sendRequest<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } });
  return answer.items;
}

async function actions(server: ProtocolConnection, uri: string, found: Diagnostic): Promise<CodeAction[]> {
  return server.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range: found.range,
    context: { diagnostics: [found] },
  });
}

test("findings and actions of the real server; a reason is asked for by the extension's command", { skip }, async () => {
  await session(DEFAULTS, true, async (server, uri) => {
    const found = await pull(server, uri);
    assert.deepEqual(found.map((each) => [each.code, each.source]), [["repeated-word", "presslint"]]);
    assert.deepEqual(found[0]?.range.start, { line: 4, character: 3 }); // UTF-16: the emoji is two
    const offered = await actions(server, uri, found[0] as Diagnostic);
    assert.ok(offered.some((each) => each.isPreferred && each.edit), "no fix");
    const asking = offered.find((each) => each.command?.command === GIVE_REASON);
    const [place, finding] = asking?.command?.arguments ?? [];
    assert.equal(place, uri);
    let written = "";
    server.onRequest("workspace/applyEdit", (params) => {
      written = JSON.stringify(params);
      return { applied: true };
    });
    const given = [place, finding, "he said it so"];
    const done = await server.sendRequest("workspace/executeCommand", {
      command: "presslint.server.suppress",
      arguments: given,
    });
    assert.equal(done, true);
    assert.match(written, /he said it so/);
    const page = await server.sendRequest("workspace/executeCommand", {
      command: "presslint.server.explain",
      arguments: ["repeated-word"],
    });
    assert.match(String(page), /^# repeated-word\n/);
  });
});

test("without the question, the reason of the settings is written; changed settings hold at once", { skip }, async () => {
  const settings: Settings = { ...DEFAULTS, askReason: false, reason: "the desk let it stand" };
  await session(settings, true, async (server, uri) => {
    const [found] = await pull(server, uri);
    const action = (await actions(server, uri, found as Diagnostic)).find((each) => each.title.startsWith("Let it stand"));
    const resolved = await server.sendRequest<CodeAction>("codeAction/resolve", action);
    assert.match(JSON.stringify(resolved.edit), /the desk let it stand/);
    const asking = serverOptions({ ...settings, askReason: true }, true);
    await server.sendNotification("workspace/didChangeConfiguration", { settings: asking });
    const offered = await actions(server, uri, found as Diagnostic);
    assert.ok(offered.some((each) => each.command?.command === GIVE_REASON));
  });
});

test("Python rules of a folder run only if it is trusted", { skip }, async () => {
  const files = {
    "presslint.yaml": "extends: []\nselect: [repeated-word, own-rule]\npacks: [house]\npython: true\n",
    "house/own_rule.py": [
      "from presslint import Rule",
      "class OwnRule(Rule):",
      '    """Something stands. """',
      "    def check(self, article):",
      "        yield self.finding(article, 'Write something.')",
      "",
    ].join("\n"),
  };
  for (const trusted of [true, false]) {
    const work = async (server: ProtocolConnection, uri: string): Promise<void> => {
      const codes = (await pull(server, uri)).map((each) => each.code);
      assert.equal(codes.includes("own-rule"), trusted, String(codes));
    };
    await session(DEFAULTS, trusted, work, files);
  }
});

test("what stands between a Python and a server is told with the line that mends it", { skip }, async () => {
  const without: Command = { file: python, args: ["-I", "-S", "-m", "presslint", "server"], python };
  const started = await start(without, undefined);
  await ended(started);
  assert.match(whyEnded(without, started.written())?.line ?? started.written(), /-m pip install 'presslint\[lsp\]'/);
});
