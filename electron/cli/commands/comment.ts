import type { Article } from '#core/article/article.ts'
import type { CallOutput } from '#core/contract/contract.ts'
import { findWords } from '#core/review/anchor-words.ts'
import type { Anchor } from '#core/review/anchor.ts'
import { Failure } from '../failure.ts'
import { findArticle } from '../find-article.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'

export type CommentOptions = {
  /** What a new thread is about; the article as a whole where neither is given. */
  on?: string
  block?: string
  /** A thread that is answered, resolved or reopened instead. */
  reply?: string
  resolve?: string
  reopen?: string
}

type Thread = CallOutput<'threads.list'>['threads'][number]

/**
 * Begins a thread about words, a block or the article, or answers, resolves or reopens one.
 * @throws Failure for words that are not in the text, or in several places, and when the text of a message is missing
 */
export async function commentCommand(
  session: Session,
  typedId: string,
  text: string | undefined,
  options: CommentOptions,
): Promise<Answer> {
  const { t } = session
  const id = await findArticle(session, typedId)
  const given = [options.on, options.block, options.reply, options.resolve, options.reopen]
  if (given.filter((each) => each !== undefined).length > 1) throw new Failure(2, 'cli.comment-one')
  const ended = options.resolve ?? options.reopen
  if (ended !== undefined) {
    if (text !== undefined) throw new Failure(2, 'cli.misuse-excess')
    const call = options.resolve === undefined ? 'threads.reopen' : 'threads.resolve'
    const { thread } = await session.call(call, { threadId: await findThread(session, id, ended) })
    return answer(thread, t(options.resolve === undefined ? 'cli.reopened' : 'cli.resolved', { id: thread.id }))
  }
  if (text === undefined || text.trim() === '') throw new Failure(2, 'cli.misuse-missing-argument', { name: 'TEXT' })
  if (options.reply !== undefined) {
    const threadId = await findThread(session, id, options.reply)
    const { thread } = await session.call('threads.reply', { threadId, text })
    return answer(thread, t('cli.replied', { id: thread.id }))
  }
  const thread = await begin(session, id, text, options)
  return answer(thread, t('cli.commented', { id: thread.id }))
}

async function begin(session: Session, id: string, text: string, { on, block }: CommentOptions): Promise<Thread> {
  const { article, saveNumber } = await session.call('articles.get', { id })
  const anchor: Anchor =
    on !== undefined ? onlyWords(article, on) : block === undefined ? { on: 'article' } : { on: 'block', block }
  return (await session.call('threads.begin', { id, saveNumber, anchor, text })).thread
}

function onlyWords(article: Article, words: string): Anchor {
  const [found, another] = findWords(article, words)
  if (found === undefined) throw new Failure(1, 'cli.words-unknown', { words })
  if (another !== undefined) throw new Failure(1, 'cli.words-ambiguous', { words })
  return found
}

/** @returns the id of the thread of an article that starts with what was typed. @throws Failure for none, or several */
async function findThread(session: Session, id: string, typed: string): Promise<string> {
  const { threads } = await session.call('threads.list', { id })
  const [found, another] = threads.filter((thread) => thread.id.startsWith(typed.toLowerCase()))
  if (found === undefined || another !== undefined) throw new Failure(1, 'cli.thread-unknown', { id: typed })
  return found.id
}

function answer(thread: Thread, line: string): Answer {
  return { value: thread, lines: [line] }
}
