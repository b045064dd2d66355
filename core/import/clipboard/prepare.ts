import { shownText } from '../html/elements.ts'
import { emojiOf } from '../html/pictures.ts'
import { firstBelow, textOf, type HtmlElement, type HtmlNode } from '../html/tree.ts'
import { isHidden } from '../html/within.ts'
import { isNoteReference, noteOf, withWordLists } from './office.ts'

/** The words of a page that are no part of its text. */
export type LeftOut = {
  /** The texts of Word's comments and footnotes. */
  notes: string[]
  /** The words that are struck out, in order, each passage by itself. */
  struck: string[]
}

/** A page whose content can be read like that of any other. */
export type PreparedPage = LeftOut & { body: HtmlElement }

/** Struck words are no live text. */
const STRUCK = new Set(['del', 's', 'strike'])
const LINE_THROUGH = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/iu
/** What a page loads from elsewhere beside pictures: mostly advertisements. */
const MEDIA = new Set(['iframe', 'video', 'audio', 'embed'])
const DATA_PICTURE = /^\s*data:image\//iu

function isDropped(node: HtmlElement): boolean {
  if (node.name === 'img') return emojiOf(node) === null && !DATA_PICTURE.test(node.attributes['src'] ?? '')
  return MEDIA.has(node.name) || isNoteReference(node)
}

function isStruck(node: HtmlNode): node is HtmlElement {
  return node.type === 'element' && (STRUCK.has(node.name) || LINE_THROUGH.test(node.attributes['style'] ?? ''))
}

const isSpace = (node: HtmlNode): boolean => node.type === 'text' && node.text.trim() === ''

/** Takes struck elements out of siblings. Those with nothing but spaces between them are one passage. */
function withoutStruck(nodes: readonly HtmlNode[], struck: string[]): HtmlNode[] {
  const kept: HtmlNode[] = []
  let passage: HtmlNode[] = []
  const close = (): void => {
    const words = shownText({ type: 'element', name: 'span', attributes: {}, children: passage })
    if (words !== '') struck.push(words)
    passage = []
  }
  for (const node of nodes) {
    if (isStruck(node)) {
      if (!isHidden(node)) passage.push(node)
      continue
    }
    if (!isSpace(node)) close()
    else if (passage.length > 0) passage.push(node)
    kept.push(node)
  }
  close()
  return kept
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

function prepareAll(nodes: readonly HtmlNode[], leftOut: LeftOut): HtmlNode[] {
  const kept = withoutStruck(nodes, leftOut.struck).flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [{ type: 'text', text: node.text.replaceAll(SPACES, ' ') }]
    if (isDropped(node)) return []
    // No reader saw the struck words of a hidden element.
    const children = prepareAll(node.children, isHidden(node) ? { ...leftOut, struck: [] } : leftOut)
    const prepared = { ...node, children }
    const note = noteOf(node)
    if (note === null) return [node.name === 'figure' && !hasPicture(prepared) ? asParagraphs(prepared) : prepared]
    // The notes in a list of notes have been taken out of it.
    const words = note === 'note' ? textOf(prepared) : ''
    if (words !== '') leftOut.notes.push(words)
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
  const leftOut: LeftOut = { notes: [], struck: [] }
  return { body: { ...body, children: prepareAll(body.children, leftOut) }, ...leftOut }
}
