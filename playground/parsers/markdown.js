// Markdown as the events that pulldown-cmark gives, made from micromark's tokens, which know their exact places.
//
// `markdownEvents` gives [name, value, start, end] in the order and with the words of pyromark's `events_with_range`,
// offsets in UTF-16 code units; the bridge turns them into bytes. What differs is told in the README beside this.

import {parse, postprocess, preprocess} from 'micromark'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import {decodeString} from 'micromark-util-decode-string'
import {normalizeIdentifier} from 'micromark-util-normalize-identifier'

const EXTENSIONS = [gfmTable(), gfmFootnote(), gfmStrikethrough({singleTilde: true}), gfmTaskListItem()]
const MARKS = {emphasis: 'Emphasis', strong: 'Strong', strikethrough: 'Strikethrough'}
const ALERT = /^[ \t]*\[!(note|tip|important|warning|caution)\][ \t]*(?:\r?\n|$)/i
const HEADING_ATTRIBUTES = /[ \t]*\{([^{}<>\\\r\n]*)\}[ \t]*$/
const BYTE_ORDER_MARK = '\uFEFF'

function tokensOf(text) {
  // micromark drops a byte-order mark at the start without counting it; any other letter keeps the places
  const counted = text.startsWith(BYTE_ORDER_MARK) ? '\uFFFE' + text.slice(1) : text
  const parser = parse({extensions: EXTENSIONS})
  return postprocess(parser.document().write(preprocess()(counted, 'utf8', true)))
}

// Whether a blank line stands between the items of a list or between the blocks of one of them: micromark's own rule.
function isLoose(events) {
  let depth = 0
  let atMarker = false
  for (const [kind, token] of events.slice(1)) {
    if (token._container) {
      atMarker = false
      depth += kind === 'enter' ? 1 : -1
    } else if (token.type === 'listItemPrefix') {
      if (kind === 'exit') atMarker = true
    } else if (token.type === 'lineEndingBlank') {
      if (kind === 'enter' && depth === 0) {
        if (!atMarker) return true
        atMarker = false
      }
    } else if (token.type !== 'linePrefix') {
      atMarker = false
    }
  }
  return false
}

function markLooseLists(events) {
  const open = []
  events.forEach(([kind, token], number) => {
    if (token.type !== 'listOrdered' && token.type !== 'listUnordered') return
    if (kind === 'enter') open.push(number)
    else token.isLoose = isLoose(events.slice(open.pop(), number))
  })
}

// A label as its definition is known by: white space is one blank.
const oneLine = (label) => label.trim().replace(/\s+/g, ' ')

class Compiler {
  constructor(text) {
    this.text = text
    this.events = []
    this.definitions = new Map()
    this.awaiting = [] // links by reference: their definition may come later
    this.containers = [] // what is open: {type, isLoose, item}
    this.blocks = [] // paragraphs, headings and cells that are open
    this.references = [] // links and pictures that are open
    this.quiet = 0 // open tokens that give no words
    this.pending = -1 // where a hard break began
    this.afterCheck = false
  }

  compile() {
    const tokens = tokensOf(this.text)
    markLooseLists(tokens)
    for (const [kind, token] of tokens) {
      const start = token.start.offset
      const end = token.end.offset
      if (kind === 'enter') this.enter(token, start, end)
      else this.exit(token, start, end)
      if (token.type === 'linePrefix') this.indent = [start, end]
    }
    for (const [detail, label] of this.awaiting) {
      const found = this.definitions.get(normalizeIdentifier(label))
      if (found) Object.assign(detail, {dest_url: found.dest, title: found.title ?? ''})
    }
    return this
  }

  slice(token) {
    return this.text.slice(token.start.offset, token.end.offset)
  }

  // The place behind the end of the line that ends at `at`.
  lineAfter(at) {
    if (this.text.startsWith('\r\n', at)) return at + 2
    return at < this.text.length && '\r\n'.includes(this.text[at]) ? at + 1 : at
  }

  emit(name, value, start, end) {
    const event = [name, value, start, end]
    this.events.push(event)
    return event
  }

  words(start, end) {
    if (this.afterCheck) {
      this.afterCheck = false
      while (start < end && ' \t'.includes(this.text[start])) start += 1
    }
    if (end > start) this.emit('Text', this.text.slice(start, end), start, end)
  }

  open(value, start) {
    const event = this.emit('Start', value, start, start)
    return {event, value}
  }

  close(opened, value, end) {
    opened.event[3] = end
    this.emit('End', value, opened.event[2], end)
  }

