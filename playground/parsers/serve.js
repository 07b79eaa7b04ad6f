// The parsers behind a pipe, for tests of the stand-ins outside a browser: a line of JSON in, a line out.
//
//     node serve.js BUNDLE   {"ask": "markdown", "text": "# Words"}

import {createInterface} from 'node:readline'
import {pathToFileURL} from 'node:url'

const parsers = await import(pathToFileURL(process.argv[2]))
for await (const line of createInterface({input: process.stdin})) {
  const {ask, text} = JSON.parse(line)
  process.stdout.write(`${parsers[ask](text)}\n`)
}
