// The page: a story on one side, the notes on the other. Everything is done in the worker beside it.

const MARKS = new Set(['error', 'warning', 'suggestion'])
const WAIT = 250 // milliseconds without a keystroke before the story is read again
const part = (id) => document.getElementById(id)
const story = part('story')
const mirror = part('mirror')
const format = part('format')
const example = part('example')
const mend = part('mend')
const list = part('list')

// -- the worker ------------------------------------------------------------------------------------

// Made from a blob, a worker has the policy of this page: what it runs can send nothing either.
function worker() {
  const address = new URL('worker.js', import.meta.url).href
  const blob = new Blob([`import ${JSON.stringify(address)}`], {type: 'text/javascript'})
  return new Worker(URL.createObjectURL(blob), {type: 'module'})
}

const presslint = worker()
const waiting = new Map()
let asked = 0
let isReady = false

export const ready = new Promise((resolve, reject) => {
  presslint.addEventListener('error', (event) => reject(new Error(event.message || 'the worker does not start')))
  presslint.addEventListener('message', ({data}) => {
    if (data.progress) say(data.progress)
    else if (data.ready) resolve()
    else if (data.dead) reject(new Error(data.dead))
    else {
      const {answered, failed} = waiting.get(data.id)
      waiting.delete(data.id)
      if (data.failed) failed(new Error(data.failed))
      else answered(data)
    }
  })
})

export function ask(what, path, given) {
  asked += 1
  const id = asked
  return new Promise((answered, failed) => {
    waiting.set(id, {answered, failed})
    presslint.postMessage({id, ask: what, path, ...given})
  })
}

// -- the notes -------------------------------------------------------------------------------------

let findings = []
let current = -1

function say(words) {
  part('status').textContent = words
}

function made(tag, words = '', name = '') {
  const element = document.createElement(tag)
  element.textContent = words
  if (name) element.className = name
  return element
}

// presslint counts code points, a text field code units.
function units(text) {
  const at = []
  for (let unit = 0; unit < text.length; unit += text.codePointAt(unit) > 0xffff ? 2 : 1) at.push(unit)
  at.push(text.length)
  return at
}

function counted(found) {
  const names = {error: ['error', 'errors'], warning: ['warning', 'warnings'], suggestion: ['suggestion', 'suggestions']}
  const parts = Object.entries(names).flatMap(([level, [one, many]]) => {
    const count = found.filter((each) => each.severity === level).length
    return count ? [`${count} ${count === 1 ? one : many}`] : []
  })
  return parts.length ? parts.join(', ') : 'Nothing to note'
}

function show(result, milliseconds) {
  const at = units(result.text)
  findings = result.findings.map((each) => ({...each, from: at[each.start.offset], to: at[each.end.offset]}))
  current = -1
  list.replaceChildren(...findings.map(note))
  part('problems').replaceChildren(...result.problems.map(({message}) => made('li', message)))
  const words = result.articles.reduce((sum, each) => sum + each.word_count, 0)
  say(`${counted(findings)} in ${words} ${words === 1 ? 'word' : 'words'} (${Math.round(milliseconds)} ms)`)
  mend.disabled = !findings.some((each) => each.fixes.length === 1 && each.fixes[0].applicability === 'safe')
  paint()
}

function note(found, number) {
  const level = MARKS.has(found.severity) ? found.severity : 'suggestion'
  const item = made('li', '', level)
  const said = made('p', '', 'said')
  said.append(made('span', level, 'level'), ` ${found.message}`)
  const about = made('p', '', 'about')
  const place = made('button', `Line ${found.start.line}`)
  place.type = 'button'
  place.setAttribute('aria-label', `Line ${found.start.line}: show in the story, ${found.message}`)
  place.addEventListener('click', () => go(number))
  about.append(place)
  for (const fix of found.fixes.filter((each) => each.applicability !== 'display')) {
    const button = made('button', fix.message)
    button.type = 'button'
    button.addEventListener('click', () => apply(fix))
    about.append(button)
  }
  const rule = made(found.url ? 'a' : 'span', found.rule)
  if (found.url) Object.assign(rule, {href: found.url, target: '_blank', rel: 'noopener noreferrer'})
  about.append(rule)
  item.append(said, about)
  return item
}

function go(number) {
  const found = findings[number]
  if (!found) return
  current = number
  list.querySelectorAll('[aria-current]').forEach((each) => each.removeAttribute('aria-current'))
  list.children[number].setAttribute('aria-current', 'true')
  list.children[number].scrollIntoView({block: 'nearest'})
  paint()
  story.focus()
  story.setSelectionRange(found.from, found.to)
  const mark = mirror.querySelector('.here')
  if (mark) story.scrollTop = Math.max(0, mark.offsetTop - story.clientHeight / 3)
  fit()
}

