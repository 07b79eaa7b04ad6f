// presslint in Pyodide, off the page's own thread. Asked {id, ask, …}, it answers {id, answer} or {id, failed}; while it
// starts it tells how far it is: {progress}.

import {definitions, html, markdown} from './parsers.mjs'
import {loadPyodide} from './pyodide/pyodide.mjs'

const here = new URL('.', import.meta.url)

async function bytesOf(path) {
  const response = await fetch(new URL(path, here))
  if (!response.ok) throw new Error(`${path} cannot be had (${response.status})`)
  return response.arrayBuffer()
}

async function start() {
  const built = await (await fetch(new URL('built.json', here))).json()
  postMessage({progress: 'Python is being loaded…'})
  const archives = ['standins.zip', 'desk.zip', ...built.wheels.map((name) => `wheels/${name}`)]
  const [pyodide, ...loaded] = await Promise.all([
    loadPyodide({indexURL: new URL('pyodide/', here).href, env: {HOME: '/home/pyodide', PRESSLINT_NO_INDEX: '1'}}),
    ...archives.map(bytesOf),
  ])
  postMessage({progress: 'presslint is being unpacked…'})
  for (const archive of loaded) pyodide.unpackArchive(archive, 'zip', {extractDir: built.packages})
  pyodide.registerJsModule('presslint_parsers', {definitions, html, markdown})
  postMessage({progress: 'The rules are being read…'})
  const desk = pyodide.pyimport('presslint_desk')
  desk.check('# Ready\n', 'ready.md')
  return desk
}

const started = start()
started.then(
  () => postMessage({ready: true}),
  (error) => postMessage({dead: String(error)}),
)

addEventListener('message', async ({data: {id, ask, text, bytes, path}}) => {
  try {
    const desk = await started
    const begin = performance.now()
    const said = ask === 'file' ? desk.check_bytes(new Uint8Array(bytes), path) : desk[ask](text, path)
    postMessage({id, answer: JSON.parse(said), milliseconds: performance.now() - begin})
  } catch (error) {
    postMessage({id, failed: String(error)})
  }
})
