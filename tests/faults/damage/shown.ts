import { articleHash } from '#core/article/canonical.ts'
import type { CallInput, CallName, CallOutput } from '#core/contract/contract.ts'
import type { Service } from '#electron/service/service.ts'

/** What a service shows of one article. `null`: it reports this as damaged. */
type ShownArticle = {
  text: { hash: string; state: string; author: string; saveNumber: number } | null
  /** For each point, by hash, time and person: whether its text has this hash. */
  points: Map<string, 'right' | 'wrong' | 'damaged'>
  events: string[]
  /** The messages of each thread, the texts of each proposal, and the assignments. */
  review: string[]
  damagedRows: number
}

export type Shown = {
  list: Map<string, string | null>
  bin: Map<string, string | null>
  articles: Map<string, ShownArticle>
  /** The codes of all refusals. */
  refusals: Set<string>
}

/** @returns everything that a service can show of these articles. */
export async function show(service: Service, ids: readonly string[]): Promise<Shown> {
  const refusals = new Set<string>()
  const ask = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N> | null> => {
    const answer = await service.call(name, input, 'reader')
    if (answer.ok) return answer.value
    refusals.add(answer.error.code)
    return null
  }
  const list = (await ask('articles.list', { limit: 200 }))?.rows ?? []
  const bin = (await ask('bin.list', {}))?.rows ?? []
  const articles = new Map<string, ShownArticle>()
  for (const id of ids) {
    const got = await ask('articles.get', { id })
    const history = await ask('history.points', { id })
    const audit = await ask('review.history', { id })
    const talk = await ask('threads.list', { id })
    const assigned = await ask('desk.assignments', { id })
    const proposed = await ask('proposals.list', { id })
    const points: ShownArticle['points'] = new Map()
    // Its reason is in the audit, which is compared below.
    for (const { hash, at, by } of history?.points ?? []) {
      const text = await ask('history.read', { id, hash })
      const isRight = text === null ? 'damaged' : articleHash(text.article) === hash ? 'right' : 'wrong'
      points.set(`${hash} ${at} ${by}`, isRight)
    }
    articles.set(id, {
      text:
        got === null
          ? null
          : {
              ...{ hash: articleHash(got.article), state: got.state },
              ...{ author: got.author, saveNumber: got.saveNumber },
            },
      points,
      events: (audit?.events ?? []).map((event) => JSON.stringify(event)),
      review: [
        ...(talk?.threads ?? []).flatMap(({ messages }) => messages.map((message) => JSON.stringify(message))),
        ...(proposed?.proposals ?? []).map(({ id: proposal, by, base, head }) =>
          [proposal, by, articleHash(base), articleHash(head)].join(' '),
        ),
        ...(assigned?.entries ?? []).map((entry) => JSON.stringify(entry)),
      ],
      damagedRows: [history, audit, talk, proposed, assigned].reduce((sum, answer) => sum + (answer?.damaged ?? 0), 0),
    })
  }
  return {
    list: new Map(list.map((row) => [row.id, row.isDamaged ? null : JSON.stringify(ownOf(row))])),
    bin: new Map(bin.map(({ id, isDamaged, words: _words, ...row }) => [id, isDamaged ? null : JSON.stringify(row)])),
    articles,
    refusals,
  }
}

/** Differences. `wrong`: shown as if it were right; `missing`: absent, without a report; `damaged`: reported. */
export type Difference = { wrong: string[]; missing: string[]; damaged: string[] }

function compareRows(name: string, before: Shown['list'], now: Shown['list'], found: Difference): void {
  for (const [id, row] of before) {
    const shown = now.get(id)
    if (shown === undefined) found.missing.push(`${id} in the ${name}`)
    else if (shown === null) found.damaged.push(id)
    else if (shown !== row) found.wrong.push(`${id} in the ${name}: ${shown}`)
  }
  for (const [id, row] of now) {
    if (!before.has(id) && row !== null) found.wrong.push(`${id} in the ${name}, which it was not in`)
  }
}

function compareArticle(id: string, before: ShownArticle, now: ShownArticle, found: Difference): void {
  if (now.damagedRows > 0) found.damaged.push(id)
  if (now.text === null && before.text !== null) found.damaged.push(id)
  if (now.text !== null && JSON.stringify(now.text) !== JSON.stringify(before.text)) {
    found.wrong.push(`${id}: ${JSON.stringify(now.text)}, not ${JSON.stringify(before.text)}`)
  }
  for (const point of before.points.keys()) {
    const shown = now.points.get(point)
    if (shown === undefined) found.missing.push(`a point of ${id}`)
    else if (shown === 'damaged') found.damaged.push(id)
    else if (shown === 'wrong') found.wrong.push(`the text of a point of ${id}`)
  }
  for (const point of now.points.keys()) {
    if (!before.points.has(point)) found.wrong.push(`a point of ${id} that never was: ${point}`)
  }
  for (const event of now.events) if (!before.events.includes(event)) found.wrong.push(`a step of ${id}: ${event}`)
  if (now.events.length < before.events.length) found.missing.push(`a step of ${id}`)
  for (const words of now.review) if (!before.review.includes(words)) found.wrong.push(`a comment on ${id}: ${words}`)
  if (now.review.length < before.review.length) found.missing.push(`a comment on ${id}`)
}

/** @returns the differences between what a service showed before and shows now. */
export function differences(before: Shown, now: Shown): Difference {
  const found: Difference = { wrong: [], missing: [], damaged: [] }
  compareRows('list', before.list, now.list, found)
  compareRows('bin', before.bin, now.bin, found)
  for (const [id, article] of before.articles) {
    const shown = now.articles.get(id)
    if (shown !== undefined) compareArticle(id, article, shown, found)
  }
  return found
}

/** @returns a row without what follows from other rows, and is computed again. */
function ownOf(row: CallOutput<'articles.list'>['rows'][number]): object {
  const { id: _id, isDamaged: _damaged, words: _words, openThreads: _threads, openProposals: _proposals, ...rest } = row
  const { assignment: _assignment, scheduled: _scheduled, isUnread: _unread, ...own } = rest
  return own
}
