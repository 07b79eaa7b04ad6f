// What the stand-ins of Python ask for: text in, JSON out, with offsets as the libraries they stand in for count.

import {htmlTokens} from './html.js'
import {markdownDefinitions, markdownEvents} from './markdown.js'

// For each code unit of a text, and for its end: how many bytes of UTF-8, or code points, stand before it.
function counted(text, sizeOf) {
  const before = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at)
    before[at] = count
    if (point > 0xffff) before[at + 1] = count
    count += sizeOf(point)
    at += point > 0xffff ? 2 : 1
  }
  before[text.length] = count
  return before
}

const bytes = (point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
const points = () => 1

export function markdown(text) {
  const at = counted(text, bytes)
  return JSON.stringify(markdownEvents(text).map(([name, value, start, end]) => [name, value, at[start], at[end]]))
}

export function definitions(text) {
  const at = counted(text, bytes)
  return JSON.stringify(markdownDefinitions(text).map((each) => ({...each, start: at[each.start], end: at[each.end]})))
}

export function html(text) {
  const at = counted(text, points)
  return JSON.stringify(htmlTokens(text).map(([type, start, end, ...rest]) => [type, at[start], at[end], ...rest]))
}
