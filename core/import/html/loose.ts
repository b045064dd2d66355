import type { Direction } from '../../article/block.ts'
import type { NewId } from '../../article/factories.ts'
import type { Inline } from '../../article/inline.ts'
import type { PictureSource } from '../imported.ts'
import type { Losses } from '../losses.ts'
import type { Around } from './line.ts'
import type { HtmlElement, HtmlNode } from './tree.ts'

/** A block that may lack fields and ids. `normaliseDocument` adds them. */
export type LooseBlock = { type: string; dir: Direction; children: unknown[]; [field: string]: unknown }

/** What reading any part of a page needs. */
export type Reading = {
  readonly newId: NewId
  readonly losses: Losses
  readonly pictures: Map<string, PictureSource>
  /** The element that is the headline; any other `h1` is a subhead. */
  readonly headline: HtmlElement | null
  /** Reads a part of the page into blocks of its own. */
  readonly blocks: (nodes: readonly HtmlNode[], inside: Around) => LooseBlock[]
}

export type LooseLine = { dir: Direction; children: Inline[] }

/** Reports a picture or an address where only lines can stand. Its text is kept. */
function reportMisplaced({ type, alt, url }: LooseBlock, losses: Losses): void {
  if (type === 'figure') losses.add('misplaced-picture', typeof alt === 'string' ? alt : '')
  if (type === 'embed' || (type === 'related-item' && url !== ''))
    losses.add('other-text', typeof url === 'string' ? url : '')
}

function linesOf(block: LooseBlock, losses: Losses): LooseLine[] {
  reportMisplaced(block, losses)
  const isContainer = block.children.some((child) => typeof child === 'object' && child !== null && 'dir' in child)
  if (isContainer) return (block.children as LooseBlock[]).flatMap((child) => linesOf(child, losses))
  return block.children.length === 0 ? [] : [{ dir: block.dir, children: block.children as Inline[] }]
}

/** @returns the lines of a part of a page, whatever blocks they are in. */
export function readLines(nodes: readonly HtmlNode[], inside: Around, reading: Reading): LooseLine[] {
  return reading.blocks(nodes, inside).flatMap((block) => linesOf(block, reading.losses))
}
