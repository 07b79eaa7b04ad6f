/** How the server is started, and what is wrong when it is not. Nothing here knows of the editor. */

import * as path from "node:path";
import type { Settings } from "./settings";

/** The machine, as far as finding an executable goes. */
export interface Machine {
  windows: boolean;
  home: string;
  searchPath: string;
  isFile: (file: string) => boolean;
}

/** A process to start. `python` is the interpreter whose presslint it is, if one is known. */
export interface Command {
  file: string;
  args: string[];
  python?: string;
}

/** What is wrong, and the line for a terminal that mends it. */
export class CannotStart extends Error {
  constructor(
    message: string,
    readonly line: string = "",
  ) {
    super(message);
  }
}

const EXTRA = "'presslint[lsp]'";

/** The process to start for some settings, folders and trust. Throws CannotStart. */
export function findCommand(
  settings: Settings,
  folders: readonly string[],
  trusted: boolean,
  machine: Machine,
): Command {
  const args = ["server", ...settings.args];
  if (settings.path) {
    const file = expand(settings.path, "presslint.path", folders, trusted, machine);
    return { file: existing(file, "presslint.path", machine), args };
  }
  if (settings.interpreter) {
    const given = expand(settings.interpreter, "presslint.interpreter", folders, trusted, machine);
    const python = existing(given, "presslint.interpreter", machine);
    // -P: what lies in the folder is not to be imported
    return { file: python, args: ["-P", "-m", "presslint", ...args], python };
  }
  const { windows } = machine;
  const join = windows ? path.win32.join : path.posix.join;
  for (const folder of trusted ? folders : []) {
    const bin = join(folder, ".venv", windows ? "Scripts" : "bin");
    const file = join(bin, windows ? "presslint.exe" : "presslint");
    if (machine.isFile(file)) {
      return { file, args, python: join(bin, windows ? "python.exe" : "python") };
    }
  }
  const file = onPath("presslint", machine);
  if (file === undefined) {
    throw new CannotStart(
      "presslint is not installed where the editor looks for it (PATH); install it, or set presslint.path.",
      installLine(undefined),
    );
  }
  return { file, args };
}

/** The line that installs what the server needs. */
export function installLine(python: string | undefined): string {
  const quoted = python !== undefined && /\s/.test(python) ? `"${python}"` : python;
  return `${quoted === undefined ? "pip" : `${quoted} -m pip`} install ${EXTRA}`;
}

/** What is wrong, from what a server wrote before it ended; undefined where that says nothing known. */
export function whyEnded(command: Command, written: string): CannotStart | undefined {
  if (written.includes("No module named presslint")) {
    return new CannotStart(
      `presslint is not installed for ${command.python ?? command.file}.`,
      installLine(command.python),
    );
  }
  if (written.includes("presslint[lsp]")) {
    return new CannotStart(
      "presslint is installed without what the editor needs, its extra “lsp”.",
      installLine(command.python),
    );
  }
  if (/No such command .?server/.test(written)) {
    return new CannotStart(
      "This presslint is too old to serve an editor.",
      installLine(command.python).replace("install", "install --upgrade"),
    );
  }
  const argument = /No such option:? .*|Got unexpected extra argument.*/.exec(written);
  if (argument) {
    return new CannotStart(`presslint.args: ${argument[0].trim()}; correct the setting.`);
  }
  return undefined;
}

/** A setting with what stands for a folder replaced. A name without a folder is looked for on the PATH. */
function expand(
  value: string,
  setting: string,
  folders: readonly string[],
  trusted: boolean,
  machine: Machine,
): string {
  let file = value.replace(/^~(?=[\\/]|$)/, () => machine.home);
  if (file.includes("${workspaceFolder}")) {
    const folder = trusted ? folders[0] : undefined;
    if (folder === undefined) {
      throw new CannotStart(`${setting} names \${workspaceFolder}, but no folder is open that you trust.`);
    }
    file = file.replaceAll("${workspaceFolder}", () => folder);
  }
  const ways = machine.windows ? path.win32 : path.posix;
  if (ways.isAbsolute(file)) {
    return file;
  }
  if (file === ways.basename(file)) {
    return onPath(file, machine) ?? file;
  }
  if (trusted && folders[0] !== undefined) {
    return ways.join(folders[0], file);
  }
  throw new CannotStart(`${setting} is “${value}”; write the whole path.`);
}

function existing(file: string, setting: string, machine: Machine): string {
  if (!machine.isFile(file)) {
    throw new CannotStart(`${setting} is “${file}”, which is no file; correct the setting, or leave it empty.`);
  }
  return file;
}

/** A program on the PATH. Folders without a whole path are passed over: they would be the workspace's. */
function onPath(name: string, machine: Machine): string | undefined {
  const ways = machine.windows ? path.win32 : path.posix;
  const names = machine.windows && !ways.extname(name) ? [`${name}.exe`] : [name];
  return machine.searchPath
    .split(ways.delimiter)
    .filter((folder) => ways.isAbsolute(folder))
    .flatMap((folder) => names.map((each) => ways.join(folder, each)))
    .find(machine.isFile);
}

