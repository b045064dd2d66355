import { nameKey } from '../review/mentions.ts'

const NO_WORD = /[^\p{L}\p{N}]+/gu
const wordsOf = (name: string): string => nameKey(name).replaceAll(NO_WORD, ' ').trim()

/** Whose an article is: who brought it in, and the people whom its byline names. */
export type Ownership = { creator: string; byline: string }

/** @returns whether an article is somebody's own, also where the byline names several people. */
export function isOwn(name: string, { creator, byline }: Ownership): boolean {
  const own = wordsOf(name)
  if (own === '') return false
  const named = ` ${wordsOf(byline)} `
  return wordsOf(creator) === own || named.includes(` ${own} `) || named.includes(` و${own} `)
}
