import type { Element } from '@xmldom/xmldom'
import type { PictureSource } from '../imported.ts'
import type { Losses } from '../losses.ts'
import { elementsOf } from '../xml.ts'
import { chosenOf, type Relation } from './parts.ts'

type DrawingParts = { boxes: Element[]; blips: Element[]; words: string; alt: string }

/** @returns the pictures and text boxes of a drawing or of a group of drawings. The content of a box is read with the box. */
export function partsOfDrawing(drawing: Element): DrawingParts {
  const boxes: Element[] = []
  const blips: Element[] = []
  const words: string[] = []
  let alt: string | null = null
  const visit = (element: Element): void => {
    const name = element.localName ?? ''
    if (name === 'txbxContent') return void boxes.push(element)
    if (name === 'AlternateContent') return elementsOf(chosenOf(element) ?? element).forEach(visit)
    if (name === 'blip' || name === 'imagedata') blips.push(element)
    else if (name === 't') words.push(element.textContent ?? '')
    else if (name === 'textpath') words.push(element.getAttribute('string') ?? '')
    else if (name === 'docPr' || name === 'cNvPr') alt ??= element.getAttribute('descr')
    elementsOf(element).forEach(visit)
  }
  visit(drawing)
  return { boxes, blips, words: words.join(' ').trim(), alt: (alt ?? '').trim() }
}

/** @returns where the file has a picture; null for one that lies elsewhere, which is reported. */
export function sourceOf(relation: Relation | undefined, losses: Losses): PictureSource | null {
  if (relation === undefined) return null
  if (relation.isExternal) {
    losses.add('remote-picture', relation.target)
    return null
  }
  const path = relation.target.startsWith('/') ? relation.target.slice(1) : `word/${relation.target}`
  return { kind: 'file', path }
}
