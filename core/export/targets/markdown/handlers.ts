import type { Image, Link } from 'mdast'
import { defaultHandlers, type Handle, type Handlers, type Info, type State } from 'mdast-util-to-markdown'

/** Between letters, `_` never begins or ends emphasis (CommonMark, 6.2), so it needs no backslash. */
const INNER_UNDERSCORES = /(?<=[\p{L}\p{N}])(?:\\_)+(?=[\p{L}\p{N}])/gu
/** `&` needs one only where a character reference follows it (CommonMark, 6.2). */
const LONE_AMPERSAND = /(?<!\\)\\&(?!#?[\p{L}\p{N}]+;)/gu

/** @returns Markdown without the backslashes that change nothing: they would stand in addresses and handles. */
function bare(markdown: string): string {
  return markdown.replaceAll(INNER_UNDERSCORES, (run) => run.replaceAll('\\', '')).replaceAll(LONE_AMPERSAND, '&')
}

/** The library's time to escape a text grows with the square of the signs in it, so it is given short pieces. */
const PIECE = 1000

/** @returns the text with what Markdown would read as markup escaped, in linear time. */
function escaped(text: string, safe: State['safe'], { before, after, ...info }: Info): string {
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += PIECE) {
    const end = at + PIECE
    // A sign is escaped by the one before it and the one after it.
    const around = { before: at === 0 ? before : text.charAt(at - 1), after: text.charAt(end) || after }
    pieces.push(safe(text.slice(at, end), { ...info, ...around }))
  }
  return pieces.join('')
}

const text: Handle = (node: { value: string }, _parent, state, info) =>
  bare(escaped(node.value, (piece, config) => state.safe(piece, config), info))

/** An address that stands as it is between brackets: every bracket in it is closed (CommonMark, 6.3). */
function isBalanced(url: string): boolean {
  let open = 0
  for (const sign of url) {
    if (sign === '(') open += 1
    if (sign === ')') open -= 1
    if (open < 0) return false
  }
  return open === 0
}

/** What no address may have as it is: white space, quotation of addresses, escapes, and character references. */
const UNSAFE = /[\s\p{Cc}<>\\]|&#?[\p{L}\p{N}]+;/u

/** @returns the address of a link or a picture; null where the library has to escape it. */
function destination(url: string): string | null {
  if (url === '' || UNSAFE.test(url)) return null
  return isBalanced(url) ? url : `<${url}>`
}

const EMPTY = '()'

/** Writes an address without escapes, after what the library writes of a link or picture without one. */
function withAddress(write: Handle): Handle {
  return (node: Link | Image, parent, state, info) => {
    const place = destination(node.url)
    const whole = write(node, parent, state, info)
    // An autolink has its address as it is already.
    if (place === null || whole.startsWith('<')) return whole
    const bareLink = write({ ...node, url: '' }, parent, state, info)
    return bareLink.endsWith(EMPTY) ? `${bareLink.slice(0, -EMPTY.length)}(${place})` : whole
  }
}

/** Writes text, links and pictures without stray backslashes. */
export const handlers: Partial<Handlers> = {
  text,
  link: Object.assign(withAddress(defaultHandlers.link), { peek: defaultHandlers.link.peek }),
  image: Object.assign(withAddress(defaultHandlers.image), { peek: defaultHandlers.image.peek }),
}
