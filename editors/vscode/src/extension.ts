/** presslint in the editor: starts the server, shows how it stands, and has the commands. It sends nothing anywhere. */

import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import * as vscode from "vscode";
import { CloseAction, ErrorAction, LanguageClient, State, type LanguageClientOptions } from "vscode-languageclient/node";
import { CannotStart, type Command, findCommand, type Machine, whyEnded } from "./command";
import { ended, start, type Started } from "./process";
import { GIVE_REASON, needsRestart, readSettings, serverOptions, type Settings } from "./settings";
import { type Counts, type ServerState, statusOf } from "./status";

export const LANGUAGES = ["markdown", "mdx", "html", "plaintext", "restructuredtext", "asciidoc"];
const SELECTOR = LANGUAGES.flatMap((language) => [
  { language, scheme: "file" },
  { language, scheme: "untitled" },
]);
const SOURCE = "presslint";
const PAGE = "presslint-rule"; // the scheme of a rule's page
const SERVER = "presslint.server."; // the server's own commands begin so; the client registers them

let desk: Desk | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  desk = new Desk(context);
  await desk.restart();
}

export async function deactivate(): Promise<void> {
  await desk?.stop();
}

/** One window: its server, its status bar and its commands. */
class Desk implements vscode.TextDocumentContentProvider {
  private readonly output = vscode.window.createOutputChannel("presslint", { log: true });
  private readonly bar = vscode.window.createStatusBarItem("presslint", vscode.StatusBarAlignment.Right, 50);
  private settings: Settings = current();
  private client: LanguageClient | undefined;
  private state: ServerState = "stopped";
  private work: Promise<void> = Promise.resolve();

  constructor(context: vscode.ExtensionContext) {
    this.bar.name = "presslint";
    this.bar.command = "presslint.showOutput";
    const command = (name: string, run: (...given: never[]) => unknown): vscode.Disposable =>
      vscode.commands.registerCommand(name, run);
    context.subscriptions.push(
      this.output,
      this.bar,
      command("presslint.checkWorkspace", () => this.checkWorkspace()),
      command("presslint.explain", () => this.explain()),
      command("presslint.restart", () => this.restart()),
      command("presslint.showOutput", () => this.output.show()),
      command(GIVE_REASON, (uri: string, finding: string) => this.giveReason(uri, finding)),
      vscode.workspace.registerTextDocumentContentProvider(PAGE, this),
      vscode.languages.onDidChangeDiagnostics(() => this.show()),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.restart()),
      vscode.workspace.onDidChangeConfiguration(async (event) => {
        if (event.affectsConfiguration("presslint")) {
          await this.configured();
        }
      }),
    );
    this.show();
  }

  /** Start the server, or another in its place. */
  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.end();
      this.settings = current();
      await this.begin();
    });
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.end());
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.work = this.work.then(work, work);
    return this.work;
  }

  private async begin(): Promise<void> {
    this.turn("starting");
    let command: Command | undefined;
    let started: Started | undefined;
    let told: CannotStart | undefined;
    let ran = false;
    const client: LanguageClient = new LanguageClient(
      "presslint",
      "presslint",
      async () => {
        command = findCommand(this.settings, folders(), vscode.workspace.isTrusted, machine());
        this.output.info(`starts ${[command.file, ...command.args].join(" ")}`);
        started = await start(command, folders()[0]);
        return started.process;
      },
      {
        ...clientOptions(() => serverOptions(this.settings, vscode.workspace.isTrusted), this.output),
        errorHandler: {
          error: (_error, _message, count) => ({
            action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
          }),
          closed: async () => {
            if (started !== undefined && command !== undefined) {
              await ended(started);
              told = whyEnded(command, started.written());
            }
            if (told !== undefined || !ran) {
              return { action: CloseAction.DoNotRestart, handled: true };
            }
            return again.closed();
          },
        },
      },
    );
    const again = client.createDefaultErrorHandler();
    client.onDidChangeState(({ newState }) => {
      ran ||= newState === State.Running;
      if (this.client === client) {
        this.turn(STATES[newState]);
      }
    });
    this.client = client;
    try {
      await client.start();
      this.turn("running");
    } catch (error) {
      this.turn("failed");
      const known = told ?? (error instanceof CannotStart ? error : undefined);
      await this.complain(known ?? new CannotStart(`The server could not be started: ${words(error)}.`));
    }
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client !== undefined) {
      try {
        await client.dispose();
      } catch (error) {
        this.output.info(`the server had ended: ${words(error)}`);
      }
    }
    this.turn("stopped");
  }

  private async configured(): Promise<void> {
    const before = this.settings;
    const after = current();
    if (this.client?.state !== State.Running || needsRestart(before, after)) {
      return this.restart();
    }
    this.settings = after;
    const settings = serverOptions(after, vscode.workspace.isTrusted);
    return this.client.sendNotification("workspace/didChangeConfiguration", { settings });
  }

  /** Say what is wrong, with the line that mends it. Nobody waits for the answer. */
  private async complain(error: CannotStart): Promise<void> {
    this.output.error(error.message + (error.line ? ` In a terminal: ${error.line}` : ""));
    const [copy, settings, output] = ["Copy the line", "Settings", "Output"];
    const choices = error.line ? [copy, settings, output] : [settings, output];
    const message = `presslint: ${error.message}${error.line ? ` In a terminal: ${error.line}` : ""}`;
    void vscode.window.showErrorMessage(message, ...choices).then(async (chosen) => {
      if (chosen === copy) {
        await vscode.env.clipboard.writeText(error.line);
      } else if (chosen === settings) {
        await vscode.commands.executeCommand("workbench.action.openSettings", "presslint.");
      } else if (chosen === output) {
        this.output.show();
      }
    });
  }

  // -- the status bar --------------------------------------------------------------------------

  private turn(state: ServerState): void {
    this.state = state;
    this.show();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const read = document !== undefined && vscode.languages.match(SELECTOR, document) > 0;
    const shown = statusOf(this.state, read ? countsOf(document.uri) : undefined, vscode.workspace.isTrusted);
    this.bar.text = shown.text;
    this.bar.tooltip = shown.tooltip;
    this.bar.backgroundColor = shown.alarming
      ? new vscode.ThemeColor("statusBarItem.errorBackground")
      : undefined;
    this.bar.show();
  }

  // -- commands --------------------------------------------------------------------------------

  private async ask(name: string, ...given: unknown[]): Promise<unknown> {
    if (this.client?.state !== State.Running) {
      throw new Error("presslint: the server is not running; see “presslint: Show output”");
    }
    return this.client.sendRequest("workspace/executeCommand", { command: SERVER + name, arguments: given });
  }

  private async checkWorkspace(): Promise<void> {
    if (!folders().length) {
      void vscode.window.showInformationMessage("presslint: no folder is open to be checked.");
      return;
    }
    await this.ask("checkWorkspace");
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }

  private async giveReason(uri: string, finding: string): Promise<void> {
    const reason = await vscode.window.showInputBox({
      title: "Let it stand",
      prompt: "Why may it stand? The reason is written into the article.",
      value: this.settings.reason,
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() ? undefined : "Say why it may stand."),
    });
    if (reason?.trim()) {
      await this.ask("suppress", uri, finding, reason.trim());
    }
  }

  private async explain(): Promise<void> {
    const rule = await chosenRule();
    if (rule !== undefined) {
      const page = vscode.Uri.from({ scheme: PAGE, path: `/${rule}.md` });
      await vscode.commands.executeCommand("markdown.showPreviewToSide", page);
    }
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return String(await this.ask("explain", uri.path.slice(1).replace(/\.md$/, "")));
  }
}

