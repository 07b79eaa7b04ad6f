/** What may be set, and what of it the server is told. Nothing here knows of the editor. */

/** The settings of the section `presslint`; package.json says what each is. */
export interface Settings {
  path: string;
  interpreter: string;
  args: string[];
  config: string | Record<string, unknown> | null;
  requireConfig: boolean;
  run: "onType" | "onSave";
  debounce: number;
  deadline: number;
  suggestions: "information" | "hint" | "off";
  reason: string;
  askReason: boolean;
  pythonRules: boolean;
}

export const DEFAULTS: Settings = {
  path: "",
  interpreter: "",
  args: [],
  config: null,
  requireConfig: false,
  run: "onType",
  debounce: 20,
  deadline: 20,
  suggestions: "information",
  reason: "reviewed by the desk",
  askReason: true,
  pythonRules: true,
};

/** Settings that decide what is run: from a folder that is not trusted they are not taken. */
export const RESTRICTED: readonly (keyof Settings)[] = ["path", "interpreter", "args", "pythonRules"];

/** The editor's command that asks for the reason of a suppression. */
export const GIVE_REASON = "presslint.giveReason";

/** Where a value may be set, as the editor's `inspect` tells it. */
export interface Inspected {
  defaultValue?: unknown;
  globalValue?: unknown;
  workspaceValue?: unknown;
  workspaceFolderValue?: unknown;
}

/** The settings that hold. What a folder says of `RESTRICTED` counts only if the folder is trusted. */
export function readSettings(
  inspect: (name: string) => Inspected | undefined,
  trusted: boolean,
): Settings {
  const values = Object.fromEntries(
    (Object.keys(DEFAULTS) as (keyof Settings)[]).map((name) => {
      const found = inspect(name) ?? {};
      const own = found.globalValue ?? found.defaultValue ?? DEFAULTS[name];
      const ofFolder = found.workspaceFolderValue ?? found.workspaceValue;
      return [name, RESTRICTED.includes(name) && !trusted ? own : (ofFolder ?? own)];
    }),
  );
  return values as unknown as Settings;
}

/** What the server is told, when it starts, when it asks, and when a setting changes. */
export function serverOptions(settings: Settings, trusted: boolean): Record<string, unknown> {
  const options: Record<string, unknown> = {
    requireConfig: settings.requireConfig,
    run: settings.run,
    debounce: settings.debounce,
    deadline: settings.deadline,
    suggestions: settings.suggestions,
    reason: settings.reason.trim() || DEFAULTS.reason,
    reasonCommand: settings.askReason ? GIVE_REASON : "",
    python: trusted && settings.pythonRules,
  };
  if (settings.config !== null) {
    options["config"] = settings.config;
  }
  return options;
}

/** Whether another process has to be started for other settings to hold. */
export function needsRestart(before: Settings, after: Settings): boolean {
  return (["path", "interpreter", "args"] as const).some(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}