// The story behind the text field, with what is noted marked; where two notes meet the graver shows.
function paint() {
  const text = story.value
  const pieces = []
  let at = 0
  const order = findings.map((each, number) => [each, number]).sort(([left], [right]) => left.from - right.from || right.to - left.to)
  for (const [found, number] of order) {
    if (found.from < at || found.to > text.length) continue
    pieces.push(text.slice(at, found.from))
    const mark = made('mark', text.slice(found.from, found.to), number === current ? `${found.severity} here` : found.severity)
    pieces.push(mark)
    at = found.to
  }
  pieces.push(`${text.slice(at)}\n`)
  mirror.replaceChildren(...pieces)
  fit()
}

function fit() {
  mirror.scrollTop = story.scrollTop
}

// -- the story -------------------------------------------------------------------------------------

let isBusy = false
let isStale = false
let timer = 0
let fileName = ''

function path() {
  return fileName && fileName.toLowerCase().endsWith(format.value) ? fileName : `story${format.value}`
}

async function read() {
  if (!isReady || format.value === '.docx') return
  if (isBusy) {
    isStale = true
    return
  }
  isBusy = true
  const text = story.value
  try {
    const {answer, milliseconds} = await ask('check', path(), {text})
    if (story.value === text) show(answer, milliseconds)
  } catch (error) {
    say(`presslint stopped: ${error.message}`)
  }
  isBusy = false
  if (isStale) {
    isStale = false
    read()
  }
}

function soon() {
  clearTimeout(timer)
  timer = setTimeout(read, WAIT)
}

function changed() {
  if (format.value === '.docx') format.value = '.txt' // what was read of it, as words
  findings = []
  current = -1
  paint()
  soon()
}

function put(text, suffix, name = '') {
  story.value = text
  fileName = name
  if (suffix && [...format.options].some((each) => each.value === suffix)) format.value = suffix
  story.scrollTop = 0
  findings = []
  paint()
}

function apply(fix) {
  const at = units(story.value)
  let text = story.value
  for (const edit of [...fix.edits].sort((left, right) => right.start - left.start)) {
    text = text.slice(0, at[edit.start]) + edit.text + text.slice(at[edit.end])
  }
  story.value = text
  changed()
  part('notes').focus()
}

async function open(file) {
  if (!file) return
  const suffix = /\.[^.]+$/.exec(file.name.toLowerCase())?.[0] ?? '.txt'
  const bytes = await file.arrayBuffer()
  say(`${file.name} is being read…`)
  await ready
  try {
    const {answer, milliseconds} = await ask('file', file.name, {bytes})
    put(answer.text, suffix, file.name)
    show(answer, milliseconds)
  } catch (error) {
    say(`presslint stopped: ${error.message}`)
  }
}

story.addEventListener('input', changed)
story.addEventListener('scroll', fit)
format.addEventListener('change', read)
part('tools').addEventListener('submit', (event) => event.preventDefault())
part('file').addEventListener('change', (event) => open(event.target.files[0]))
mend.addEventListener('click', async () => {
  const {answer} = await ask('mend', path(), {text: story.value})
  story.value = answer.text
  paint()
  await read()
  part('notes').focus()
})
example.addEventListener('change', async () => {
  if (!example.value) return
  const response = await fetch(new URL(`examples/${example.value}`, import.meta.url))
  put(await response.text(), /\.[^.]+$/.exec(example.value)[0], example.value)
  read()
})
const sheet = part('sheet')
sheet.addEventListener('dragover', (event) => {
  event.preventDefault()
  sheet.classList.add('dropping')
})
sheet.addEventListener('dragleave', () => sheet.classList.remove('dropping'))
sheet.addEventListener('drop', (event) => {
  event.preventDefault()
  sheet.classList.remove('dropping')
  if (event.dataTransfer.files.length) open(event.dataTransfer.files[0])
  else put(event.dataTransfer.getData('text/plain'), format.value)
  soon()
})
addEventListener('keydown', (event) => {
  if (event.key !== 'F8' || !findings.length) return
  event.preventDefault()
  go(event.shiftKey ? (current <= 0 ? findings.length : current) - 1 : (current + 1) % findings.length)
})
new ResizeObserver(fit).observe(story)

const built = await (await fetch(new URL('built.json', import.meta.url))).json()
example.append(...built.examples.map((name) => Object.assign(made('option', name), {value: name})))
part('version').textContent = `presslint ${built.version}, Python in Pyodide ${built.pyodide}.`
if (!story.value) {
  const first = built.examples[0]
  const text = await (await fetch(new URL(`examples/${first}`, import.meta.url))).text()
  if (!story.value) put(text, /\.[^.]+$/.exec(first)[0], first)
}
ready.then(
  () => {
    isReady = true
    document.body.dataset.ready = 'true'
    read()
  },
  (error) => say(`presslint does not start: ${error.message}`),
)
