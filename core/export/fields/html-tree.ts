import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { xmlText } from '../xml.ts'
import type { Html } from './sorts.ts'

/** @returns a sanitised tree as HTML: the serialiser encodes each text and attribute for its place. */
export function htmlOfTree(tree: Root): Html {
  return xmlText(toHtml(tree)).trim() as Html
}