  // Where a list or item begins: its indentation is part of it.
  indented(start) {
    return this.indent && this.indent[1] === start ? this.indent[0] : start
  }

  hush(token) {
    this.quiet += 1
    token.isQuiet = true
  }

  enter(token, start, end) {
    const {type} = token
    if (this.code && type === 'codeTextData') this.code.value += this.slice(token)
    if (this.code && type === 'lineEnding') this.code.value += ' '.repeat(this.lineAfter(start) - start)
    if (this.quiet) {
      this.enterQuiet(token)
      return
    }
    const method = this[`enter_${type}`]
    if (method) method.call(this, token, start, end)
    else if (type in MARKS) this.opened(token, MARKS[type], start)
  }

  // Inside a link's target, a definition or the fence of code, nothing is words; its parts are noted.
  enterQuiet(token) {
    const noted = this.noted
    if (!noted || !(token.type in noted.wanted)) return
    const key = noted.wanted[token.type]
    const value = this.slice(token)
    noted.found[key] = key === 'label' ? oneLine(value) : decodeString(value.replace(/(\r?\n)[ \t>]+/g, '$1'))
  }

  exit(token, start, end) {
    if (token.isQuiet) {
      this.quiet -= 1
      if (token.whenDone) token.whenDone()
      return
    }
    if (this.quiet) return
    const method = this[`exit_${token.type}`]
    if (method) method.call(this, token, start, end)
    else if (token.opened) this.close(token.opened, token.opened.value, end)
  }

  opened(token, value, start) {
    token.opened = this.open(value, start)
  }

  note(token, wanted, whenDone) {
    const found = {}
    this.noted = {wanted, found}
    this.hush(token)
    token.whenDone = () => {
      this.noted = null
      whenDone(found)
    }
  }

  // -- words ---------------------------------------------------------------------------------------

  enter_data(token, start, end) {
    if (this.blocks.length) this.words(start, end)
  }

  enter_characterEscape(token, start, end) {
    this.hush(token)
    this.emit('Text', this.text.slice(start + 1, end), start + 1, end)
  }

  enter_characterReference(token, start, end) {
    this.hush(token)
    this.emit('Text', decodeString(this.slice(token)), start, end)
  }

  enter_hardBreakTrailing(token, start) {
    this.pending = start
  }

  enter_hardBreakEscape(token, start) {
    this.pending = start
  }

  // micromark counts the marks of containers on the next line to the end of this one; they are not of it.
  enter_lineEnding(token, start) {
    const end = this.lineAfter(start)
    const {flow} = this
    if (flow) {
      this.flowLine(start, end)
      return
    }
    const block = this.blocks.at(-1)
    if (!block) return
    if (block.skipsLine) {
      block.skipsLine = false
      this.quietLine = false
      return
    }
    const isHard = this.pending >= 0
    this.emit(isHard ? 'HardBreak' : 'SoftBreak', null, isHard ? this.pending : start, end)
    this.pending = -1
  }

  enter_taskListCheck(token, start, end) {
    this.hush(token)
    this.emit('TaskListMarker', this.text[start + 1] !== ' ', start, end)
    this.afterCheck = true
  }

  enter_codeText(token, start, end) {
    const event = this.emit('Code', '', start, end)
    this.code = {value: ''}
    this.hush(token)
    token.whenDone = () => {
      event[1] = this.inCell ? this.code.value.replaceAll('\\|', '|') : this.code.value
      this.code = null
    }
  }

  enter_htmlText(token, start, end) {
    this.hush(token)
    this.emit('InlineHtml', this.slice(token), start, end)
  }

  enter_autolink(token, start, end) {
    this.hush(token)
    const written = this.text.slice(start + 1, end - 1)
    const isMail = !/^[a-z][a-z0-9+.-]{1,31}:/i.test(written)
    const detail = {link_type: isMail ? 'Email' : 'Autolink', dest_url: written, title: '', id: ''}
    this.emit('Start', {Link: detail}, start, end)
    this.emit('Text', written, start + 1, end - 1)
    this.emit('End', 'Link', start, end)
  }

  enter_gfmFootnoteCall(token, start, end) {
    this.hush(token)
    this.emit('FootnoteReference', this.text.slice(start + 2, end - 1), start, end)
  }

  // -- links and pictures --------------------------------------------------------------------------

  enter_link(token, start) {
    this.enterReference(token, 'Link', start)
  }

  enter_image(token, start) {
    this.enterReference(token, 'Image', start)
  }

