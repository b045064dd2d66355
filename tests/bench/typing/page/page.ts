// The same font as in Midad: shaping is a large part of the time of a key.
import '@fontsource/noto-naskh-arabic/arabic-400.css'
import '@fontsource/noto-naskh-arabic/latin-400.css'
import { arabicParagraphs, type BenchParagraph } from '../../arabic-text.ts'

/** Starts a bare editor with these paragraphs. @returns a count of the letters in its model. */
export type BareEditor = (root: HTMLElement, paragraphs: readonly BenchParagraph[]) => () => number

const EDITORS: Readonly<Record<string, () => Promise<BareEditor>>> = {
  contenteditable: async () => (await import('./contenteditable.ts')).contentEditable,
  prosemirror: async () => (await import('./prosemirror.ts')).proseMirror,
  lexical: async () => (await import('./lexical.ts')).lexical,
}

declare global {
  interface Window {
    benchLength?: () => number
  }
}

const query = new URLSearchParams(location.search)
const root = document.querySelector<HTMLElement>('#editor')
const load = EDITORS[query.get('kind') ?? '']
if (root === null || load === undefined) throw new Error('Which editor?')
const editor = await load()
root.spellcheck = true
window.benchLength = editor(root, arabicParagraphs(Number(query.get('words'))))
