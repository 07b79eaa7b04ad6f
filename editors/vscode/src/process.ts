/** Starting the server's process, and what it wrote when it ended at once. */

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { CannotStart, type Command } from "./command";

const KEPT = 4000; // characters of what was written to standard error

export interface Started {
  process: ChildProcessWithoutNullStreams;
  /** The last that it wrote to standard error. */
  written: () => string;
}

/** Start the server; rejects with CannotStart if the system cannot. */
export function start(command: Command, folder: string | undefined): Promise<Started> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, command.args, { cwd: folder, shell: false, windowsHide: true });
    let text = "";
    child.stderr.on("data", (part: Buffer) => {
      text = (text + part.toString("utf8")).slice(-KEPT);
    });
    child.stdin.on("error", () => undefined); // a process that has ended is told by its exit
    child.once("error", (error) => reject(new CannotStart(`${command.file} cannot be started: ${error.message}.`)));
    child.once("spawn", () => resolve({ process: child, written: () => text }));
  });
}

/** Wait until a process that has closed its output has ended and all that it wrote has been read. */
export function ended(started: Started): Promise<void> {
  const { process: child } = started;
  if (child.stderr.closed) {
    return Promise.resolve();
  }
  return new Promise((resolve) => child.once("close", () => resolve()));
}