  enterReference(token, name, start) {
    const detail = {link_type: 'Shortcut', dest_url: '', title: '', id: ''}
    token.detail = detail
    token.name = name
    token.opened = this.open({[name]: detail}, start)
    this.references.push(token)
  }

  enter_labelText(token) {
    const reference = this.references.at(-1)
    if (reference && reference.detail.id === '') reference.detail.id = oneLine(this.slice(token))
  }

  enter_resource(token) {
    const {detail} = this.references.at(-1)
    Object.assign(detail, {link_type: 'Inline', id: ''})
    const wanted = {resourceDestinationString: 'dest_url', resourceTitleString: 'title'}
    this.note(token, wanted, (found) => Object.assign(detail, found))
  }

  enter_reference(token) {
    const {detail} = this.references.at(-1)
    this.note(token, {referenceString: 'label'}, ({label}) => {
      detail.link_type = label === undefined ? 'Collapsed' : 'Reference'
      if (label !== undefined) detail.id = label
      else this.references.at(-1).reach = token.start.offset // `[]` is not counted to it
    })
  }

  exitReference(token, end) {
    this.references.pop()
    this.close(token.opened, token.name, token.reach ?? end)
    if (token.detail.link_type !== 'Inline') this.awaiting.push([token.detail, token.detail.id])
  }

  exit_link(token, start, end) {
    this.exitReference(token, end)
  }

  exit_image(token, start, end) {
    this.exitReference(token, end)
  }

  enter_definition(token, start, end) {
    const wanted = {
      definitionLabelString: 'label',
      definitionDestinationString: 'dest',
      definitionTitleString: 'title',
    }
    this.note(token, wanted, ({label, dest = '', title = null}) => {
      this.reachOver(start)
      const key = normalizeIdentifier(label)
      if (!this.definitions.has(key)) this.definitions.set(key, {label, dest, title, start, end: start + this.slice(token).trimEnd().length})
    })
  }

  // pulldown-cmark lets a list reach over all definitions behind it but the last.
  reachOver(start) {
    let at = this.events.length - 1
    for (; at >= 0 && this.events[at][0] === 'End' && this.events[at][1].List !== undefined; at -= 1) {
      const list = this.events[at]
      list[3] = list.start[3] = start
    }
  }

  // -- blocks of words -----------------------------------------------------------------------------

  enter_paragraph(token, start, end) {
    const around = this.containers.at(-1)
    const isBare = around && around.item && !around.isLoose
    const block = {skipsLine: false}
    if (around && around.alert) {
      around.alert = false
      const [line] = ALERT.exec(this.text.slice(start))
      start = this.paragraphAfter(start + line.length, end)
      block.skipsLine = true
      if (start >= end) {
        this.hush(token)
        return
      }
    }
    if (!isBare) block.opened = this.open('Paragraph', start)
    token.block = block
    this.blocks.push(block)
    if (block.skipsLine) block.from = start
  }

  // Where the words of a paragraph in a quotation go on when its first line was a marker.
  paragraphAfter(at, end) {
    const prefix = /^(?:[ \t]*>)*[ \t]*/.exec(this.text.slice(at, end))
    return at + prefix[0].length
  }

  exit_paragraph(token, start, end) {
    this.blocks.pop()
    this.afterCheck = false
    const {block} = token
    if (block.from !== undefined) this.dropBefore(block)
    if (block.opened) this.close(block.opened, 'Paragraph', this.lineAfter(end))
  }

  // The marker of an alert was read as words: they are no words of the paragraph.
  dropBefore(block) {
    const first = block.opened ? this.events.indexOf(block.opened.event) + 1 : 0
    const kept = this.events.slice(first).filter(([, , , end]) => end > block.from)
    this.events.splice(first, Infinity, ...kept)
  }

  enter_atxHeading(token, start) {
    this.heading = this.open({Heading: {level: '', id: null, classes: [], attrs: []}}, start)
    this.blocks.push({})
  }

  enter_atxHeadingSequence(token, start, end) {
    if (this.heading && !this.heading.level) this.heading.level = end - start
  }

  enter_atxHeadingText(token, start, end) {
    this.heading.content = [start, end]
  }

  exit_atxHeading(token, start, end) {
    this.exitHeading(end)
  }

  enter_setextHeading(token, start) {
    this.enter_atxHeading(token, start)
  }

  enter_setextHeadingText(token, start, end) {
    this.heading.content = [start, end]
  }

  exit_setextHeadingText() {
    this.blocks.pop() // the end of its last line is no break
  }

  enter_setextHeadingLine(token, start) {
    this.heading.level = this.text[start] === '=' ? 1 : 2
  }

