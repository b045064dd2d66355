import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { figure } from '#core/article/factories.ts'
import { articleText } from '#core/article/plain-text.ts'
import { USUAL_RULES } from '#core/newsroom/house.ts'
import { openOf } from '#core/review/proposals/open.ts'
import type { Role } from '#core/review/states.ts'
import { machine, type Machine } from '#tests/support/handing.ts'
import { png } from '#tests/support/pictures.ts'
import { realArticle } from '#tests/support/real-article.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

type Post = {
  /** Puts an article into the folder, for somebody. */
  put: (from: Machine, id: string, to: string) => Promise<void>
  /** Takes everything that waits for a machine. @returns what each file did */
  fetch: (to: Machine) => Promise<string[]>
}

/** A folder that all machines reach, and nothing else between them. */
function postBox(): Post {
  const folder = tempFolder()
  return {
    put: async ({ call }, id, to) => void (await call('handover.give', { id, folder, to })),
    async fetch({ call }) {
      const { files } = await call('handover.box', { folder })
      const done: string[] = []
      for (const { path, what } of files.toReversed()) {
        if (what.kind !== 'in' || what.preview.effect === 'nothing') continue
        expect(what.preview.sender?.knownAs).not.toBeNull()
        // oxlint-disable-next-line no-await-in-loop -- one file after another
        const { effect } = await call('handover.take', { file: { path }, clashes: 'refuse' })
        done.push(effect)
      }
      expect(readdirSync(folder).length).toBe(files.length)
      return done
    },
  }
}

/** @returns the machines of two reporters and the desk, in one house, and their ids in it. */
async function house() {
  const [desk, suad, nour] = [
    await machine({ name: 'كريم', role: 'editor' }, 24 * 60),
    await machine({ name: 'سعاد', role: 'reporter' }),
    await machine({ name: 'نور', role: 'reporter' }, -24 * 60),
  ]
  const roles: Role[] = ['administrator', 'reporter', 'reporter']
  const people = await Promise.all(
    [desk, suad, nour].map(async ({ call }, index) => {
      const { person } = await call('people.who', {})
      if (person === null) throw new Error('Nobody works here')
      return { ...person, role: roles[index] ?? 'reporter' }
    }),
  )
  await desk.call('house.found', { name: 'دار الخبر' })
  await desk.call('house.issue', { people, rules: USUAL_RULES })
  const { text } = await desk.call('house.file', {})
  for (const each of [suad, nour]) await each.call('house.take', { text })
  const [deskId = '', suadId = '', nourId = ''] = people.map(({ id }) => id)
  return { desk, suad, nour, ids: { desk: deskId, suad: suadId, nour: nourId } }
}

/** @returns the article with a word put before the text of its paragraph at a place. */
function begun(article: Article, paragraph: number, word: string): Article {
  let count = -1
  return {
    ...article,
    document: article.document.map((block) => {
      if (block.type !== 'paragraph' || (count += 1) !== paragraph) return block
      return { ...block, children: [{ text: word }, ...block.children] }
    }),
  }
}

it('two laptops and a desk do the whole life of the real article by a folder alone', async () => {
  const { desk, suad, nour, ids } = await house()
  const post = postBox()
  const { id } = await suad.call('articles.create', {})
  const { asset } = await suad.call('assets.add', { name: 'لقاء.png', bytes: png(8, 6).toString('base64') })
  const picture = figure(() => 'picture', { asset, caption: 'الكاظمي وتراس', credit: 'المكتب', alt: 'مصافحة' })
  const whole = realArticle()
  await suad.edit(id, (article) => ({ ...whole, id: article.id, document: [...whole.document, picture] }))

  // A colleague comments and proposes, the reporter writes on meanwhile.
  await post.put(suad, id, ids.nour)
  expect(await post.fetch(nour)).toEqual(['new'])
  const { article: base, saveNumber } = await nour.call('articles.get', { id })
  await nour.call('threads.begin', { id, saveNumber, anchor: { on: 'article' }, text: 'من حضر اللقاء؟' })
  await nour.call('proposals.save', {
    ...{ id, proposalId: 'p1', base, head: begun(base, 1, 'وأمس '), note: 'للتوقيت', baseSaveNumber: null },
  })
  await suad.edit(id, (article) => begun(article, 0, 'اليوم '))
  await post.put(nour, id, ids.suad)
  expect(await post.fetch(suad)).toEqual(['merge'])
  const [proposal] = (await suad.call('proposals.list', { id })).proposals
  if (proposal === undefined) throw new Error('The proposal did not come')
  const opened = await suad.call('articles.open', { id })
  const { head } = openOf(opened.article, proposal)
  const decided = { id: 'p1', base: head, head, baseSaveNumber: proposal.saveNumber }
  const decisions = [{ decision: 'accepted' as const, removed: '', added: 'وأمس' }]
  await suad.call('articles.save', {
    ...{ article: head, baseSaveNumber: opened.saveNumber, caret: null, proposals: [{ ...decided, decisions }] },
  })
  await suad.call('articles.close', { id })
  const [thread] = (await suad.call('threads.list', { id })).threads
  await suad.call('threads.resolve', { threadId: thread?.id ?? '' })

  // The desk returns it once, then approves and exports it.
  await suad.call('review.move', { id, to: 'submitted' })
  await post.put(suad, id, ids.desk)
  expect(await post.fetch(desk)).toEqual(['new'])
  await desk.call('review.move', { id, to: 'returned', note: 'أضيفي مصدرًا' })
  await post.put(desk, id, ids.suad)
  expect(await post.fetch(suad)).toEqual(['forward'])
  await suad.edit(id, (article) => begun(article, 2, 'بحسب الوكالة '))
  await suad.call('review.move', { id, to: 'submitted' })
  await post.put(suad, id, ids.desk)
  expect(await post.fetch(desk)).toEqual(['forward'])
  await desk.call('review.move', { id, to: 'approved' })
  const { version } = await desk.call('publish.export', { id, folder: desk.folder })
  expect(version).toBe(1)

  // In the end everybody has it all.
  await post.put(desk, id, ids.suad)
  await post.put(desk, id, ids.nour)
  expect(await post.fetch(suad)).toEqual(['forward'])
  expect(await post.fetch(nour)).toEqual(['forward'])
  const { article, state } = await desk.call('articles.get', { id })
  for (const words of ['اليوم ', 'وأمس ', 'بحسب الوكالة ']) expect(articleText(article)).toContain(words)
  expect(state).toBe('exported')
  for (const { call } of [suad, nour]) {
    /* oxlint-disable no-await-in-loop -- one machine after the other */
    expect(await call('articles.get', { id })).toMatchObject({ article, state })
    expect(await call('threads.list', { id })).toEqual(await desk.call('threads.list', { id }))
    expect((await call('assets.read', { hash: asset.hash })).bytes).toBe(png(8, 6).toString('base64'))
    const { events } = await call('review.history', { id })
    expect(events.map(({ proof }) => proof)).toEqual(events.map(() => 'proven'))
    expect((await call('store.check', {})).audit?.found).toBe(0)
    /* oxlint-enable no-await-in-loop */
  }
  // Nobody gives the number again.
  await desk.edit(id, (now) => begun(now, 3, 'وختم '))
  expect((await suad.call('publish.preview', { id })).next.version).toBe(2)
})
