// HTML as turbohtml's tokens: parse5's tokenizer gives tags, comments and runs of text with their places, and runs
// are cut at character references, as `tokenize(text, resolve_references=False)` does.

import {DecodingMode, HtmlEntityDecoder} from 'entities/decode'
import {Tokenizer, TokenizerMode} from 'parse5'

const TEXT = 0
const START = 1
const END = 2
const COMMENT = 3
const DOCTYPE = 4
const REFERENCE = 5
const INSTRUCTION = 6
// what a tag turns the text behind it into, as the tree of a browser would
const MODES = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  script: TokenizerMode.SCRIPT_DATA,
  plaintext: TokenizerMode.PLAINTEXT,
}
for (const raw of ['style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript']) MODES[raw] = TokenizerMode.RAWTEXT

class Reader {
  constructor(text) {
    this.text = text
    this.tokens = []
    this.run = null // the stretch of text that is open
    this.resolves = true // whether references are read in the text as it is now
    this.inTags = true // whether tags are
    this.tokenizer = new Tokenizer({sourceCodeLocationInfo: true}, this)
    this.decoder = new HtmlEntityDecoder((point, used) => {
      this.points.push(point)
      this.used = used
    })
  }

  read() {
    this.tokenizer.write(this.text, true)
    this.flush()
    return this.tokens
  }

  push(type, {startOffset, endOffset}, tag = null, attrs = null, data = null) {
    this.flush()
    this.tokens.push([type, startOffset, endOffset, tag, attrs, data])
  }

  onStartTag(token) {
    this.push(START, token.location, token.tagName, token.attrs.map(({name, value}) => [name, value]))
    const mode = MODES[token.tagName]
    if (mode !== undefined) this.tokenizer.state = mode
    this.resolves = mode === undefined || mode === TokenizerMode.RCDATA
    this.inTags = mode === undefined
  }

  onEndTag(token) {
    this.push(END, token.location, token.tagName, token.attrs.map(({name, value}) => [name, value]))
    this.resolves = true
    this.inTags = true
  }

  onComment(token) {
    const isInstruction = /^<\?[a-z]/i.test(this.text.slice(token.location.startOffset, token.location.startOffset + 3))
    this.push(isInstruction ? INSTRUCTION : COMMENT, token.location, null, null, isInstruction ? '' : token.data)
  }

  onDoctype(token) {
    this.push(DOCTYPE, token.location)
  }

  onCharacter(token) {
    const {startOffset, endOffset} = token.location
    if (this.run && this.run.end === startOffset) {
      this.run.end = endOffset
      return
    }
    this.flush()
    this.run = {start: startOffset, end: endOffset, resolves: this.resolves}
  }

  onWhitespaceCharacter(token) {
    this.onCharacter(token)
  }

  onNullCharacter(token) {
    this.onCharacter(token)
  }

  onEof() {
    this.flush()
  }

  onParseError() {}

  // The run that is open, cut at its references.
  flush() {
    const {run, text} = this
    if (!run) return
    this.run = null
    let at = run.start
    let from = run.resolves ? text.indexOf('&', at) : -1
    while (from >= 0 && from < run.end) {
      const used = this.reference(from, run.end)
      if (used) {
        this.stretch(at, from)
        const value = String.fromCodePoint(...this.points)
        this.tokens.push([REFERENCE, from, from + used, null, null, value])
        at = from + used
      }
      from = text.indexOf('&', from + (used || 1))
    }
    this.stretch(at, run.end)
  }

  // An end tag without a name is nothing, and no part of the text round it.
  stretch(start, end, inTags = this.inTags) {
    let at = start
    for (let next = inTags ? this.text.indexOf('</>', at) : -1; next >= 0 && next < end; ) {
      this.stretch(at, next, false)
      at = next + 3
      next = this.text.indexOf('</>', at)
    }
    if (end > at) this.tokens.push([TEXT, at, end, null, null, null])
  }

  // How many characters the reference at `from` has; 0 where there is none.
  reference(from, end) {
    this.points = []
    this.used = 0
    this.decoder.startEntity(DecodingMode.Legacy)
    if (this.decoder.write(this.text.slice(0, end), from + 1) < 0) this.decoder.end()
    return this.points.length ? this.used : 0
  }
}

export function htmlTokens(text) {
  return new Reader(text).read()
}
