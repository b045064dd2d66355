import { setTimeout } from 'node:timers/promises'
import type { Article } from '#core/article/article.ts'
import { textBlocks } from '#core/article/text-nodes.ts'
import { anchorOf } from '#core/review/anchor-words.ts'
import { asPerson } from '../../support/as-person.ts'
import type { Client } from '../../support/connect.ts'

/** What is open beside the text while somebody types. */
const CHANGES = 50
const THREADS = 20

const HIM = { name: 'كريم', role: 'editor' } as const
const HER = { name: 'سعاد', role: 'reporter' } as const

/** A word of a text: its paragraph, and where it begins there. */
type Word = { block: string; at: number; word: string }

/** Fills an article with changes that its writer proposes, and with threads of somebody else. */
export async function seedReview(client: Client, id: string): Promise<void> {
  const { call } = client
  const { article, saveNumber } = await saved(call, id)
  const words = wordsOf(article)
  const proposal = { proposalId: 'bench', base: article, head: proposed(article, every(words, CHANGES)) }
  await asPerson(client, HER, () => call('proposals.save', { id, ...proposal, baseSaveNumber: null }))
  const comment = async (): Promise<void> => {
    for (const { block, at, word } of every(words, THREADS)) {
      const anchor = anchorOf(article, { block, at }, { block, at: at + word.length })
      if (anchor === null) continue
      // oxlint-disable-next-line no-await-in-loop -- in the order of the text
      await call('threads.begin', { id, saveNumber, anchor, text: 'لماذا؟' })
    }
  }
  await asPerson(client, HIM, comment)
}

/** Waits until the words are stored: right after the paste, the window may still say «saved» of the empty article. */
async function saved(call: Client['call'], id: string): Promise<{ article: Article; saveNumber: number }> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const opened = await call('articles.get', { id })
    if (!opened.ok) throw new Error(`The article cannot be read: ${opened.error.code}`)
    if (wordsOf(opened.value.article).length >= CHANGES) return opened.value
    // oxlint-disable-next-line no-await-in-loop
    await setTimeout(50)
  }
}

function wordsOf({ document }: Article): Word[] {
  return textBlocks(document).flatMap(({ id: block, children: [first] }) =>
    first !== undefined && 'text' in first && typeof first.text === 'string'
      ? Array.from(first.text.matchAll(/\p{L}+/gu), ({ index: at, 0: word }) => ({ block, at, word }))
      : [],
  )
}

/** @returns as many words, at equal distances */
function every(words: readonly Word[], count: number): Word[] {
  return Array.from(
    { length: count },
    (_each, index) => words[Math.floor((words.length * (index + 0.5)) / count)],
  ).filter((word) => word !== undefined)
}

/** @returns the article with other words: each change removes one and adds one. */
function proposed(article: Article, words: readonly Word[]): Article {
  const document = structuredClone(article.document)
  const lines = new Map(textBlocks(document).map((line) => [line.id, line]))
  // From the end on, so that the places of the others stay.
  for (const { block, at, word } of words.toReversed()) {
    const first = lines.get(block)?.children[0]
    if (first !== undefined && 'text' in first && typeof first.text === 'string')
      first.text = `${first.text.slice(0, at)}بديل${first.text.slice(at + word.length)}`
  }
  return { ...article, document }
}