  exit_setextHeading(token, start, end) {
    this.blocks.push({})
    this.exitHeading(end)
  }

  exitHeading(end) {
    const {heading} = this
    const level = `H${heading.level}`
    heading.value.Heading.level = level
    if (heading.content) this.headingAttributes(heading)
    this.blocks.pop()
    this.heading = null
    this.close(heading, {Heading: level}, this.lineAfter(end))
  }

  // `# Words {#name .class}`: what stands in braces is not of the words.
  headingAttributes(heading) {
    const [start, end] = heading.content
    const found = HEADING_ATTRIBUTES.exec(this.text.slice(start, end))
    if (!found) return
    const cut = start + found.index
    const first = this.events.indexOf(heading.event) + 1
    const kept = this.events.slice(first).filter((event) => event[2] < cut)
    for (const event of kept) {
      if (event[0] === 'Text' && event[3] > cut) {
        event[1] = event[1].slice(0, cut - event[2])
        event[3] = cut
      }
    }
    this.events.splice(first, Infinity, ...kept)
    const names = found[1].split(/\s+/).filter(Boolean)
    const detail = heading.value.Heading
    detail.id = names.find((name) => name.startsWith('#'))?.slice(1) ?? null
    detail.classes = names.filter((name) => name.startsWith('.')).map((name) => name.slice(1))
  }

  enter_thematicBreak(token, start, end) {
    this.hush(token)
    this.emit('Rule', null, start, this.lineAfter(end))
  }

  // -- code and HTML -------------------------------------------------------------------------------

  enter_codeFenced(token, start) {
    token.opened = this.open({CodeBlock: {Fenced: ''}}, start)
    this.flow = {name: 'Text', token, fences: 0, isOpening: true}
  }

  enter_codeFencedFence(token) {
    const {flow} = this
    flow.fences += 1
    const wanted = {codeFencedFenceInfo: 'info', codeFencedFenceMeta: 'meta'}
    this.note(token, wanted, ({info = '', meta}) => {
      if (flow.fences === 1) {
        flow.token.opened.value.CodeBlock.Fenced = meta === undefined ? info : `${info} ${meta}`
      }
    })
  }

  exit_codeFenced(token, start, end) {
    if (this.flow.fences < 2 && !this.flow.isOpening) this.flowLine(end, this.lineAfter(end))
    this.flow = null
    this.close(token.opened, 'CodeBlock', end)
  }

  enter_codeIndented(token) {
    this.flow = {name: 'Text', token, fences: 0, isOpening: false}
  }

  exit_codeIndented(token, start, end) {
    this.flowLine(end, this.lineAfter(end))
    this.flow = null
    if (token.opened) this.close(token.opened, 'CodeBlock', this.lineAfter(end))
  }

  enter_codeFlowValue(token, start, end) {
    const {flow} = this
    if (!flow.token.opened) flow.token.opened = this.open({CodeBlock: 'Indented'}, start)
    this.piece(start, end)
  }

  enter_htmlFlow(token, start, end) {
    const indent = /^[ \t]*/.exec(this.text.slice(start, end))[0].length
    token.from = start + indent
    token.opened = this.open('HtmlBlock', token.from)
    this.flow = {name: 'Html', token, fences: 0, isOpening: false}
  }

  enter_htmlFlowData(token, start, end) {
    this.piece(Math.max(start, this.flow.token.from), end)
  }

  exit_htmlFlow(token, start, end) {
    this.flowLine(end, this.lineAfter(end))
    this.flow = null
    this.close(token.opened, 'HtmlBlock', this.lineAfter(end))
  }

  // The end of a line in code or HTML belongs to its words, but not that of the opening fence.
  flowLine(start, end) {
    if (this.flow.isOpening) this.flow.isOpening = false
    else if (this.flow.token.opened) this.piece(end - start === 2 ? start + 1 : start, end) // of `\r\n` the second
  }

  // A stretch of code or HTML; it is one with what ends where it begins, but each line of HTML stands alone.
  piece(start, end) {
    if (end <= start) return
    const {name} = this.flow
    const last = this.events.at(-1)
    const joins = last[0] === name && last[3] === start && (name === 'Text' || !last[1].endsWith('\n'))
    if (!joins) {
      this.emit(name, this.text.slice(start, end), start, end)
      return
    }
    last[1] += this.text.slice(start, end)
    last[3] = end
  }

  // -- containers ----------------------------------------------------------------------------------

