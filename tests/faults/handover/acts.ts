import type { Article } from '#core/article/article.ts'
import type { Paragraph } from '#core/article/block.ts'
import { paragraph } from '#core/article/factories.ts'
import { articleText } from '#core/article/plain-text.ts'
import { ContractError } from '#core/contract/errors.ts'
import { openOf } from '#core/review/proposals/open.ts'
import { STATES } from '#core/review/states.ts'
import type { Machine } from './machine.ts'

/** What chance gives to an act. */
export type Luck = {
  /** @returns a whole number below a limit. */
  below: (limit: number) => number
  /** @returns a word that nobody has written before. */
  word: () => string
  /** @returns an id that nothing else has. */
  name: () => string
  /** The words of a text are given up by whoever wrote them. */
  forget: (text: string) => void
}

/** Something that a person does with an article on a machine. What the house refuses does nothing. */
type Act = (machine: Machine, id: string, luck: Luck) => Promise<void>

/** Where the paragraphs of an article begin. */
const BODY = 1

/** Changes the text of an article as a window does. */
async function change({ call }: Machine, id: string, edit: (article: Article) => Article): Promise<void> {
  const opened = await call('articles.open', { id })
  try {
    if (!opened.editable) return
    await call('articles.save', { article: edit(opened.article), baseSaveNumber: opened.saveNumber, caret: null })
  } finally {
    await call('articles.close', { id })
  }
}

const lineOf = (block: Article['document'][number]): string =>
  block.type === 'paragraph' ? block.children.map((child) => ('text' in child ? child.text : '')).join('') : ''

function withLine(block: Paragraph, text: string): Paragraph {
  return { ...block, children: [{ text }] }
}

function pick(article: Article, { below }: Luck): number {
  return BODY + below(Math.max(1, article.document.length - BODY))
}

/** Puts a new word between two words of a paragraph. */
function written(article: Article, luck: Luck): Article {
  const at = pick(article, luck)
  return {
    ...article,
    document: article.document.map((block, place) => {
      if (place !== at || block.type !== 'paragraph') return block
      const words = lineOf(block).split(' ')
      return withLine(block, words.toSpliced(luck.below(words.length + 1), 0, luck.word()).join(' '))
    }),
  }
}

function split(article: Article, luck: Luck): Article {
  const at = pick(article, luck)
  const block = article.document[at]
  if (block?.type !== 'paragraph') return article
  const words = lineOf(block).split(' ')
  const cut = luck.below(words.length)
  const rest = paragraph(() => luck.name(), words.slice(cut).join(' '))
  return {
    ...article,
    document: article.document.toSpliced(at, 1, withLine(block, words.slice(0, cut).join(' ')), rest),
  }
}

function moved(article: Article, luck: Luck): Article {
  const at = pick(article, luck)
  const block = article.document[at]
  if (block === undefined) return article
  const without = article.document.toSpliced(at, 1)
  return { ...article, document: without.toSpliced(BODY + luck.below(without.length), 0, block) }
}

/** Every act by its name. */
const ACTS: Readonly<Record<string, Act>> = {
  write: (machine, id, luck) => change(machine, id, (article) => written(article, luck)),
  split: (machine, id, luck) => change(machine, id, (article) => split(article, luck)),
  move: (machine, id, luck) => change(machine, id, (article) => moved(article, luck)),
  async comment({ call }, id, luck) {
    const { saveNumber } = await call('articles.get', { id })
    await call('threads.begin', { id, saveNumber, anchor: { on: 'article' }, text: luck.word() })
  },
  async answer({ call }, id, luck) {
    const { threads } = await call('threads.list', { id })
    const thread = threads[luck.below(threads.length)]
    if (thread === undefined) return
    if (luck.below(2) === 0) await call('threads.reply', { threadId: thread.id, text: luck.word() })
    else await call('threads.resolve', { threadId: thread.id })
  },
  async propose({ call, name }, id, luck) {
    const { article: base } = await call('articles.get', { id })
    const { proposals } = await call('proposals.list', { id })
    const own = proposals.find(({ by }) => by === name)
    const proposalId = own?.id ?? luck.name()
    const from = own ?? { base, head: base, saveNumber: null, note: '' }
    await call('proposals.save', {
      ...{ id, proposalId, base: from.base, head: written(from.head, luck), note: from.note },
      baseSaveNumber: from.saveNumber,
    })
  },
  async withdraw({ call, name }, id, luck) {
    const { proposals } = await call('proposals.list', { id })
    const own = proposals.find(({ by }) => by === name)
    // Rarely: whoever takes words back does not want them kept.
    if (own === undefined || luck.below(8) !== 0) return
    await call('proposals.withdraw', { proposalId: own.id })
    luck.forget(articleText(own.head))
  },
  async accept({ call }, id, luck) {
    const { proposals } = await call('proposals.list', { id })
    const chosen = proposals[luck.below(proposals.length)]
    const { article, saveNumber, editable } = await call('articles.open', { id })
    try {
      if (chosen === undefined || !editable) return
      const { head, clashes } = openOf(article, chosen)
      if (clashes.length > 0) return
      const decided = { id: chosen.id, base: head, head, baseSaveNumber: chosen.saveNumber }
      const decisions = [{ decision: 'accepted' as const, removed: '', added: 'الكل' }]
      await call('articles.save', {
        ...{ article: head, baseSaveNumber: saveNumber, caret: null, proposals: [{ ...decided, decisions }] },
      })
    } finally {
      await call('articles.close', { id })
    }
  },
  async step({ call }, id, luck) {
    const to = STATES[luck.below(STATES.length)] ?? 'draft'
    // A killed article cannot be written any more.
    if (to !== 'killed') await call('review.move', { id, to, note: 'ملاحظة' })
  },
  async assign({ call, name }, id, luck) {
    await call('desk.assign', { ids: [id], assignment: { assignee: name, deadline: null, instruction: luck.word() } })
  },
  async discard({ call }, id) {
    await call('bin.put', { id })
    await call('bin.takeOut', { id })
  },
}

/** Does something by chance. @returns what it was, for the report of a failure */
export async function act(machine: Machine, id: string, luck: Luck): Promise<string> {
  const names = Object.keys(ACTS)
  // Words are what can be lost: they are written and proposed most.
  const often = ['write', 'write', 'write', 'propose', 'propose', 'propose'][luck.below(10)]
  const name = often ?? names[luck.below(names.length)] ?? 'write'
  try {
    await ACTS[name]?.(machine, id, luck)
    return `${machine.name}: ${name}`
  } catch (error) {
    if (error instanceof ContractError) return `${machine.name}: ${name}, refused (${error.code})`
    throw error
  }
}