const STATES: Record<State, ServerState> = {
  [State.Starting]: "starting",
  [State.Running]: "running",
  [State.Stopped]: "stopped",
  [State.StartFailed]: "failed",
};

/** What the client is made with; `options` are asked for again whenever the server asks. */
export function clientOptions(
  options: () => Record<string, unknown>,
  output: vscode.LogOutputChannel,
): LanguageClientOptions {
  return {
    documentSelector: SELECTOR,
    diagnosticCollectionName: SOURCE,
    initializationOptions: options,
    outputChannel: output,
    middleware: {
      workspace: {
        // the settings as they are would let an untrusted folder allow its own Python rules
        configuration: (params, token, next) =>
          params.items.every((item) => item.section === "presslint")
            ? params.items.map(options)
            : next(params, token),
      },
    },
  };
}

/** The rule of the finding at the cursor, or one of the article's that is picked. */
async function chosenRule(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const found = editor === undefined ? [] : findings(editor.document.uri);
  if (editor === undefined || !found.length) {
    void vscode.window.showInformationMessage("presslint: there is no finding in this article.");
    return undefined;
  }
  const here = found.filter((each) => each.range.intersection(editor.selection) !== undefined);
  const rules = new Map((here.length ? here : found).map((each) => [ruleOf(each), each.message]));
  if (rules.size === 1) {
    return [...rules.keys()][0];
  }
  const items = [...rules].map(([label, detail]) => ({ label, detail }));
  return (await vscode.window.showQuickPick(items, { title: "Explain which finding?" }))?.label;
}

/** The findings of a file that are of a rule. */
function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((each) => each.source === SOURCE && ruleOf(each));
}

function ruleOf(found: vscode.Diagnostic): string {
  const code = typeof found.code === "object" ? found.code.value : found.code;
  return code === undefined ? "" : String(code);
}

function countsOf(uri: vscode.Uri): Counts {
  const levels = findings(uri).map((each) => each.severity);
  const errors = levels.filter((level) => level === vscode.DiagnosticSeverity.Error).length;
  const warnings = levels.filter((level) => level === vscode.DiagnosticSeverity.Warning).length;
  return { errors, warnings, suggestions: levels.length - errors - warnings };
}

function current(): Settings {
  const section = vscode.workspace.getConfiguration("presslint");
  return readSettings((name) => section.inspect(name), vscode.workspace.isTrusted);
}

function folders(): string[] {
  return (vscode.workspace.workspaceFolders ?? [])
    .filter((folder) => folder.uri.scheme === "file")
    .map((folder) => folder.uri.fsPath);
}

function machine(): Machine {
  return {
    windows: process.platform === "win32",
    home: homedir(),
    searchPath: process.env["PATH"] ?? "",
    isFile: (file) => existsSync(file) && statSync(file).isFile(),
  };
}

function words(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
}