  enter_blockQuote(token, start, end) {
    const inside = /^[ \t]*>[ ]?/.exec(this.text.slice(start, end))
    const line = inside ? this.text.slice(start + inside[0].length) : ''
    const alert = ALERT.exec(line)
    const name = alert ? alert[1][0].toUpperCase() + alert[1].slice(1).toLowerCase() : null
    token.opened = this.open({BlockQuote: name}, start)
    this.containers.push({alert: alert !== null})
  }

  exit_blockQuote(token, start, end) {
    this.containers.pop()
    this.close(token.opened, token.opened.value, this.lineAfter(end))
  }

  enter_listOrdered(token, start) {
    this.enterList(token, start)
  }

  enter_listUnordered(token, start) {
    this.enterList(token, start)
  }

  enterList(token, start) {
    const number = token.type === 'listOrdered' ? parseInt(this.text.slice(start), 10) : null
    token.opened = this.open({List: number}, this.indented(start))
    this.containers.push({list: true, isLoose: token.isLoose, item: null})
  }

  enter_listItemPrefix(token, start) {
    const list = this.containers.at(-1)
    const from = this.indented(start)
    if (list.item) this.close(list.item, 'Item', from)
    list.item = this.open('Item', from)
  }

  exitList(token, end) {
    const list = this.containers.pop()
    const close = this.lineAfter(end)
    if (list.item) this.close(list.item, 'Item', close)
    this.close(token.opened, {List: token.type === 'listOrdered'}, close)
    this.events.at(-1).start = token.opened.event
  }

  exit_listOrdered(token, start, end) {
    this.exitList(token, end)
  }

  exit_listUnordered(token, start, end) {
    this.exitList(token, end)
  }

  enter_gfmFootnoteDefinition(token, start) {
    token.opened = this.open({FootnoteDefinition: ''}, start)
    this.containers.push({})
  }

  enter_gfmFootnoteDefinitionLabel(token, start, end) {
    this.hush(token)
    const label = this.text.slice(start + 2, end - 1)
    this.events.findLast(([, value]) => value && value.FootnoteDefinition === '')[1].FootnoteDefinition = label
  }

  exit_gfmFootnoteDefinition(token, start, end) {
    this.containers.pop()
    this.close(token.opened, 'FootnoteDefinition', this.lineAfter(end))
  }

  // -- tables --------------------------------------------------------------------------------------

  enter_table(token, start) {
    token.opened = this.open({Table: token._align.map((side) => (side === 'none' ? 'None' : side[0].toUpperCase() + side.slice(1)))}, start)
    this.columns = token._align.length
    this.row = 'TableHead'
    this.containers.push({})
  }

  exit_table(token, start, end) {
    this.containers.pop()
    this.close(token.opened, 'Table', this.lineAfter(end))
  }

  enter_tableDelimiterRow(token) {
    this.hush(token)
  }

  enter_tableRow(token, start) {
    token.opened = this.open(this.row, start)
    this.cells = 0
  }

  exit_tableRow(token, start, end) {
    const close = this.lineAfter(end)
    for (; this.cells < this.columns; this.cells += 1) {
      this.emit('Start', 'TableCell', close, close)
      this.emit('End', 'TableCell', close, close)
    }
    this.close(token.opened, this.row, close)
    this.row = 'TableRow'
  }

  enter_tableHeader(token, start, end) {
    this.enterCell(token, start, end)
  }

  enter_tableData(token, start, end) {
    this.enterCell(token, start, end)
  }

  enterCell(token, start, end) {
    this.cells += 1
    if (this.cells > this.columns) {
      this.hush(token) // a cell without a head is not shown
      return
    }
    const from = start + (this.text[start] === '|' ? 1 : 0)
    const closes = end - 1 > from && this.text[end - 1] === '|' && this.text[end - 2] !== '\\'
    token.opened = this.open('TableCell', from)
    token.reach = closes ? end - 1 : end
    this.inCell = true
    this.blocks.push({})
  }

  exitCell(token) {
    this.blocks.pop()
    this.inCell = false
    this.close(token.opened, 'TableCell', token.reach)
  }

  exit_tableHeader(token) {
    this.exitCell(token)
  }

  exit_tableData(token) {
    this.exitCell(token)
  }
}

let latest = null // the reader asks for the definitions of the text whose events it has

function compiled(text) {
  if (!latest || latest.text !== text) latest = new Compiler(text).compile()
  return latest
}

export function markdownEvents(text) {
  return compiled(text).events
}

export function markdownDefinitions(text) {
  return [...compiled(text).definitions.values()]
}
