/** The words of the status bar. Nothing here knows of the editor. */

/** How it stands with the server. */
export type ServerState = "starting" | "running" | "stopped" | "failed";

/** How many findings the article has that is looked at; undefined where presslint does not read it. */
export interface Counts {
  errors: number;
  warnings: number;
  suggestions: number;
}

export interface Shown {
  text: string;
  tooltip: string;
  alarming: boolean;
}

/** What the status bar shows. */
export function statusOf(state: ServerState, counts: Counts | undefined, trusted: boolean): Shown {
  const restricted = trusted ? "" : "; this folder is not trusted, so its Python rules do not run";
  const click = ". Click for the output.";
  switch (state) {
    case "starting":
      return { text: "$(sync~spin) presslint", tooltip: `The server is starting${click}`, alarming: false };
    case "stopped":
      return { text: "$(circle-slash) presslint", tooltip: `The server is not running${click}`, alarming: false };
    case "failed":
      return { text: "$(error) presslint", tooltip: `The server could not be started${click}`, alarming: true };
    case "running": {
      if (counts === undefined) {
        return { text: "$(book) presslint", tooltip: `The server is running${restricted}${click}`, alarming: false };
      }
      const { errors, warnings, suggestions } = counts;
      const number = errors + warnings + suggestions;
      const said = [
        `${errors} ${errors === 1 ? "error" : "errors"}`,
        `${warnings} ${warnings === 1 ? "warning" : "warnings"}`,
        `${suggestions} ${suggestions === 1 ? "suggestion" : "suggestions"}`,
      ].join(", ");
      return {
        text: number ? `$(book) presslint ${number}` : "$(check) presslint",
        tooltip: `${number ? said : "Nothing to say"} in this article${restricted}${click}`,
        alarming: false,
      };
    }
  }
}
