import { emojiOf } from '../html/pictures.ts'
import { firstBelow, textOf, type HtmlElement, type HtmlNode } from '../html/tree.ts'
import { isNoteReference, noteOf, withWordLists } from './office.ts'

/** A page whose content can be read like that of any other. */
export type PreparedPage = { body: HtmlElement; notes: string[] }

/** Struck words are no live text. */
const STRUCK = new Set(['del', 's', 'strike'])
const LINE_THROUGH = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/iu
/** What a page loads from elsewhere beside pictures: mostly advertisements. */
const MEDIA = new Set(['iframe', 'video', 'audio', 'embed'])
const DATA_PICTURE = /^\s*data:image\//iu

function isDropped(node: HtmlElement): boolean {
  if (node.name === 'img') return emojiOf(node) === null && !DATA_PICTURE.test(node.attributes['src'] ?? '')
  if (STRUCK.has(node.name) || MEDIA.has(node.name) || isNoteReference(node)) return true
  return LINE_THROUGH.test(node.attributes['style'] ?? '')
}

/** Programs write these instead of spaces. The reader keeps them, because a page may mean them. */
const SPACES = /[\u00A0\u200B\uFEFF]+/gu

/** A figure whose picture is elsewhere is only its caption. */
function asParagraphs(figure: HtmlElement): HtmlElement {
  const children = figure.children.map((child) =>
    child.type === 'element' && child.name === 'figcaption' ? { ...child, name: 'p' } : child,
  )
  return { ...figure, name: 'div', children }
}

function prepareAll(nodes: readonly HtmlNode[], notes: string[]): HtmlNode[] {
  const kept = nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [{ type: 'text', text: node.text.replaceAll(SPACES, ' ') }]
    if (isDropped(node)) return []
    const children = prepareAll(node.children, notes)
    const prepared = { ...node, children }
    const note = noteOf(node)
    if (note === null) return [node.name === 'figure' && !hasPicture(prepared) ? asParagraphs(prepared) : prepared]
    // The notes in a list of notes have been taken out of it.
    const words = note === 'note' ? textOf(prepared) : ''
    if (words !== '') notes.push(words)
    return []
  })
  return withWordLists(kept)
}

const hasPicture = (node: HtmlElement): boolean => firstBelow(node, 'img') !== undefined

/**
 * Brings a page of the clipboard into the form of any other page: Word's paragraphs with labels become lists, its
 * comments and notes are taken out, and so is what would have to be fetched, and what is struck out.
 */
export function prepare(body: HtmlElement): PreparedPage {
  const notes: string[] = []
  return { body: { ...body, children: prepareAll(body.children, notes) }, notes }
}
