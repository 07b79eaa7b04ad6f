/** Writes beside the bundle which libraries stand in it, each with its licence: theirs ask for it, and readers may. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const [bundled, notices] = process.argv.slice(2);

/** The folder of the package that a file of the bundle belongs to: the nearest above it whose package.json has a name. */
function packageOf(file) {
  for (let folder = dirname(file); folder.includes("node_modules"); folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name !== undefined) {
      return folder;
    }
  }
  return undefined;
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) {
    throw new Error(`${name} ${version} brings no licence; ask its authors before it is packed`);
  }
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}

const files = Object.keys(JSON.parse(readFileSync(bundled, "utf8")).inputs);
const folders = [...new Set(files.filter((file) => file.startsWith("node_modules")).map(packageOf))].sort();
writeFileSync(notices, folders.map(notice).join(`\n${"-".repeat(80)}\n\n`));
